import { notify } from './notices.ts'
import { takeText } from './samples.ts'

/** Octets of the largest file that is read. */
export const LARGEST_FILE = 50_000_000

/** Reads a file's text into a box, on this machine alone. Refuses, with words, what is too large or no text. */
export async function takeFile(file: File, put = takeText): Promise<void> {
  const values = { name: file.name, octets: file.size, most: LARGEST_FILE }
  if (file.size > LARGEST_FILE) return notify([{ code: 'file-large', values }])
  let octets: Uint8Array
  try {
    octets = new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder, or a file that went away.
    return notify([{ code: 'file-unreadable', values }])
  }
  if (octets.length === 0) return notify([{ code: 'file-empty', values }])
  const text = textOf(octets)
  if (text === null) return notify([{ code: 'file-binary', values }])
  put(text)
  notify([{ code: 'file-taken', values }])
}

/** The text of UTF-8, or of UTF-16 with a byte order mark, as Windows writes it; null where it is neither. */
function textOf(octets: Uint8Array): string | null {
  const mark = (octets[0]! << 8) | (octets[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(octets)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
