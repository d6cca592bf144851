import { Kind } from '../json/document.ts'
import { isMediaType } from '../validate/profile/demand.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf } from './located.ts'

/** `b64: false` without `crit` naming it (RFC 7797 section 6), or in a JWT, which must not have it (section 7). */
export function b64InJwt(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const node = header.node('b64')
  if (node === null || header.kind(node) !== Kind.false) return []
  const { crit } = subject.token.header
  const critical = Array.isArray(crit) && crit.includes('b64')
  const typ = header.text('typ') ?? ''
  const isJwt = claimsOf(subject).document !== null || isMediaType(typ, ['JWT', '+jwt'])
  if (critical && !isJwt) return []
  return [found('b64-in-jwt', 'error', header.at(node), { why: critical ? 'jwt' : 'not-critical' })]
}
