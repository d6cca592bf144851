import type { JsonDocument, NodeId } from '../json/document.ts'
import { stringValue } from '../json/read.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import type { Segment, SegmentName } from './token.ts'

const encoder = new TextEncoder()

/** JSON whose offsets count from `base` in the pasted text. */
export interface Placed {
  readonly document: JsonDocument
  readonly base: number
}

/** The part of a token that a JSON string is; it may have escapes, as any JSON string. */
export function stringSegment({ document, base }: Placed, node: NodeId, name: SegmentName): Segment {
  const span = { from: base + document.from[node]! + 1, to: base + document.to[node]! - 1 }
  const value = stringValue(document, node)
  const at = value.length === span.to - span.from ? null : offsetsOf({ document, base }, node)
  const { octets, carriers, faults } = readBase64url(value, { from: 0, to: value.length })
  const placed = (offset: number) => (at === null ? span.from + offset : (at[offset] ?? span.to))
  return {
    name,
    span,
    octets,
    carriers: carriers === null ? at : carriers.map(placed),
    faults: faults.map((fault) => ({
      ...fault,
      span: { from: placed(fault.span.from), to: placed(fault.span.to) },
    })),
  }
}

/** The payload that a JSON string is where it is not encoded (RFC 7797 section 3). */
export function plainStringSegment({ document, base }: Placed, node: NodeId): Segment {
  const span = { from: base + document.from[node]! + 1, to: base + document.to[node]! - 1 }
  const value = stringValue(document, node)
  const carriers = value.length === span.to - span.from ? null : offsetsOf({ document, base }, node)
  return { name: 'payload', span, octets: encoder.encode(value), carriers, plain: true, faults: [] }
}

/** A part that is not there: no characters, at the place of the token. */
export function absentSegment(name: SegmentName, { from }: Span): Segment {
  return { name, span: { from, to: from }, octets: new Uint8Array(0), carriers: null, faults: [] }
}

/** Where in the pasted text each UTF-16 unit of the string's value begins. */
function offsetsOf({ document: { text, from, to }, base }: Placed, node: NodeId): Int32Array {
  const last = to[node]! - 1
  const offsets = new Int32Array(last - from[node]!)
  let count = 0
  for (let i = from[node]! + 1; i < last; ) {
    offsets[count++] = base + i
    i += text[i] !== '\\' ? 1 : text[i + 1] === 'u' ? 6 : 2
  }
  return offsets.slice(0, count)
}
