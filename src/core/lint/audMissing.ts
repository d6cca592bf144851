import { Kind } from '../json/document.ts'
import { isMediaType } from '../validate/profile/demand.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf, isToldBySub } from './located.ts'

/** Kinds of token that are for nobody in particular, or say it in another way. */
const open = [
  'dpop',
  'simplejwt-access',
  'simplejwt-refresh',
  'simplejwt-sliding',
  'cognito-access',
  'sd-jwt',
  'sd-jwt-vc',
  'set',
  'passport',
  'status-list',
  'trust-mark',
  'entity-statement',
  'github-app',
  'oidc-userinfo',
]

/** Types that have no audience by nature: a credential is for whomever its holder shows it. */
const credentials = ['vc+jwt', 'vc+ld+json+jwt']

/** Kinds of token that may be for several recipients, with no party that asked for them. */
const shared = ['set', 'k8s-sa', 'client-assertion', 'jwt-bearer-grant']

/** The token does not say for whom it is: no `aud`, a wildcard, or several without `azp` (RFC 8725 section 3.9). */
export function audMissing(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  if (claims.document === null) return []
  const node = claims.node('aud')
  const isOpen =
    open.includes(subject.kind) ||
    subject.issuerLacks.includes('aud') ||
    isMediaType(headerOf(subject).text('typ') ?? '', credentials)
  if (node === null) return isOpen ? [] : [found('aud-missing', 'warning', [], { why: 'none' })]
  const audiences = claims.textsAt(node) ?? [claims.textAt(node) ?? '?']
  if (audiences.every((audience) => audience === ''))
    return [found('aud-missing', 'warning', claims.at(node), { why: 'none' })]
  if (audiences.includes('*')) return [found('aud-missing', 'warning', claims.at(node), { why: 'any' })]
  const several = claims.kind(node) === Kind.array && audiences.length > 1
  return several &&
    !shared.includes(subject.kind) &&
    !isToldBySub(claims) &&
    !claims.has('azp') &&
    !claims.has('client_id')
    ? [found('aud-missing', 'warning', claims.at(node), { why: 'several' })]
    : []
}
