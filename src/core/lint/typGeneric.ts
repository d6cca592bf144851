import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf, isSvid } from './located.ts'

/** Nothing tells what kind of token this is: neither `typ` nor its claims (RFC 8725 section 3.11). */
export function typGeneric(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const typ = header.text('typ')
  const claims = claimsOf(subject)
  if (claims.document === null || subject.kind !== 'jwt' || subject.issuerKnown || isSvid(claims)) return []
  if (typ !== null && typ.toLowerCase() !== 'jwt') return []
  return [found('typ-generic', 'warning', header.at('typ'), { why: typ === null ? 'none' : 'generic' })]
}
