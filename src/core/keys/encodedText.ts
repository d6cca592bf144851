import type { Fault } from '../text/result.ts'
import { fault, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { decodeUtf8 } from '../text/utf8.ts'
import { readBase64 } from './base64.ts'
import type { KeyReader, KeysReading } from './material.ts'

/** How texts with keys begin in base64: `-----BEGIN`, `---- BEGIN`, `ssh-`, `ecdsa-`, and JSON with or without spaces. */
const begins = /(?<![\w+/-])(?:LS0tLS1CRUdJTi|LS0tLSBCRUdJTi|c3NoL|ZWNkc2Et|e[yw]|W[wy3])[\w+/-]{24,}={0,2}/g

/** A line that goes on with base64 and has nothing else. */
const nextLine = /\r?\n[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*(?=[\r\n]|$)/y

/** More texts in one paste than anybody's secret store has. */
const MOST = 50

type Reader = Pick<KeyReader, 'detects' | 'read'>

/** A text in base64 as it reads, and where it stands. */
interface Encoded {
  readonly text: string
  readonly span: Span
}

/**
 * Files of keys that stand in base64, as environment variables and the secrets of Kubernetes have them. `readers` tell what
 * is such a file. All that is in them is placed at the base64 that it came from.
 */
export function encodedText(readers: readonly Reader[]): Reader {
  return {
    detects: (text) => encodedIn(text, readers, 1).length > 0,
    async read(text) {
      const found = encodedIn(text, readers, MOST)
      const inner = found.map((one) => one.text).join('\n')
      const reading = await readers.find((reader) => reader.detects(inner))!.read(inner)
      return placed(reading, found)
    },
  }
}

function encodedIn(text: string, readers: readonly Reader[], most: number): readonly Encoded[] {
  const found: Encoded[] = []
  // Lines may be taken together from each of them on: only as often as a text in lines can need it.
  let left = 4 * text.length
  let end = 0
  begins.lastIndex = 0
  for (let match = begins.exec(text); match !== null && found.length < most; match = begins.exec(text)) {
    const from = match.index
    const to = begins.lastIndex
    // A token's header, whatever keys stand in it, is no file of keys.
    if (/^\.[\w.-]/.test(text.slice(to, to + 2))) continue
    if (end < to) end = linesEnd(text, to)
    // Broken into lines, the first of which may read by itself.
    const together = end > to && end - from <= left
    if (together) left -= end - from
    for (const one of together ? [end, to] : [to]) {
      const read = decoded(text, { from, to: one })
      if (read === null || !readers.some((reader) => reader.detects(read.text))) continue
      found.push(read)
      begins.lastIndex = one
      break
    }
  }
  return found
}

function decoded(text: string, span: Span): Encoded | null {
  const piece = text.slice(span.from, span.to)
  const reading = readBase64(
    piece,
    { from: 0, to: piece.length },
    /[-_]/.test(piece) ? 'base64url' : 'base64',
  )
  const read = reading.ok ? decodeUtf8(reading.value.octets) : null
  return read?.ok ? { text: read.value, span } : null
}

function linesEnd(text: string, from: number): number {
  let to = from
  while (text[to - 1] !== '=') {
    nextLine.lastIndex = to
    if (!nextLine.test(text)) break
    to = nextLine.lastIndex
  }
  return to
}

/** What was read of the texts, one line each after the other, with spans in the text around them. */
export function placed(reading: KeysReading, found: readonly Encoded[]): KeysReading {
  const ends: number[] = []
  for (const { text } of found) ends.push((ends.at(-1) ?? 0) + text.length + 1)
  const around = ({ from, to }: Span): Span => {
    const at = (offset: number) =>
      found[Math.min(found.length - 1, ends.findIndex((end) => offset < end) >>> 0)]!
    return { from: at(from).span.from, to: at(Math.max(from, to - 1)).span.to }
  }
  const told = <Code extends string>(one: Fault<Code>): Fault<Code> => ({ ...one, span: around(one.span) })
  if (!reading.ok) return { ok: false, fault: told(reading.fault) }
  const { format, keys, unread, notices } = reading.value
  return ok({
    format,
    keys: keys.map((key) => ({
      ...key,
      span: around(key.span),
      notices: key.notices.map(told),
      certificates: key.certificates.map((one) => ({ ...one, span: around(one.span) })),
    })),
    unread: unread.map(told),
    notices: [fault('key-text-encoded', found[0]!.span), ...notices.map(told)],
  })
}
