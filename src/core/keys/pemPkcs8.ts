import type { DerForm } from './derForm.ts'
import { readPrivateKeyInfo } from './privateKey.ts'

/** `-----BEGIN PRIVATE KEY-----`: PKCS #8 (RFC 5958). */
export const pemPkcs8: DerForm = { format: 'pem-pkcs8', label: 'PRIVATE KEY', read: readPrivateKeyInfo }
