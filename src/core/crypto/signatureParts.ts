import { algorithmOf } from './algorithms.ts'

/**
 * The numbers r and s, big-endian, of an ECDSA signature (RFC 7518 section 3.4). Null for other algorithms and for a
 * signature of the wrong length, which has no such halves.
 */
export function signatureParts(
  alg: string,
  signature: Uint8Array,
): { readonly r: Uint8Array; readonly s: Uint8Array } | null {
  const algorithm = algorithmOf(alg)
  if (algorithm?.kty !== 'EC' || signature.length !== algorithm.signatureLength) return null
  const half = signature.length / 2
  return { r: signature.subarray(0, half), s: signature.subarray(half) }
}
