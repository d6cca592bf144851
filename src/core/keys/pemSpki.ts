import type { DerForm } from './derForm.ts'
import { readSubjectPublicKeyInfo } from './publicKey.ts'

/** `-----BEGIN PUBLIC KEY-----`: a SubjectPublicKeyInfo (RFC 7468 section 13). */
export const pemSpki: DerForm = { format: 'pem-spki', label: 'PUBLIC KEY', read: readSubjectPublicKeyInfo }
