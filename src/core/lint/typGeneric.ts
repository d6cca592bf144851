import { isMediaType } from '../validate/profile/demand.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf, isToldBySub } from './located.ts'

/** Of a build system’s tokens: names and values in turn, as in `org/a/project/b`. */
const PATH = /^(?!urn:)\w+([:/])[^:/]+\1\w+\1/

/** Nothing tells what kind of token this is: neither `typ` nor its claims (RFC 8725 section 3.11), or `typ` is no string. */
export function typGeneric(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const typ = header.text('typ')
  const claims = claimsOf(subject)
  const warning = (why: string) => [found('typ-generic', 'warning', header.at('typ'), { why })]
  if (header.has('typ') && typ === null) return warning('no string')
  if (claims.document === null || subject.kind !== 'jwt' || subject.issuerKnown || isToldBySub(claims))
    return []
  if (PATH.test(claims.text('sub') ?? '')) return []
  if (typ === null) return warning('none')
  if (typ.trim() === '') return warning('empty')
  return isMediaType(typ, ['jwt']) ? warning('generic') : []
}
