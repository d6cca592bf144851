import { Kind } from '../json/document.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf } from './located.ts'

/** `b64: false` without `crit` naming it (RFC 7797 section 6), or in a JWT, which must not have it (section 7). */
export function b64InJwt(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const node = header.node('b64')
  if (node === null || header.kind(node) !== Kind.false) return []
  const { crit } = subject.token.header
  const critical = Array.isArray(crit) && crit.includes('b64')
  if (critical && claimsOf(subject).document === null) return []
  return [found('b64-in-jwt', 'error', header.at(node), { why: critical ? 'jwt' : 'not-critical' })]
}
