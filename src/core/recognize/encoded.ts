import { readBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import { isBase64url } from './characters.ts'
import { readStretch, type Stretch } from './stretch.ts'

/** `{"` in base64 in base64: how a token begins that was encoded once more. */
const BEGINNING = 'ZXlK'
const RUN = /[\w+/-]*={0,2}/y
/** A line that goes on with base64 and has nothing else. */
const NEXT_LINE = /\r?\n[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*(?=[\r\n]|$)/y
/** Longest run that is decoded, in characters. */
const LONGEST = 1_000_000

/**
 * Tokens that stand in base64 once more, as in a Secret of Kubernetes, but for those within `known`, where they are a part of
 * something. Linear in the text.
 */
export function encodedTokens(text: string, known: readonly Span[]): readonly Stretch[] {
  const found: Stretch[] = []
  let next = 0
  for (let at = text.indexOf(BEGINNING); at >= 0; ) {
    const to = begins(text, at) ? runEnd(text, at) : at + BEGINNING.length
    while (next < known.length && known[next]!.to <= at) next++
    const inside = next < known.length && known[next]!.from < to
    const read = inside || to - at <= BEGINNING.length || to - at > LONGEST ? null : readEncoded(text, at, to)
    if (read !== null) found.push(read)
    at = text.indexOf(BEGINNING, read?.span.to ?? to)
  }
  return found
}

/** Whether nothing that could belong to it stands before: within a token a dot does. */
function begins(text: string, at: number): boolean {
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  return !isBase64url(before) && !'.+/'.includes(text[at - 1]!)
}

function runEnd(text: string, at: number): number {
  RUN.lastIndex = at
  RUN.test(text)
  let to = RUN.lastIndex
  for (NEXT_LINE.lastIndex = to; text[to - 1] !== '=' && NEXT_LINE.test(text); NEXT_LINE.lastIndex = to) {
    to = NEXT_LINE.lastIndex
  }
  return text[to] === '.' ? at : to
}

function readEncoded(text: string, at: number, to: number): Stretch | null {
  const places: number[] = []
  let body = ''
  for (let i = at; i < to; i++) {
    const code = text.charCodeAt(i)
    if (!isBase64url(code) && code !== 0x2b && code !== 0x2f) continue
    places.push(i)
    body += code === 0x2b ? '-' : code === 0x2f ? '_' : text[i]
  }
  const { octets } = readBase64url(body, { from: 0, to: body.length })
  const inner = new TextDecoder().decode(octets)
  // As many octets as characters: a token is ASCII.
  const stretch = inner.length === octets.length ? readStretch(inner, 0) : 0
  if (typeof stretch === 'number' || stretch.reading !== null || inner.slice(stretch.span.to).trim() !== '')
    return null
  const { length } = inner.slice(0, stretch.span.to)
  const reading = {
    text: inner.slice(0, length),
    from: Int32Array.from({ length }, (_, k) => places[Math.floor((k * 8) / 6)]!),
    to: Int32Array.from({ length }, (_, k) => places[Math.ceil(((k + 1) * 8) / 6) - 1]! + 1),
    wrapped: false,
    escaped: false,
    apart: 'encoded',
  } as const
  return { span: { from: at, to: places.at(-1)! + 1 }, reading, cut: null, parts: stretch.parts }
}
