import { notify } from './notices.ts'
import { takeKey, takeText } from './samples.ts'

/** Octets of the largest file that is read. */
export const LARGEST_FILE = 50_000_000

/** Octets of the largest key that is no text. */
const LARGEST_KEY = 65_536

/**
 * Reads the text of files into a box, on this machine alone; the Key box gets what is no text in base64. Refuses, with words,
 * what is too large or no text.
 */
export async function takeFiles(list: Iterable<File> | null, put = takeText): Promise<void> {
  const files = [...(list ?? [])]
  if (files.length === 0) return
  const values = {
    name: files.map(({ name }) => name).join(', '),
    octets: files.reduce((octets, { size }) => octets + size, 0),
    most: LARGEST_FILE,
  }
  if (values.octets > LARGEST_FILE) return notify([{ code: 'file-large', values }])
  let texts: (string | null)[]
  try {
    texts = (await Promise.all(files.map((file) => file.arrayBuffer()))).map(
      (buffer) =>
        textOf(buffer) ??
        (put === takeKey && buffer.byteLength <= LARGEST_KEY
          ? btoa(String.fromCharCode(...new Uint8Array(buffer)))
          : null),
    )
  } catch {
    // A folder, or a file that went away.
    return notify([{ code: 'file-unreadable', values }])
  }
  if (texts.includes(null)) return notify([{ code: 'file-binary', values }])
  if (values.octets === 0) return notify([{ code: 'file-empty', values }])
  put(texts.join('\n'))
  notify([{ code: 'file-taken', values }])
}

/** The text of UTF-8, or of UTF-16 with a byte order mark, as Windows writes it; null where it is neither. */
function textOf(buffer: ArrayBuffer): string | null {
  const octets = new Uint8Array(buffer)
  const mark = (octets[0]! << 8) | (octets[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(octets)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
