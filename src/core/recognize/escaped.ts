import { isHexDigit } from '../json/lexemes.ts'
import { placeOf, type Reading } from '../text/reading.ts'
import type { Span } from '../text/span.ts'
import type { TokenReading } from './found.ts'

const meant: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** The part of a JSON string that stands at the span, its escapes undone once (RFC 8259 section 7). */
export function readString(text: string, { from: at, to: end }: Span): Reading {
  const from = new Int32Array(end - at)
  const to = new Int32Array(end - at)
  const parts: string[] = []
  let count = 0
  let plain = at
  for (let i = at; i < end; ) {
    let next = i + 1
    if (text.charCodeAt(i) === BACKSLASH) {
      next = i + lengthOf(text, i)
      const escaped = text[i + 1]!
      const isUnicode = escaped === 'u'
      parts.push(text.slice(plain, i))
      parts.push(
        isUnicode
          ? String.fromCharCode(Number.parseInt(text.slice(i + 2, next), 16))
          : (meant[escaped] ?? escaped),
      )
      plain = next
    }
    from[count] = i
    to[count++] = next
    i = next
  }
  parts.push(text.slice(plain, end))
  return { text: parts.join(''), from: from.subarray(0, count), to: to.subarray(0, count) }
}

const BACKSLASH = 0x5c
const QUOTE = 0x22

/** Where the JSON string ends that `at` is in: at a quote, at a control character, or at what is no escape. */
export function stringRest(text: string, at: number): number {
  for (let i = at; i < text.length; ) {
    const code = text.charCodeAt(i)
    if (code === QUOTE || code < 0x20) return i
    if (code !== BACKSLASH) i++
    else {
      const length = lengthOf(text, i)
      if (length === 0) return i
      i += length
    }
  }
  return text.length
}

/** Of the escape that begins at `at`; 0 where it is none. */
function lengthOf(text: string, at: number): number {
  const next = text[at + 1]
  if (next !== 'u') return next !== undefined && '"\\/bfnrt'.includes(next) ? 2 : 0
  for (let i = at + 2; i < at + 6; i++) if (!isHexDigit(text.charCodeAt(i))) return 0
  return 6
}

/** What was found in a string, as it stands in the text around that. */
export function within(
  outer: Reading,
  { span, reading }: { readonly span: Span; readonly reading: TokenReading | null },
): { readonly span: Span; readonly reading: TokenReading } {
  const text = reading?.text ?? outer.text.slice(span.from, span.to)
  const from =
    reading === null ? outer.from.slice(span.from, span.to) : reading.from.map((at) => outer.from[at]!)
  const to = reading === null ? outer.to.slice(span.from, span.to) : reading.to.map((at) => outer.to[at - 1]!)
  return { span: placeOf(outer, span), reading: { text, from, to, wrapped: false, escaped: true } }
}
