import { sextetOf } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import { Utf8Index } from '../text/utf8.ts'
import type { Content, Segment } from './token.ts'

/**
 * The way between the characters of a token and what they encode, exact to the six bits that each carries:
 * character k of a segment holds bits 6k to 6k+5, octet n is bits 8n to 8n+7 (RFC 4648 section 5).
 */
export interface SourceMap {
  readonly segment: Segment
  /** Octets that have a bit in the character at `offset` of the pasted text; null where it carries none. */
  octetsAt(offset: number): Span | null
  /** The least span of the pasted text that holds every bit of the octets. */
  charactersOf(octets: Span): Span
  /** UTF-16 span in the decoded text of the characters that the octets are part of. */
  textOf(octets: Span): Span
  /** Octets of a UTF-16 span of the decoded text. */
  octetsOf(text: Span): Span
}

export function sourceMap(segment: Segment, content: Content): SourceMap {
  const text = content.kind === 'json' || content.kind === 'text' ? content.text : ''
  const index = new Utf8Index(text, segment.octets.length)
  const { octets, carriers } = segment
  const placeOf = (k: number) =>
    carriers === null ? segment.span.from + k : (carriers[k] ?? segment.span.to)
  const textOf = ({ from, to }: Span) => {
    const start = index.offsetAt(from)
    const end = from < to ? Math.max(start, afterCharacter(text, index.offsetAt(to - 1))) : start
    return { from: start, to: end }
  }
  const octetsOf = ({ from, to }: Span) => ({ from: index.octetAt(from), to: index.octetAt(to) })
  const inCharacters: Pick<SourceMap, 'octetsAt' | 'charactersOf'> = segment.plain
    ? {
        octetsAt(offset) {
          const k = carrierAt(segment, offset)
          return k === null ? null : octetsOf({ from: k, to: afterCharacter(text, k) })
        },
        charactersOf(of) {
          const { from, to } = textOf(of)
          return { from: placeOf(from), to: placeOf(to) }
        },
      }
    : {
        octetsAt(offset) {
          const k = carrierAt(segment, offset)
          if (k === null) return null
          const from = (k * 6) >> 3
          const to = Math.min(octets.length, ((k + 1) * 6 + 7) >> 3)
          return from < to ? { from, to } : null
        },
        charactersOf({ from, to }) {
          const first = Math.floor((from * 8) / 6)
          if (from >= to) return { from: placeOf(first), to: placeOf(first) }
          const last = Math.ceil((to * 8) / 6) - 1
          return { from: placeOf(first), to: placeOf(last) + 1 }
        },
      }
  return { segment, ...inCharacters, textOf, octetsOf }
}

/** How one group of up to four characters becomes up to three octets. */
export interface Group {
  /** Offsets in the pasted text of the group's characters. */
  readonly characters: readonly number[]
  /** The value, 0 to 63, of each character. */
  readonly sextets: readonly number[]
  /** Where the group's octets stand among the segment's. */
  readonly octets: Span
}

/** The group that the character at `offset` of the pasted text belongs to; null where the character carries no bits. */
export function groupAt(text: string, segment: Segment, offset: number): Group | null {
  const k = carrierAt(segment, offset)
  return k === null ? null : groupNumbered(text, segment, k >> 2)
}

/** How many groups a segment has: none where its octets are no base64url. */
export function groupCount(segment: Segment): number {
  return segment.plain ? 0 : (carrierCount(segment) + 3) >> 2
}

/** The group of that number, counted from 0; null where the segment has no such group. */
export function groupNumbered(text: string, segment: Segment, number: number): Group | null {
  if (number < 0 || number >= groupCount(segment)) return null
  const first = 4 * number
  const characters: number[] = []
  for (let k = first; k < Math.min(first + 4, carrierCount(segment)); k++) {
    characters.push(segment.carriers === null ? segment.span.from + k : segment.carriers[k]!)
  }
  const from = 3 * number
  const to = Math.min(segment.octets.length, from + 3)
  return {
    characters,
    sextets: characters.map((at) => sextetOf(charCodeAt(text, at))),
    octets: { from: Math.min(from, to), to },
  }
}

function carrierCount({ carriers, span }: Segment): number {
  return carriers?.length ?? span.to - span.from
}

/** Of a character that JSON writes as an escape, the one that it stands for. */
export function charCodeAt(text: string, at: number): number {
  if (text[at] !== '\\') return text.charCodeAt(at)
  return text[at + 1] === 'u' ? Number.parseInt(text.slice(at + 2, at + 6), 16) : text.charCodeAt(at + 1)
}

/** Which of the segment's bit-carrying characters stands at `offset` of the pasted text, or null. */
function carrierAt(segment: Segment, offset: number): number | null {
  if (offset < segment.span.from || offset >= segment.span.to) return null
  if (segment.carriers === null) return offset - segment.span.from
  let low = 0
  let high = segment.carriers.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = segment.carriers[middle]!
    if (at === offset) return middle
    if (at < offset) low = middle + 1
    else high = middle - 1
  }
  return null
}

function afterCharacter(text: string, offset: number): number {
  return Math.min(text.length, offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1))
}
