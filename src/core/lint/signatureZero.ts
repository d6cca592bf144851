import { oddNumbers } from '../crypto/bounds.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { signedWith } from './signature.ts'

/** An ECDSA signature whose r or s is 0 or not below the curve's order: a broken verifier takes it for good (CVE-2022-21449). */
export function signatureZero({ token }: Subject): Finding[] {
  const signed = signedWith(token)
  if (signed === null || signed.algorithm.kty !== 'EC') return []
  const { segment, algorithm } = signed
  if (segment.octets.length !== algorithm.signatureLength) return []
  const odd = oddNumbers(algorithm.crv!, segment.octets).map(({ part }) => part)
  return odd.length === 0
    ? []
    : [found('signature-zero', 'error', [segment.span], { which: odd.join(' and ') })]
}
