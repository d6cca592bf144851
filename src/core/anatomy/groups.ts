import { mapOf, type Piece, piecesOf, type SegmentId } from '../decode/segments.ts'
import { charCodeAt, groupNumbered } from '../decode/sourceMap.ts'
import type { Content, Token } from '../decode/token.ts'
import { Kind, type NodeId } from '../json/document.ts'
import { items, members, nodeAt, pathOf, stringValue } from '../json/read.ts'
import type { Span } from '../text/span.ts'

/** One character of base64url, and the six bits that it stands for (RFC 4648 section 5). */
export interface Sextet {
  /** Its offset in the text that the token was decoded from. */
  readonly at: number
  readonly character: string
  /** 0 to 63. */
  readonly value: number
  /** Six binary digits. */
  readonly bits: string
  /** How many of the bits, from the right, belong to no octet. */
  readonly spare: number
}

/** A character of the decoded text, with all its octets: there may be more of them in other groups. */
export interface Letter {
  /** As UTF-16: a pair of surrogates is one. */
  readonly text: string
  readonly octets: Span
  /** The JSON Pointer (RFC 6901) to the value that it is in; null where that is no JSON. */
  readonly path: string | null
}

/** Up to four characters, the three octets in them, and what these say. */
export interface OpenGroup {
  readonly sextets: readonly Sextet[]
  readonly octets: Span
  readonly values: Uint8Array
  /** Empty where the octets are no text. */
  readonly letters: readonly Letter[]
}

/** The group of that number, counted from 0, in a segment of the token; null where there is none. */
export function openGroup(text: string, token: Token, id: SegmentId, number: number): OpenGroup | null {
  const piece = piecesOf(token).get(id)
  const group = piece === undefined ? null : groupNumbered(text, piece.segment, number)
  if (piece === undefined || group === null) return null
  const { octets, characters } = group
  const used = 8 * (octets.to - octets.from)
  const sextets = group.sextets.map((value, i) => ({
    at: characters[i]!,
    character: String.fromCharCode(charCodeAt(text, characters[i]!)),
    value,
    bits: value.toString(2).padStart(6, '0'),
    spare: Math.min(6, Math.max(0, 6 * (i + 1) - used)),
  }))
  const values = piece.segment.octets.slice(octets.from, octets.to)
  return { sextets, octets, values, letters: lettersOf(piece, octets) }
}

function lettersOf(piece: Piece, octets: Span): Letter[] {
  const { content } = piece
  const { textOf, octetsOf } = mapOf(piece)
  if (content.kind !== 'json' && content.kind !== 'text') return []
  const letters: Letter[] = []
  const span = textOf(octets)
  for (let at = span.from; at < span.to; ) {
    const text = String.fromCodePoint(content.text.codePointAt(at)!)
    const next = at + text.length
    letters.push({ text, octets: octetsOf({ from: at, to: next }), path: pathAt(content, at) })
    at = next
  }
  return letters
}

function pathAt(content: Content, at: number): string | null {
  if (content.kind !== 'json' || content.fault !== null) return null
  const node = nodeAt(content.document, at)
  return node === null ? null : pathOf(content.document, node)
}

/** A member of a header or claims set, or an element of a Disclosure, and the octets of its name and value. */
export interface Claim {
  readonly node: NodeId
  /** Of an element its index. */
  readonly name: string
  readonly octets: Span
}

/** The first members of the object that a segment holds, or elements of a Disclosure, at most `most`; none of anything else. */
export function claimsIn(token: Token, id: SegmentId, most: number): Claim[] {
  const piece = piecesOf(token).get(id)
  const found: Claim[] = []
  if (piece === undefined || piece.content.kind !== 'json' || piece.content.fault !== null) return found
  const { document } = piece.content
  const map = mapOf(piece)
  const add = (node: NodeId, name: string, last: NodeId) => {
    const octets = map.octetsOf({ from: document.from[node]!, to: document.to[last]! })
    found.push({ node, name, octets })
    return found.length === most
  }
  if (document.kind[0] === Kind.object) {
    for (const { key, value } of members(document, 0)) if (add(key, stringValue(document, key), value)) break
  } else if (document.kind[0] === Kind.array && piece.segment.name === 'disclosure') {
    for (const node of items(document, 0)) if (add(node, String(found.length), node)) break
  }
  return found
}
