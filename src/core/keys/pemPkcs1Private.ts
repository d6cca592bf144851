import type { DerForm } from './derForm.ts'
import { readRsaPrivateKey } from './privateKey.ts'

/** `-----BEGIN RSA PRIVATE KEY-----`: PKCS #1 (RFC 8017 section A.1.2). */
export const pemPkcs1Private: DerForm = {
  format: 'pem-pkcs1-private',
  label: 'RSA PRIVATE KEY',
  read: readRsaPrivateKey,
}
