import type { Span } from '../text/span.ts'
import type { Segment } from './token.ts'

const encoder = new TextEncoder()

/** A payload that stands in the text as it is: its octets are the characters in UTF-8 (RFC 7797 section 3). */
export function plainSegment(text: string, span: Span): Segment {
  const octets = encoder.encode(text.slice(span.from, span.to))
  return { name: 'payload', span, octets, carriers: null, plain: true, faults: [] }
}

/** A payload that does not stand in the token (RFC 7515 appendix F): `span` is empty, and no character carries an octet. */
export function detachedSegment(span: Span, octets: Uint8Array<ArrayBuffer>): Segment {
  return { name: 'payload', span, octets, carriers: new Int32Array(0), plain: true, faults: [] }
}
