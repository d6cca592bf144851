import { type Finding, found, type Subject } from './finding.ts'

/** An RSA key under 2048 bits (RFC 7518 section 3.3). */
export function rsaShort({ keys }: Subject): Finding[] {
  const key = keys?.keys.find(({ jwk, bits }) => jwk.kty === 'RSA' && bits < 2048)
  return key === undefined ? [] : [found('rsa-short', 'error', [], { bits: key.bits })]
}
