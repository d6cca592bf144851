import type { JWK } from 'jose'
import { toInteger } from '../keys/curves.ts'
import type { WeaknessFault } from '../keys/fault.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { isRoca } from './roca.ts'
import { bitLength, isOdd, rsaNumbers } from './rsaKey.ts'

/** BoringSSL, the strictest of those that are widespread but for Go's, takes exponents up to this. */
const EXPONENT_BITS = 33

const known = new WeakMap<JWK, readonly (readonly [WeaknessFault, Fault['values']])[]>()

/** What makes the RSA key weak whatever it is used for, gravest first; its length is another matter. */
export function rsaWeaknesses(jwk: JWK, alg: string, span: Span): Fault<WeaknessFault>[] {
  let found = known.get(jwk)
  if (found === undefined) {
    found = [...ofModulus(jwk), ...ofExponent(jwk)]
    known.set(jwk, found)
  }
  return found.map(([code, values]) => fault(code, span, { alg, ...values }))
}

/** Divisors that are tried: of moduli longer than any library takes fewer, as each division takes longer. */
const tried = (bits: number) => (bits > 16_384 ? 168 : 10_000)

function ofModulus(jwk: JWK): (readonly [WeaknessFault, Fault['values']])[] {
  const { n, bits } = rsaNumbers(jwk)
  const modulus = toInteger(n)
  const factor = isOdd(n) ? oddFactor(modulus, tried(bits)) : 2
  if (factor !== null) return [['weak-rsa-factor', { factor }]]
  return isRoca(modulus) ? [['weak-rsa-roca', {}]] : []
}

/** The least odd divisor below a limit. */
function oddFactor(modulus: bigint, limit: number): number | null {
  for (let divisor = 3; divisor < limit; divisor += 2) if (modulus % BigInt(divisor) === 0n) return divisor
  return null
}

function ofExponent(jwk: JWK): (readonly [WeaknessFault, Fault['values']])[] {
  const { e } = rsaNumbers(jwk)
  const bits = bitLength(e)
  // Odd and above 1: RFC 8017 section 3.1.
  if (!isOdd(e) || bits === 1) return [['weak-rsa-exponent', {}]]
  if (bits > EXPONENT_BITS) return [['weak-rsa-exponent-large', { bits }]]
  const exponent = Number(toInteger(e))
  return exponent < 65537 ? [['weak-rsa-exponent-small', { exponent }]] : []
}
