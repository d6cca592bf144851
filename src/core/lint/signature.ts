import { algorithmOf, type SignatureAlgorithm } from '../crypto/algorithms.ts'
import type { Segment, Token } from '../decode/token.ts'

/** The signature that a JWS has and the algorithm that its header names; null where either is not to be had. */
export function signedWith(
  token: Token,
): { readonly algorithm: SignatureAlgorithm; readonly segment: Segment } | null {
  const algorithm = token.kind === 'jws' && token.header.alg !== null ? algorithmOf(token.header.alg) : null
  const segment = token.segments.find(({ name }) => name === 'signature')
  return algorithm === null || segment === undefined ? null : { algorithm, segment }
}

/** Whether octets are a DER SEQUENCE of two INTEGERs and nothing more, as an ECDSA signature is outside JOSE (RFC 3279 section 2.2.3). */
export function isDerSignature(octets: Uint8Array): boolean {
  if (octets[0] !== 0x30) return false
  // P-521 needs 139 octets, whose length takes two.
  const long = octets[1] === 0x81
  const length = octets[long ? 2 : 1] ?? 0
  let at = long ? 3 : 2
  if (at + length !== octets.length) return false
  for (let numbers = 0; numbers < 2; numbers++) {
    const size = octets[at + 1] ?? 0
    if (octets[at] !== 0x02 || size === 0) return false
    at += 2 + size
  }
  return at === octets.length
}
