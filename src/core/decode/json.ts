import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { Fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { isObject } from './content.ts'
import { joseHeaderOf } from './joseHeader.ts'
import { absentSegment } from './jsonString.ts'
import { jweOf } from './jweJson.ts'
import { jwsOf } from './jwsJson.ts'
import type { Content, Token } from './token.ts'

/**
 * Takes the JSON serialization at `span` of `text` apart (RFC 7515 section 7.2, RFC 7516 section 7.2); null where the text
 * is no JSON object, or one that has nothing of a token.
 */
export function decodeJson(text: string, span: Span): Token | null {
  if (text[span.from] !== '{') return null
  const json = text.slice(span.from, span.to)
  const content: Content = { kind: 'json', text: json, ...scanJson(json) }
  const kind = serializationOf(content)
  if (kind === null) return null
  const placed = { document: content.document, base: span.from }
  if (content.fault === null) return kind === 'jws' ? jwsOf(placed, span) : jweOf(placed, span)
  const { code, span: at, values } = content.fault
  const broken: Fault = { code, span: { from: span.from + at.from, to: span.from + at.to }, values }
  return {
    kind: 'undecodable',
    span,
    serialization: 'flattened',
    segments: [absentSegment('protected', span)],
    header: joseHeaderOf({ kind: 'empty' }),
    headerContent: { kind: 'empty' },
    payloadContent: null,
    faults: [broken],
  }
}

/** Which kind of token a JSON object is by its members (RFC 7516 section 9); null where it is none. */
export function serializationOf(content: Content): 'jws' | 'jwe' | null {
  if (content.kind !== 'json' || (content.fault === null && !isObject(content))) return null
  const { document } = content
  const has = (name: string) => document.count > 0 && memberValue(document, 0, name) !== null
  if (has('ciphertext')) return 'jwe'
  if (has('signatures') || has('signature')) return 'jws'
  if (has('recipients') || (has('encrypted_key') && has('iv'))) return 'jwe'
  return has('payload') && (has('protected') || has('header')) ? 'jws' : null
}
