import { algorithmsOf } from '../crypto/algorithms.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { isDerSignature, signedWith } from './signature.ts'

/** A length that no signature of the algorithm has (RFC 7518 section 3); of RSA, the length of the key’s modulus where a key is given. */
export function signatureLength({ token, key }: Subject): Finding[] {
  const signed = signedWith(token)
  if (signed === null || signed.segment.octets.length === 0) return []
  const { algorithm, segment } = signed
  if (algorithm.kty === 'EC' && isDerSignature(segment.octets)) return []
  const modulus = algorithm.kty === 'RSA' && key?.jwk.kty === 'RSA' ? (key.bits + 7) >> 3 : null
  // EdDSA leaves the curve to the key: without one, both lengths that it has are in order.
  const curves = algorithmsOf(algorithm.alg)
  const ofKey = curves.filter(({ crv }) => crv === key?.jwk.crv)
  const lengths = (ofKey.length > 0 ? ofKey : curves).map((one) => one.signatureLength)
  const expected = lengths[0] ?? modulus
  const octets = segment.octets.length
  if (expected === null || octets === expected || lengths.includes(octets)) return []
  return [found('signature-length', 'error', [segment.span], { alg: algorithm.alg, expected, octets })]
}
