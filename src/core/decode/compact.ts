import { readBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { contentOf, isObject } from './content.ts'
import { headerFaults } from './headerFaults.ts'
import { joseHeaderOf } from './joseHeader.ts'
import { plainSegment } from './plain.ts'
import type { Content, JoseHeader, Jws, Segment, SegmentName, Token } from './token.ts'

const JWS: readonly SegmentName[] = ['protected', 'payload', 'signature']
const JWE: readonly SegmentName[] = ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag']

/** More dots than any compact serialization has; the rest of the text is not looked at. */
const MAX_SEGMENTS = 64

/**
 * Takes the compact serialization at `span` of `text` apart (RFC 7515 section 7.1, RFC 7516 section 7.1). Three parts make
 * a JWS and five with `enc` a JWE, however broken each may be; anything else is undecodable, with what could be read of
 * it. Faults are in text order.
 */
export function decodeCompact(text: string, span: Span): Token {
  const spans = split(text, span)
  const first = segmentAt(text, 'protected', spans[0]!)
  const headerContent = contentOf(first.octets)
  const header = joseHeaderOf(headerContent)
  if (!header.b64 && spans.length > 2) return decodePlain(text, span, first, headerContent, header)
  // A header without enc is no JWE's (RFC 7516 section 9); of one that cannot be read, the number of parts tells.
  const encrypted = spans.length === 5 && !(isObject(headerContent) && header.enc === null)
  const names = (encrypted ? JWE : JWS).slice(0, spans.length)
  const segments = names.map((name, i) => (i === 0 ? first : segmentAt(text, name, spans[i]!)))
  const faults = [
    ...headerFaults(first, headerContent),
    ...segments.slice(1).flatMap((segment) => segment.faults),
  ]
  const parts = { span, serialization: 'compact', segments, header, headerContent } as const
  if (encrypted) {
    const recipients = [{ unprotected: null, header, encryptedKey: segments[1]! }]
    return { kind: 'jwe', ...parts, faults, payloadContent: null, unprotected: null, recipients, shown: 0 }
  }
  const payload = segments[1]
  const payloadContent = payload === undefined ? null : contentOf(payload.octets)
  if (spans.length === 3) return compactJws(parts, payloadContent!, faults)
  const shape = fault('token-segments', span, { count: spans.length })
  // Text without a dot is no token at all: what its characters are does not matter.
  return {
    kind: 'undecodable',
    ...parts,
    payloadContent,
    faults: spans.length === 1 ? [shape] : [shape, ...faults],
  }
}

/** A payload that is not encoded may hold anything but a dot (RFC 7797 section 5.2); the signature follows the last one. */
function decodePlain(
  text: string,
  span: Span,
  first: Segment,
  headerContent: Content,
  header: JoseHeader,
): Jws {
  const last = text.lastIndexOf('.', span.to - 1)
  const payload = plainSegment(text, { from: first.span.to + 1, to: last })
  const signature = segmentAt(text, 'signature', { from: last + 1, to: span.to })
  const dot = text.indexOf('.', payload.span.from)
  const faults: Fault[] = [...headerFaults(first, headerContent)]
  if (dot < last) faults.push(fault('payload-dot', { from: dot, to: dot + 1 }))
  faults.push(...signature.faults)
  const segments = [first, payload, signature]
  const parts = { span, serialization: 'compact', segments, header, headerContent } as const
  return compactJws(parts, contentOf(payload.octets), faults)
}

function compactJws(
  parts: Omit<Jws, 'kind' | 'faults' | 'payloadContent' | 'detached' | 'signatures' | 'shown'>,
  payloadContent: Content,
  faults: readonly Fault[],
): Jws {
  const { segments, header, headerContent } = parts
  const [first, payload, signature] = segments as readonly [Segment, Segment, Segment]
  return {
    kind: 'jws',
    ...parts,
    faults,
    payloadContent,
    detached: payload.span.from === payload.span.to,
    signatures: [{ protected: first, protectedContent: headerContent, unprotected: null, header, signature }],
    shown: 0,
  }
}

function segmentAt(text: string, name: SegmentName, span: Span): Segment {
  return { name, span, ...readBase64url(text, span) }
}

function split(text: string, { from, to }: Span): Span[] {
  const spans: Span[] = []
  let start = from
  while (spans.length < MAX_SEGMENTS - 1) {
    const dot = text.indexOf('.', start)
    if (dot < 0 || dot >= to) break
    spans.push({ from: start, to: dot })
    start = dot + 1
  }
  spans.push({ from: start, to })
  return spans
}
