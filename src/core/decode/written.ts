import type { Reading } from '../text/reading.ts'
import { placeOf } from '../text/reading.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { decode } from './index.ts'
import type { Segment, Token } from './token.ts'

/** How a token is written in a paste. */
export interface Written {
  readonly span: Span
  /** Its own characters, where they do not simply stand at `span`. */
  readonly reading: Reading | null
  /** The ellipsis where some of it was left out. */
  readonly cut: Span | null
}

/** Takes a token apart that may be wrapped, escaped or cut short in `text`. All spans count in `text`. Never throws. */
export function decodeWritten(text: string, { span, reading, cut }: Written): Token {
  const token = reading === null ? decode(text, span) : relocated(decodeReading(reading), reading)
  if (cut === null) return token
  // What else is wrong follows from what is missing.
  const others = token.faults.filter(({ code, span: at }) => code !== 'token-segments' && !meets(at, cut))
  return { ...token, faults: [fault('token-cut', cut), ...others] }
}

function meets(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

function decodeReading({ text }: Reading): Token {
  return decode(text, { from: 0, to: text.length })
}

/** Members whose spans count in decoded content, and those that have none. */
const DECODED = new Set([
  'headerContent',
  'payloadContent',
  'protectedContent',
  'content',
  'header',
  'octets',
  'values',
])

/**
 * The token with every span and carrier moved from its own characters to where they stand in the paste. What is one object
 * in the token stays one. Tokens are a few levels deep, whatever is in them.
 */
function relocated(token: Token, reading: Reading): Token {
  const moved = new Map<object, unknown>()
  const move = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    const known = moved.get(value)
    if (known !== undefined) return known
    const made = Array.isArray(value)
      ? value.map(move)
      : isSpan(value)
        ? placeOf(reading, value)
        : moveMembers(value)
    moved.set(value, made)
    return made
  }
  const moveMembers = (value: object): object => {
    const entries = Object.entries(value).map(([name, member]) => [
      name,
      DECODED.has(name) ? member : move(member),
    ])
    const made = Object.fromEntries(entries)
    if ('carriers' in value) made.carriers = carriersOf(value as Segment, reading)
    if ('segments' in value) made.origin = { text: reading.text, token: value }
    return made
  }
  return move(token) as Token
}

function isSpan(value: object): value is Span {
  return 'from' in value && 'to' in value && Object.keys(value).length === 2
}

/** Where the segment's characters stand in the paste. */
function carriersOf({ carriers, span }: Segment, reading: Reading): Int32Array {
  return carriers === null ? reading.from.slice(span.from, span.to) : carriers.map((at) => reading.from[at]!)
}
