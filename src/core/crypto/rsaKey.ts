import type { JWK } from 'jose'
import { memberOctets } from './octets.ts'

/** The numbers of an RSA public key, big-endian without leading zeros, and the modulus length. */
export interface RsaNumbers {
  readonly n: Uint8Array<ArrayBuffer>
  readonly e: Uint8Array<ArrayBuffer>
  readonly bits: number
}

const known = new WeakMap<JWK, RsaNumbers>()

export function rsaNumbers(jwk: JWK): RsaNumbers {
  const found = known.get(jwk)
  if (found !== undefined) return found
  const n = memberOctets(jwk.n)
  const numbers = { n, e: memberOctets(jwk.e), bits: bitLength(n) }
  known.set(jwk, numbers)
  return numbers
}

/** Of a number without leading zero octets. */
export function bitLength(octets: Uint8Array): number {
  return octets.length === 0 ? 0 : 8 * octets.length - Math.clz32(octets[0]!) + 24
}

/** Whether all platforms agree on such a key; those that are weak but well formed are among them. */
export function isOrdinary(jwk: JWK): boolean {
  const { n, e, bits } = rsaNumbers(jwk)
  const sound = isOdd(n) && isOdd(e) && bitLength(e) > 1
  return sound && bits >= 1024 && bits <= 16384 && bits % 8 === 0 && e.length <= 4
}

export function isOdd(octets: Uint8Array): boolean {
  return ((octets.at(-1) ?? 0) & 1) === 1
}

/** About a tenth of a second, after which the page is to answer. */
export const MAX_COST = 2 ** 36
const MAX_BITS = 16384

/** What a verification takes: it grows with the square of the modulus and with the exponent. */
export function costOf(jwk: JWK): number {
  const { bits, e } = rsaNumbers(jwk)
  return bits > MAX_BITS ? Number.POSITIVE_INFINITY : bits * bits * bitLength(e)
}

/** Whether a verification would take too long. */
export function isTooCostly(jwk: JWK): boolean {
  return costOf(jwk) > MAX_COST
}
