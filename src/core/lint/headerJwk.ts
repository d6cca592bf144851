import { type Finding, found, type Subject } from './finding.ts'
import { headerOf, isPossessionProof } from './located.ts'

/** The header brings its own key: whoever made the token chose it (CVE-2018-0114). Proofs of possession are meant to. */
export function headerJwk(subject: Subject): Finding[] {
  const header = headerOf(subject)
  if (!header.has('jwk') || isPossessionProof(subject)) return []
  return [found('header-jwk', 'error', header.at('jwk'))]
}
