import { unlike } from '../validate/replicated.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { Located } from './located.ts'

/** Header copies of `iss`, `sub` and `aud` that differ from the claims (RFC 7519 section 5.3). */
export function headerClaimMismatch({ token, inner }: Subject): Finding[] {
  const header = new Located(token, 'protected')
  const claims = new Located(inner ?? token, 'payload')
  return unlike(header, claims).map((name) =>
    found('header-claim-mismatch', 'error', header.at(name), { name }),
  )
}
