import { memberOctets } from '../crypto/octets.ts'
import { toInteger } from '../keys/curves.ts'
import { type Finding, found, type Subject } from './finding.ts'

/** Keys that are compared with each other at most. */
const MOST = 40

/** Two RSA moduli with a prime in common: both are broken by a greatest common divisor. */
export async function rsaSharedPrime({ keys }: Subject): Promise<Finding[]> {
  const moduli = [...new Set(keys?.keys.flatMap(({ jwk }) => (jwk.kty === 'RSA' && jwk.n ? [jwk.n] : [])))]
    .slice(0, MOST)
    .map((n) => toInteger(memberOctets(n)))
  let product = 1n
  for (const n of moduli) {
    // One division for all before it; between two of them the page may do other things.
    if (product > 1n && gcd(product % n, n) > 1n) return [found('rsa-shared-prime', 'error', [])]
    product *= n
    await Promise.resolve()
  }
  return []
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}
