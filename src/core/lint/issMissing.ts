import { parseUrl } from '../text/url.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, isToldBySub } from './located.ts'

/** Kinds of token whose issuer is known otherwise. */
const open = [
  'dpop',
  'kb-jwt',
  'simplejwt-access',
  'simplejwt-refresh',
  'simplejwt-sliding',
  'sd-jwt',
  'sd-jwt-vc',
  'passport',
  'status-list',
  'oidc-userinfo',
  'jar',
]

/** The token does not say who issued it, names an address that anybody on the way can answer for, or another issuer than the one of the keys (RFC 8725 section 3.8). */
export function issMissing(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  if (claims.document === null) return []
  if (!claims.has('iss') || claims.text('iss') === '')
    return open.includes(subject.kind) || subject.issuerLacks.includes('iss') || isToldBySub(claims)
      ? []
      : [found('iss-missing', 'warning', [], { why: 'none' })]
  if (subject.issuer !== null && claims.text('iss') !== subject.issuer && !subject.issuer.includes('{'))
    return [found('iss-missing', 'warning', claims.at('iss'), { why: 'other', issuer: subject.issuer })]
  const url = parseUrl(claims.text('iss') ?? '')
  const local = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '')
  return url?.protocol === 'http:' && !local
    ? [found('iss-missing', 'warning', claims.at('iss'), { why: 'http' })]
    : []
}
