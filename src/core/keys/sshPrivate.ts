import type { Fault } from '../text/result.ts'
import { fail } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { Base64Reading } from './base64.ts'
import { materialOf } from './derForm.ts'
import { encryptedOpenSsh } from './encrypted.ts'
import type { KeyNotice } from './fault.ts'
import type { KeyReading } from './material.ts'
import { inText } from './pem.ts'
import { readSshPrivateFields, readSshPublicKey, SshWire } from './sshWire.ts'

/** `-----BEGIN OPENSSH PRIVATE KEY-----`: OpenSSH's own container (PROTOCOL.key), not encrypted. */
export const sshPrivate = { format: 'ssh-private', label: 'OPENSSH PRIVATE KEY' } as const

const MAGIC = 'openssh-key-v1\0'

/** Whether the octets begin as the container does. */
export function isOpenSshKey(octets: Uint8Array): boolean {
  return String.fromCharCode(...octets.subarray(0, MAGIC.length)) === MAGIC
}

export async function readOpenSshKey(
  body: Base64Reading,
  span: Span,
  notices: readonly Fault<KeyNotice>[],
): Promise<KeyReading> {
  const wire = new SshWire(body.octets)
  if (String.fromCharCode(...wire.take(MAGIC.length)) !== MAGIC) wire.refuse('ssh-magic', 0)
  const cipher = wire.text()
  wire.string() // name of the function that makes a key of the passphrase
  wire.string() // its options
  const count = wire.uint32()
  if (count !== 1) wire.refuse('ssh-magic', wire.offset)
  const at = wire.offset + 4
  const read = readSshPublicKey(new SshWire(wire.string(), at))
  if (wire.fault === null && cipher !== 'none') return encryptedOpenSsh(span, cipher)
  const privateAt = wire.offset + 4
  const inner = new SshWire(wire.string(), privateAt)
  inner.uint32()
  inner.uint32() // the same number again
  const type = inner.text()
  if (read !== null && type !== read.type) inner.refuse('ssh-type', privateAt + 8, { type })
  const members = read === null || inner.fault !== null ? null : readSshPrivateFields(inner, type)
  const broken = wire.fault ?? inner.fault
  if (broken !== null) return { ok: false, fault: inText(body, broken) }
  if (read === null || members === null) return fail('ssh-type', span, { octet: at, type })
  const algorithm = { kty: 'RSA' } as const
  const whole = { algorithm, key: read.key, members, secret: new Uint8Array() }
  return materialOf('ssh-private', span, whole, notices)
}
