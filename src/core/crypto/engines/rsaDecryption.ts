import type { JWK } from 'jose'
import { power, toInteger, toOctets } from '../../keys/curves.ts'
import { joined, memberOctets } from '../octets.ts'

type Octets = Uint8Array<ArrayBuffer>

/**
 * Undoes RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.2), which WebCrypto does not have; null where the padding is wrong. Its
 * time tells of the padding: that matters to a server that answers strangers, not to a person with their own key.
 */
export function openPkcs1(jwk: JWK, encrypted: Octets): Octets | null {
  const block = privatePower(jwk, encrypted)
  if (block === null || block[0] !== 0 || block[1] !== 2) return null
  const end = block.indexOf(0, 2)
  // At least eight octets of padding.
  return end < 10 ? null : block.slice(end + 1)
}

/** Undoes RSAES-OAEP with an empty label (RFC 8017 section 7.1.2), for keys that the platform refuses. */
export async function openOaep(jwk: JWK, hash: string, encrypted: Octets): Promise<Octets | null> {
  const block = privatePower(jwk, encrypted)
  const label = new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(0)))
  const size = label.length
  if (block === null || block[0] !== 0 || block.length < 2 * size + 2) return null
  const masked = block.slice(size + 1)
  const seed = xor(block.slice(1, size + 1), await mask(masked, size, hash))
  const data = xor(masked, await mask(seed, masked.length, hash))
  if (label.some((octet, i) => data[i] !== octet)) return null
  const one = data.findIndex((octet, i) => i >= size && octet !== 0)
  return data[one] === 1 ? data.slice(one + 1) : null
}

/** The ciphertext to the private exponent (RFC 8017 section 5.1.2), by the primes where they are there and right. */
function privatePower(jwk: JWK, encrypted: Octets): Octets | null {
  const [n, d, p, q] = [jwk.n, jwk.d, jwk.p, jwk.q].map((member) =>
    toInteger(memberOctets(member as string | undefined)),
  )
  const c = toInteger(encrypted)
  if (n === 0n || c >= n!) return null
  if (p! * q! !== n) return toOctets(power(c, d!, n!), encrypted.length)
  const [a, b] = [power(c % p!, d! % (p! - 1n), p!), power(c % q!, d! % (q! - 1n), q!)]
  const h = ((((a - b) * power(q! % p!, p! - 2n, p!)) % p!) + p!) % p!
  return toOctets(b + h * q!, encrypted.length)
}

/** MGF1 (RFC 8017 appendix B.2.1). */
async function mask(seed: Octets, size: number, hash: string): Promise<Octets> {
  let made: Octets = new Uint8Array(0)
  for (let counter = 0; made.length < size; counter++) {
    made = joined(
      made,
      new Uint8Array(await crypto.subtle.digest(hash, joined(seed, toOctets(BigInt(counter), 4)))),
    )
  }
  return made.slice(0, size)
}

function xor(a: Octets, b: Octets): Octets {
  return a.map((octet, i) => octet ^ b[i]!)
}
