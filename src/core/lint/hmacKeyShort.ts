import { algorithmOf } from '../crypto/algorithms.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { secretOf } from './hmacSecret.ts'

/** An HMAC secret shorter than the hash (RFC 7518 section 3.2). */
export function hmacKeyShort(subject: Subject): Finding[] {
  const secret = secretOf(subject)
  const least = algorithmOf(subject.token.header.alg ?? '')?.leastBits ?? 0
  if (secret === null || secret.octets.length === 0 || secret.bits >= least) return []
  return [found('hmac-key-short', 'error', [], { bits: secret.bits, least })]
}
