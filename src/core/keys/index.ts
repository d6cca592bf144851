import { fail } from '../text/result.ts'
import { derHex } from './derHex.ts'
import { encodedText } from './encodedText.ts'
import { anyJson, brokenJson, jsonReaders } from './jsonKeys.ts'
import type { KeyFormat, KeyReader, KeysReading } from './material.ts'
import { anyPem, pemReaders } from './pemText.ts'
import { rsaKeyValue } from './rsaKeyValue.ts'
import { secretBase64, secretBase64url } from './secretBase64.ts'
import { secretHex } from './secretHex.ts'
import { secretUtf8 } from './secretUtf8.ts'
import { sshPublic } from './sshPublic.ts'
import { sshRfc4716 } from './sshRfc4716.ts'
import { unreadText } from './unread.ts'

/** Forms that are text, and say what they are. */
const texts = [anyJson, anyPem, sshRfc4716, sshPublic]

/** Forms that say what they are; the first that detects a text gets it. */
const marked: readonly Pick<KeyReader, 'detects' | 'read'>[] = [
  ...texts,
  derHex,
  rsaKeyValue,
  encodedText(texts),
  brokenJson,
]

/** Every format, to be read when it is chosen. */
const readers: readonly KeyReader[] = [
  ...pemReaders,
  sshRfc4716,
  sshPublic,
  derHex,
  rsaKeyValue,
  ...jsonReaders,
  secretUtf8,
  secretBase64,
  secretBase64url,
  secretHex,
]

/**
 * Reads the keys of a pasted text as the format says, or as the format that it is marked as; a text without a mark is a
 * secret in UTF-8, never in base64, since decoding it unasked would alter it. Never rejects. Asynchronous because some
 * public halves are worked out, and certificates hashed. Spans of faults and keys count in `text`.
 */
export async function readKeys(text: string, format: KeyFormat | 'detect'): Promise<KeysReading> {
  if (format !== 'detect') return readers.find((reader) => reader.format === format)!.read(text)
  if (text === '') return fail('key-empty', { from: 0, to: 0 })
  const unread = unreadText(text)
  if (unread !== null) return unread
  const reader = marked.find((candidate) => candidate.detects(text))
  if (reader !== undefined) return reader.read(text)
  return secretUtf8.read(text)
}
