import { fail } from '../text/result.ts'
import type { KeyReading } from './material.ts'

/** A form that is known but not read, and the command that makes one that is. */
export interface UnreadForm {
  readonly form: string
  readonly command: string
}

const pemForms: readonly UnreadForm[] = [
  { form: 'RSA PUBLIC KEY', command: 'openssl rsa -RSAPublicKey_in -in key.pem -pubout' },
  { form: 'RSA PRIVATE KEY', command: 'openssl rsa -in key.pem -pubout' },
  { form: 'EC PRIVATE KEY', command: 'openssl ec -in key.pem -pubout' },
  { form: 'EC PARAMETERS', command: 'openssl ec -in key.pem -pubout' },
  { form: 'ENCRYPTED PRIVATE KEY', command: 'openssl pkey -in key.pem -pubout' },
  { form: 'OPENSSH PRIVATE KEY', command: 'ssh-keygen -e -m PKCS8 -f key.pem' },
  { form: 'CERTIFICATE REQUEST', command: 'openssl req -in key.pem -noout -pubkey' },
  { form: 'PKCS7', command: 'openssl pkcs7 -in key.pem -print_certs' },
]

/** ssh-keygen does not write Ed25519 keys as SubjectPublicKeyInfo: their last 32 octets go behind its fixed first twelve. */
const ed25519Command = (line: string) =>
  `(printf '0*0\\005\\006\\003+ep\\003!\\000'; ${line} | cut -d' ' -f2 | base64 -d | tail -c 32) | openssl pkey -pubin -inform DER`

const sshForms: readonly UnreadForm[] = [
  { form: 'ssh-rsa', command: 'ssh-keygen -e -m PKCS8 -f key.pub' },
  { form: 'ecdsa-sha2-nistp256', command: 'ssh-keygen -e -m PKCS8 -f key.pub' },
  { form: 'ecdsa-sha2-nistp384', command: 'ssh-keygen -e -m PKCS8 -f key.pub' },
  { form: 'ecdsa-sha2-nistp521', command: 'ssh-keygen -e -m PKCS8 -f key.pub' },
  { form: 'ssh-ed25519', command: ed25519Command('cat key.pub') },
]

/** A JWK Set (RFC 7517 section 5) where one key is wanted. */
export const jwkSet: UnreadForm = { form: 'JWK Set', command: "jq '.keys[0]' jwks.json" }

/** The known form of a PEM label that is not read; `octets` are the block's, null if there are none. */
export function unreadPem(label: string, octets: Uint8Array | null): UnreadForm | null {
  if (
    label === 'OPENSSH PRIVATE KEY' &&
    octets !== null &&
    String.fromCharCode(...octets.subarray(0, 128)).includes('ssh-ed25519')
  ) {
    return { form: label, command: ed25519Command('ssh-keygen -y -f key.pem') }
  }
  return pemForms.find(({ form }) => form === label) ?? null
}

/** Says what the text is if it is an OpenSSH public key line; else null. */
export function unreadSsh(text: string): KeyReading | null {
  const start = text.length - text.trimStart().length
  const ssh = sshForms.find(({ form }) => text.startsWith(`${form} `, start))
  return ssh === undefined ? null : fail('key-form-unread', { from: start, to: text.length }, { ...ssh })
}
