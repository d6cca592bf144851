import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf } from './located.ts'

/** Kinds that are ID tokens, or that nothing tells. */
const kinds = ['oidc-id-token', 'firebase-id', 'cognito-id', 'jwt']

/** It looks like an ID token, which no API may take for an access token (RFC 8725bis section 2.8). */
export function idTokenAsAccess(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  // Some issuers repeat the nonce in access tokens, but none names scopes in an ID token.
  const marks = claims.has('scope') ? ['at_hash', 'c_hash'] : ['at_hash', 'c_hash', 'nonce']
  const name = marks.find((candidate) => claims.has(candidate))
  const typ = headerOf(subject).text('typ')?.toLowerCase() ?? 'jwt'
  if (name === undefined || typ !== 'jwt' || !kinds.includes(subject.kind)) return []
  return [found('id-token-as-access', 'info', claims.at(name), { name })]
}
