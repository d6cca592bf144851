import type { Fault, Result } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { KeyFault } from './fault.ts'
import { jwk } from './jwk.ts'
import type { KeyFormat, KeyReader, KeyReading, KeySet } from './material.ts'
import { unreadablePem } from './pem.ts'
import { pemCertificate } from './pemCertificate.ts'
import { pemPkcs8 } from './pemPkcs8.ts'
import { pemSpki } from './pemSpki.ts'
import { secretBase64, secretBase64url } from './secretBase64.ts'
import { secretHex } from './secretHex.ts'
import { secretUtf8 } from './secretUtf8.ts'
import { unreadSsh } from './unread.ts'

/** Forms that say what they are; the first that detects a text gets it. */
const marked: readonly KeyReader[] = [jwk, pemSpki, pemPkcs8, pemCertificate]

/** Secrets have no mark: what is nothing else is one in UTF-8, and the encodings are read on request only. */
const secrets: readonly KeyReader[] = [secretUtf8, secretBase64, secretBase64url, secretHex]

/**
 * Reads the keys of a pasted text as the format says, or as the format that it is marked as; a text without a mark is a secret in
 * UTF-8, never in base64, since decoding it unasked would alter it. Never rejects. Asynchronous because WebCrypto works
 * out the public half of some private keys. The fault's spans, as the material's, count in `text`.
 */
export async function readKeys(
  text: string,
  format: KeyFormat | 'detect',
): Promise<Result<KeySet, Fault<KeyFault>>> {
  const reading = await readOne(text, format)
  if (!reading.ok) return reading
  const key = reading.value
  return ok({ format: key.format, keys: [key], unread: [], notices: [] })
}

function readOne(text: string, format: KeyFormat | 'detect'): KeyReading | Promise<KeyReading> {
  if (format !== 'detect') {
    return [...marked, ...secrets].find((reader) => reader.format === format)!.read(text)
  }
  if (text === '') return fail('key-empty', { from: 0, to: 0 })
  const reader = marked.find((candidate) => candidate.detects(text))
  if (reader !== undefined) return reader.read(text)
  return unreadablePem(text) ?? unreadSsh(text) ?? secretUtf8.read(text)
}
