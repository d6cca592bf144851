import { isMediaType } from '../validate/profile/demand.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf, isPossessionProof } from './located.ts'

/** Kinds of token that are not meant to have an `exp`. */
const lasting = [
  'dpop',
  'kb-jwt',
  'set',
  'introspection',
  'passport',
  'status-list',
  'trust-mark',
  'oidc-userinfo',
  'sd-jwt',
  'sd-jwt-vc',
]

/** Nothing in the token ends its life (RFC 7519 section 4.1.4). */
export function expMissing(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  if (claims.document === null || claims.has('exp') || lasting.includes(subject.kind)) return []
  // Keycloak ends offline sessions itself.
  if (subject.issuerKnown && claims.text('typ') === 'Offline') return []
  if (isPossessionProof(subject) || isMediaType(headerOf(subject).text('typ') ?? '', ['vc+jwt'])) return []
  return [found('exp-missing', 'warning', [])]
}
