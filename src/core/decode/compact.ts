import type { JsonFault } from '../json/fault.ts'
import type { Base64urlFault } from '../text/base64url.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { contentOf, isObject } from './content.ts'
import { joseHeaderOf } from './joseHeader.ts'
import type { SourceMap } from './sourceMap.ts'
import { sourceMap } from './sourceMap.ts'
import type { Content, Segment, SegmentName, Token } from './token.ts'

export type DecodeFault =
  | Base64urlFault
  | JsonFault
  /** Not the three parts of a JWS or the five of a JWE, whose header has `enc`. */
  | 'token-segments'
  /** Five parts: a JWE, whose content is encrypted. */
  | 'token-encrypted'
  | 'header-empty'
  | 'header-not-utf8'
  | 'header-not-json'
  | 'header-not-object'
  /** A header parameter name stands twice, which RFC 7515 section 4 forbids. */
  | 'header-duplicate'

const JWS: readonly SegmentName[] = ['protected', 'payload', 'signature']
const JWE: readonly SegmentName[] = ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag']

/** More dots than any compact serialization has; the rest of the text is not looked at. */
const MAX_SEGMENTS = 64

/**
 * Takes the compact serialization at `span` of `text` apart (RFC 7515 section 7.1). Three parts make a JWS, however
 * broken each may be; anything else is undecodable, with what could be read of it. Faults are in text order.
 */
export function decodeCompact(text: string, span: Span): Token {
  const spans = split(text, span)
  const segmentAt = (name: SegmentName, i: number): Segment => ({
    name,
    span: spans[i]!,
    ...readBase64url(text, spans[i]!),
  })
  const first = segmentAt('protected', 0)
  const headerContent = contentOf(first.octets)
  const header = joseHeaderOf(headerContent)
  // A header without enc is no JWE's (RFC 7516 section 9); of one that cannot be read, the number of parts tells.
  const encrypted = spans.length === 5 && !(isObject(headerContent) && header.enc === null)
  const names = (encrypted ? JWE : JWS).slice(0, spans.length)
  const segments = names.map((name, i) => (i === 0 ? first : segmentAt(name, i)))
  const faults: Fault<DecodeFault>[] = []
  for (const segment of segments) {
    faults.push(...(segment.faults as readonly Fault<Base64urlFault>[]))
    // An undecodable header has its JSON fault as a consequence: one cause, one fault.
    if (segment === first && !first.faults.some(breaksReading))
      faults.push(...headerFaults(first, headerContent))
  }
  const parts = { span, segments, header, headerContent }
  const payload = segments[1]
  const payloadContent = payload?.name === 'payload' ? contentOf(payload.octets) : null
  if (spans.length === 3 && payloadContent !== null) {
    const signingInput = { from: span.from, to: spans[2]!.from - 1 }
    return { kind: 'jws', ...parts, faults, payloadContent, signingInput }
  }
  const code = encrypted ? 'token-encrypted' : 'token-segments'
  const shape = fault(code, span, { count: spans.length })
  // Text without a dot is no token at all: what its characters are does not matter.
  return {
    kind: 'undecodable',
    ...parts,
    payloadContent,
    faults: spans.length === 1 ? [shape] : [shape, ...faults],
  }
}

const maps = new WeakMap<Segment, SourceMap>()

/** The characters ↔ octets ↔ text map of a segment of the token; null where the token has no such segment. */
export function segmentMap(token: Token, name: SegmentName): SourceMap | null {
  const segment = token.segments.find((candidate) => candidate.name === name)
  if (segment === undefined) return null
  const map = maps.get(segment) ?? sourceMap(segment, segmentContent(token, name))
  maps.set(segment, map)
  return map
}

/** What a segment's octets are; a signature and the parts of a JWE are octets only. */
export function segmentContent(token: Token, name: SegmentName): Content {
  if (name === 'protected') return token.headerContent
  return (name === 'payload' ? token.payloadContent : null) ?? { kind: 'octets', invalidAt: 0 }
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

/** Faults that leave octets out, so that the JSON after them is cut short. */
function breaksReading({ code }: Fault): boolean {
  return code === 'base64url-character' || code === 'base64url-length'
}

function headerFaults(segment: Segment, content: Content): Fault<DecodeFault>[] {
  const map = sourceMap(segment, content)
  const inToken = (inText: Span) => map.charactersOf(map.octetsOf(inText))
  switch (content.kind) {
    case 'empty':
      return [fault('header-empty', segment.span)]
    case 'octets': {
      const at = { from: content.invalidAt, to: content.invalidAt + 1 }
      return [
        fault('header-not-utf8', map.charactersOf(at), { at: at.from, octet: segment.octets[at.from] ?? 0 }),
      ]
    }
    case 'text':
      return [fault('header-not-json', segment.span)]
    case 'json': {
      const { document, fault: broken } = content
      if (broken !== null) {
        return [fault(broken.code as JsonFault, inToken(broken.span), { ...broken.values, in: 'header' })]
      }
      if (content.document.kind[0] !== 0) return [fault('header-not-object', segment.span)]
      return document.duplicates.map((key) => {
        const at = { from: document.from[key]!, to: document.to[key]! }
        return fault('header-duplicate', inToken(at), { name: document.text.slice(at.from + 1, at.to - 1) })
      })
    }
  }
}
