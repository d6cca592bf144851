import { fail } from '../text/result.ts'
import { jwk } from './jwk.ts'
import type { KeyFormat, KeyReader, KeyReading } from './material.ts'
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
 * Reads a pasted key as the format says, or as the format that it is marked as; a text without a mark is a secret in
 * UTF-8, never in base64, since decoding it unasked would alter it. Never rejects. Asynchronous because WebCrypto works
 * out the public half of some private keys. The fault's spans, as the material's, count in `text`.
 */
export async function readKey(text: string, format: KeyFormat | 'detect'): Promise<KeyReading> {
  if (format !== 'detect') {
    return [...marked, ...secrets].find((reader) => reader.format === format)!.read(text)
  }
  if (text === '') return fail('key-empty', { from: 0, to: 0 })
  const reader = marked.find((candidate) => candidate.detects(text))
  if (reader !== undefined) return reader.read(text)
  return unreadablePem(text) ?? unreadSsh(text) ?? secretUtf8.read(text)
}
