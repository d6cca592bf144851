import { readBase64url } from '../text/base64url.ts'
import { placeOf, type Reading } from '../text/reading.ts'
import type { Span } from '../text/span.ts'
import { type Chunk, firstChunk, nextChunk } from './chunk.ts'
import { within } from './escaped.ts'
import { MOST } from './found.ts'
import { Pieces } from './pieces.ts'
import { type Stretch, stretchesIn } from './stretch.ts'

/** `eyJ` in base64, at each of its places in a group of three octets, and that more follows. */
const BEGINNING = /(?:ZXlK|V5S[j-n]|leU[op])(?=[\w+/-]{16})/g
/** Characters of the group before what was found, by its first. */
const before: Readonly<Record<string, number>> = { Z: 0, V: 2, l: 3 }
const RUN = /[\w+/-]*={0,2}/y
/** A line that goes on with base64 and has nothing else. */
const NEXT_LINE = /\r?\n[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*(?=[\r\n]|$)/y
/** Shortest and longest run that is decoded, in characters. */
const SHORTEST = 48
const LONGEST = 1_000_000

/**
 * Tokens in what stands in base64: by themselves as in a Secret of Kubernetes, behind a user’s name as in basic
 * authentication, or in JSON as in a body of a HAR file; but for those within `known`, where they are a part of something.
 * Linear in the text.
 */
export function encodedTokens(text: string, known: readonly Span[]): readonly Stretch[] {
  const found: Stretch[] = []
  let next = 0
  BEGINNING.lastIndex = 0
  for (;;) {
    const match = BEGINNING.exec(text)
    if (match === null || found.length >= MOST) return found
    const from = Math.max(0, match.index - before[match[0][0]!]!)
    const run = readRun(text, from)
    const { to } = run.span
    while (next < known.length && known[next]!.to <= from) next++
    const isPart = text[to] === '.' || (next < known.length && known[next]!.from < to)
    if (!isPart && to - from >= SHORTEST && to - from <= LONGEST) found.push(...tokensIn(text, run))
    BEGINNING.lastIndex = Math.max(BEGINNING.lastIndex, to)
  }
}

interface Run {
  readonly span: Span
  /** Null where it is simply the characters of `span`. */
  readonly reading: Reading | null
}

/** The base64 from `from` on, over line breaks and from cookie to cookie. */
function readRun(text: string, from: number): Run {
  const pieces = new Pieces(text, from)
  let chunk: Chunk | 'none' | null = null
  for (let at = from; ; ) {
    RUN.lastIndex = at
    RUN.test(text)
    at = RUN.lastIndex
    let cookie = 0
    if (text[at] === ';') {
      chunk ??= firstChunk(text, from)
      cookie = nextChunk(text, at, chunk)
    }
    NEXT_LINE.lastIndex = at
    if (cookie > 0) pieces.bridge(at, cookie, 'chunked')
    else if (text[at - 1] === '=' || !NEXT_LINE.test(text)) {
      return { span: { from, to: at }, reading: pieces.reading(at) }
    }
    at = Math.max(cookie, NEXT_LINE.lastIndex)
  }
}

function tokensIn(text: string, { span, reading }: Run): readonly Stretch[] {
  const { octets, carriers } =
    reading === null
      ? readBase64url(text, span)
      : readBase64url(reading.text, { from: 0, to: reading.text.length })
  // A character for each octet: a token is ASCII, whatever stands beside it.
  const inner = new TextDecoder('latin1').decode(octets)
  const found = stretchesIn(inner)
  if (found.length === 0) return found
  const placeAt = (k: number) => {
    const at = carriers?.[k] ?? k + (reading === null ? span.from : 0)
    return reading?.from[at] ?? at
  }
  const { length } = inner
  const outer = {
    text: inner,
    from: Int32Array.from({ length }, (_, k) => placeAt(Math.floor((k * 8) / 6))),
    to: Int32Array.from({ length }, (_, k) => placeAt(Math.ceil(((k + 1) * 8) / 6) - 1) + 1),
  }
  return found.map((stretch) => {
    const { span, reading } = within(outer, stretch)
    const cut = stretch.cut && placeOf(outer, stretch.cut)
    return { ...stretch, span, cut, reading: { ...reading, escaped: false, apart: 'encoded' } }
  })
}
