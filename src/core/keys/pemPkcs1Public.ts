import type { DerForm } from './derForm.ts'
import { readRsaPublicKey } from './publicKey.ts'

/** `-----BEGIN RSA PUBLIC KEY-----`: PKCS #1 (RFC 8017 section A.1.1). */
export const pemPkcs1Public: DerForm = {
  format: 'pem-pkcs1-public',
  label: 'RSA PUBLIC KEY',
  read: readRsaPublicKey,
}
