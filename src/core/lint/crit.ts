import { Kind } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import { jsonParts } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/**
 * `crit` that breaks RFC 7515 section 4.1.11 or names what no check here understands, and `b64` that is false and not
 * named there, against RFC 7797 section 6.
 */
export function crit(subject: Subject): Finding[] {
  const { header, segments } = subject.token
  const whole = [segments[0]!.span]
  if (header.crit === 'malformed')
    return [{ rule: 'crit-malformed', severity: 'error', at: whole, values: {} }]
  const unknown = (header.crit ?? []).filter((name) => name !== 'b64' || subject.token.kind !== 'jws')
  if (unknown.length > 0)
    return [{ rule: 'crit-unknown', severity: 'warning', at: whole, values: { names: unknown.join(', ') } }]
  if (header.crit !== null) return []
  const part = jsonParts(subject).find(({ name }) => name === 'protected')
  if (part === undefined) return []
  const b64 = memberValue(part.document, 0, 'b64')
  if (b64 === null || part.document.kind[b64] !== Kind.false) return []
  return [{ rule: 'b64-not-critical', severity: 'error', at: [part.at(b64)], values: {} }]
}
