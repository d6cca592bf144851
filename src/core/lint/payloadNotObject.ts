import { isObject } from '../decode/content.ts'
import type { Finding, Subject } from './finding.ts'

/** A JWT's payload is a claims set, a JSON object, or another token (RFC 7519 section 7.2). */
export function payloadNotObject({ token, inner }: Subject): Finding[] {
  if (token.kind !== 'jws' || inner !== null || isObject(token.payloadContent)) return []
  const content = token.payloadContent
  if (content.kind === 'json' && content.fault !== null) return []
  const payload = token.segments[1]!
  // Sent apart, or not encoded: no JWT is (RFC 7797 section 7).
  if (token.detached || token.header.b64 === false) return []
  // A payload whose characters are broken is told of as such.
  if (payload.faults.length > 0) return []
  return [
    { rule: 'payload-not-object', severity: 'error', at: [payload.span], values: { kind: content.kind } },
  ]
}
