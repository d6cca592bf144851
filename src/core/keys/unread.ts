import { fail } from '../text/result.ts'
import type { KeysReading } from './material.ts'

/** A form that is known but not read, and the command that makes one that is. */
export interface UnreadForm {
  readonly form: string
  readonly command: string
}

const pemForms: readonly UnreadForm[] = [
  { form: 'CERTIFICATE REQUEST', command: 'openssl req -in key.pem -noout -pubkey' },
  { form: 'NEW CERTIFICATE REQUEST', command: 'openssl req -in key.pem -noout -pubkey' },
  { form: 'PKCS7', command: 'openssl pkcs7 -in key.pem -print_certs' },
  { form: 'EC PARAMETERS', command: 'openssl ec -in key.pem -pubout' },
  { form: 'DSA PRIVATE KEY', command: 'openssl genpkey -algorithm ED25519' },
]

/** The known form of a PEM label that is not read. */
export function unreadPem(label: string): UnreadForm | null {
  return pemForms.find(({ form }) => form === label) ?? null
}

/** Says what the text is if it is a key of PuTTY; else null. */
export function unreadPutty(text: string): KeysReading | null {
  const match = /^[\s\uFEFF]*PuTTY-User-Key-File-\d/.exec(text)
  if (match === null) return null
  return fail(
    'key-form-unread',
    { from: 0, to: text.length },
    { form: 'PuTTY', command: 'puttygen key.ppk -O private-openssh -o key.pem' },
  )
}
