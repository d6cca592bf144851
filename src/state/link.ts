import type { SegmentId } from '../core/decode/segments.ts'
import { mapOf, pieceAt, piecesOf } from '../core/decode/segments.ts'
import type { Token } from '../core/decode/token.ts'
import { Kind } from '../core/json/document.ts'
import { nodeAt } from '../core/json/read.ts'
import type { Span } from '../core/text/span.ts'
import type { Shown } from './level.ts'
import type { Point } from './pointer.ts'
import { pointOf, usePointing } from './pointer.ts'
import { useShownAtOnce } from './settled.ts'

/** One thing seen from both sides: characters of the token, and octets and node that they encode. */
export interface Link {
  readonly segment: SegmentId
  /** In the pasted text. */
  readonly characters: Span
  readonly octets: Span
  /** The exact character pointed at in the token, for the byte strip; else the first of `characters`. */
  readonly focus: number
  /** In the segment's decoded text, where that is text. */
  readonly text: Span | null
}

/** What the person points at, seen from both sides; null when at nothing. */
export function linkOf(token: Token | null, point: Point | null): Link | null {
  if (token === null || point === null || point.in === 'characters') return null
  if (point.in === 'segment') return fromOctets(token, point.name, point.octets, null)
  const piece = pieceAt(token, point.offset)
  const octets = piece && mapOf(piece).octetsAt(point.offset)
  return piece === null || octets === null ? null : fromOctets(token, piece.id, octets, point.offset)
}

function fromOctets(token: Token, id: SegmentId, octets: Span, focus: number | null): Link | null {
  const piece = piecesOf(token).get(id)
  if (piece === undefined) return null
  const { content } = piece
  const map = mapOf(piece)
  let text: Span | null = null
  let reach = octets
  if (content.kind === 'text' || content.kind === 'json') text = map.textOf(octets)
  if (content.kind === 'json' && content.fault === null && text !== null && focus !== null) {
    text = memberSpan(content.document, text.from)
    reach = map.octetsOf(text)
  }
  const characters = map.charactersOf(reach)
  return { segment: id, characters, octets: reach, focus: focus ?? characters.from, text }
}

type Document = Parameters<typeof nodeAt>[0]

/** The whole member, name and value, around an offset: what a person means by a claim. A large value counts as its name alone. */
export function memberSpan(document: Document, offset: number): Span {
  const { kind, from, to, parent } = document
  let node = nodeAt(document, offset)
  // A colon, a comma or white space belongs to the name or value before it.
  let at = offset
  while (node !== null && isContainer(kind[node]) && /[ \t\r\n:,]/.test(document.text.charAt(at))) at--
  if (at < offset) node = nodeAt(document, at)
  if (node === null) return { from: offset, to: offset + 1 }
  if (kind[node] === Kind.key) return { from: from[node]!, to: to[node + 1]! }
  const isMemberValue = node > 0 && kind[node - 1] === Kind.key && parent[node - 1] === parent[node]
  if (isContainer(kind[node])) return { from: at, to: at + 1 }
  return isMemberValue ? { from: from[node - 1]!, to: to[node]! } : { from: from[node]!, to: to[node]! }
}

function isContainer(kind: number | undefined): boolean {
  return kind === Kind.object || kind === Kind.array
}

/** The current link, for the view. */
export function useLink(): Link | null {
  return linkIn(useShownAtOnce(), usePointing(pointOf))
}

/** As {@link linkOf}, in what is shown: a character of the Token box is none of a token inside the one that was pasted. */
export function linkIn({ token, level }: Shown, point: Point | null): Link | null {
  return level > 0 && point?.in === 'token' ? null : linkOf(token, point)
}
