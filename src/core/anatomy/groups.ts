import { segmentContent, segmentMap } from '../decode/compact.ts'
import { charCodeAt, groupNumbered } from '../decode/sourceMap.ts'
import type { Content, SegmentName, Token } from '../decode/token.ts'
import { Kind, type NodeId } from '../json/document.ts'
import { members, nodeAt, pathOf, stringValue } from '../json/read.ts'
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
export function openGroup(text: string, token: Token, name: SegmentName, number: number): OpenGroup | null {
  const map = segmentMap(token, name)
  if (map === null) return null
  const group = groupNumbered(text, map.segment, number)
  if (group === null) return null
  const { octets, characters } = group
  const used = 8 * (octets.to - octets.from)
  const sextets = group.sextets.map((value, i) => ({
    at: characters[i]!,
    character: String.fromCharCode(charCodeAt(text, characters[i]!)),
    value,
    bits: value.toString(2).padStart(6, '0'),
    spare: Math.min(6, Math.max(0, 6 * (i + 1) - used)),
  }))
  const values = map.segment.octets.slice(octets.from, octets.to)
  return { sextets, octets, values, letters: lettersOf(segmentContent(token, name), map, octets) }
}

function lettersOf(
  content: Content,
  { textOf, octetsOf }: NonNullable<ReturnType<typeof segmentMap>>,
  octets: Span,
): Letter[] {
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

/** A member of a header or claims set, and the octets of its name and value. */
export interface Claim {
  readonly node: NodeId
  readonly name: string
  readonly octets: Span
}

/** The first members of the object that a segment holds, at most `most`; none where it holds no object. */
export function claimsIn(token: Token, name: SegmentName, most: number): Claim[] {
  const map = segmentMap(token, name)
  const content = segmentContent(token, name)
  const found: Claim[] = []
  if (map === null || content.kind !== 'json' || content.document.kind[0] !== Kind.object) return found
  const { document } = content
  for (const { key, value } of content.fault === null ? members(document, 0) : []) {
    if (found.length === most) break
    const octets = map.octetsOf({ from: document.from[key]!, to: document.to[value]! })
    found.push({ node: key, name: stringValue(document, key), octets })
  }
  return found
}
