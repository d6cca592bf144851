import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf } from './located.ts'

/** It looks like an ID token, which no API may take for an access token (RFC 8725bis section 2.8). */
export function idTokenAsAccess(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  const name = ['at_hash', 'c_hash', 'nonce'].find((candidate) => claims.has(candidate))
  const typ = headerOf(subject).text('typ')?.toLowerCase() ?? 'jwt'
  if (name === undefined || typ !== 'jwt') return []
  return [found('id-token-as-access', 'info', claims.at(name), { name })]
}
