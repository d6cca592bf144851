/**
 * ROCA, CVE-2017-15361: a library in smart cards and TPMs made primes k · M + (65537^a mod M), M being the product of the
 * first primes. So the modulus is a power of 65537 modulo each of them, with one exponent for all, which no other modulus
 * is but by a chance of 2^-155. Such a modulus can be factored.
 */

/** The odd primes that go into M whatever the length of the key: up to 167, which is below 13². */
export const smallPrimes = Array.from({ length: 83 }, (_, i) => 2 * i + 3).filter((odd) =>
  [3, 5, 7, 11].every((prime) => odd === prime || odd % prime !== 0),
)

/** Whether the modulus has that form. */
export function isRoca(modulus: bigint): boolean {
  const found: { readonly exponent: number; readonly order: number }[] = []
  for (const prime of smallPrimes) {
    const residue = Number(modulus % BigInt(prime))
    const { exponent, order } = logarithm(residue, prime)
    if (exponent < 0) return false
    // Two congruences of one number agree modulo what their moduli have in common.
    if (found.some((other) => (exponent - other.exponent) % gcd(order, other.order) !== 0)) return false
    found.push({ exponent, order })
  }
  return true
}

/** The discrete logarithm of the residue to the base 65537, −1 if there is none, and the order of 65537. */
function logarithm(residue: number, prime: number): { readonly exponent: number; readonly order: number } {
  const base = 65537 % prime
  let exponent = -1
  let order = 0
  let power = 1
  do {
    if (power === residue) exponent = order
    power = (power * base) % prime
    order++
  } while (power !== 1)
  return { exponent, order }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
