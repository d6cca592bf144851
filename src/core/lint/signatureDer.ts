import { type Finding, found, type Subject } from './finding.ts'
import { isDerSignature, signedWith } from './signature.ts'

/** An ECDSA signature in DER, where JOSE has r ‖ s (RFC 7518 section 3.4). */
export function signatureDer({ token }: Subject): Finding[] {
  const signed = signedWith(token)
  if (signed?.algorithm.kty !== 'EC' || !isDerSignature(signed.segment.octets)) return []
  return [found('signature-der', 'error', [signed.segment.span], { alg: signed.algorithm.alg })]
}
