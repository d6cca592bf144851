import type { DerForm } from './derForm.ts'
import { readEcPrivateKey } from './privateKey.ts'

/** `-----BEGIN EC PRIVATE KEY-----`: SEC 1 (RFC 5915), with or without a block of EC PARAMETERS before it. */
export const pemSec1: DerForm = {
  format: 'pem-sec1',
  label: 'EC PRIVATE KEY',
  read: (der) => readEcPrivateKey(der, null),
}
