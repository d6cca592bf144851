import { fail } from '../text/result.ts'
import type { DerKind } from './derKind.ts'
import type { KeysReading } from './material.ts'

/** A form that is known but not read, and the command that makes one that is. */
export interface UnreadForm {
  readonly form: string
  readonly command: string
}

const PGP = 'gpg --export-ssh-key KEYID!'

const pemForms: readonly UnreadForm[] = [
  { form: 'CERTIFICATE REQUEST', command: 'openssl req -in key.pem -noout -pubkey' },
  { form: 'NEW CERTIFICATE REQUEST', command: 'openssl req -in key.pem -noout -pubkey' },
  { form: 'PKCS7', command: 'openssl pkcs7 -in key.pem -print_certs' },
  { form: 'EC PARAMETERS', command: 'openssl ec -in key.pem -pubout' },
  { form: 'PGP PUBLIC KEY BLOCK', command: PGP },
  { form: 'PGP PRIVATE KEY BLOCK', command: PGP },
]

/** The known form of a PEM label that is not read. */
export function unreadPem(label: string): UnreadForm | null {
  return pemForms.find(({ form }) => form === label) ?? null
}

const derForms: Partial<Record<DerKind, UnreadForm>> = {
  request: {
    form: 'CERTIFICATE REQUEST',
    command: 'base64 -d key.txt | openssl req -inform DER -noout -pubkey',
  },
  pkcs7: { form: 'PKCS #7', command: 'base64 -d key.txt | openssl pkcs7 -inform DER -print_certs' },
  pkcs12: { form: 'PKCS #12', command: 'base64 -d key.txt | openssl pkcs12 -nokeys -out key.pem' },
}

/** The known form of a kind of DER that is not read. */
export function unreadDer(kind: DerKind): UnreadForm | null {
  return derForms[kind] ?? null
}

/** What is told by how the text begins: a key file of PuTTY, and the magic number of Java's key stores in base64. */
const textForms: readonly (UnreadForm & { readonly begins: RegExp })[] = [
  {
    begins: /^[\s\uFEFF]*PuTTY-User-Key-File-\d/,
    form: 'PuTTY key file',
    command: 'puttygen key.ppk -O private-openssh -o key.pem',
  },
  {
    begins: /^[\s\uFEFF"']*(?:\/u3\+7Q|zs7Ozg)A/,
    form: 'Java key store',
    command: 'base64 -d key.txt > key.jks && keytool -list -rfc -keystore key.jks',
  },
]

/** Says what the text is if it begins as a form that is known and not read; else null. */
export function unreadText(text: string): KeysReading | null {
  const known = textForms.find(({ begins }) => begins.test(text))
  if (known === undefined) return null
  const { form, command } = known
  return fail('key-form-unread', { from: 0, to: text.length }, { form, command })
}
