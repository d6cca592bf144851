import { power, toInteger, toOctets } from '../../keys/curves.ts'
import type { SignatureAlgorithm } from '../algorithms.ts'
import { compareOctets } from '../octets.ts'
import { rsaNumbers } from '../rsaKey.ts'
import type { Engine } from './engine.ts'

type Octets = Uint8Array<ArrayBuffer>
type Hash = NonNullable<SignatureAlgorithm['hash']>

/** DER of a DigestInfo up to the digest: RFC 8017 section 9.2, note 1. */
const digestInfo = (oidEnd: number, size: number) => [
  ...[0x30, size + 17, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, oidEnd],
  ...[0x05, 0x00, 0x04, size],
]
const digestInfos: Readonly<Record<Hash, readonly number[]>> = {
  'SHA-256': digestInfo(1, 32),
  'SHA-384': digestInfo(2, 48),
  'SHA-512': digestInfo(3, 64),
}

/**
 * RSASSA of RFC 8017 by arithmetic on integers, for keys that platforms refuse: with too short a modulus, one of odd
 * length, an exponent of 1. Public numbers alone go in, so that its time need not be constant.
 */
export const engine: Pick<Engine, 'verify'> = {
  async verify({ webCrypto, hash }, jwk, signature, data) {
    const { n, e, bits } = rsaNumbers(jwk)
    const message = power(toInteger(signature), toInteger(e), toInteger(n))
    const digest = await sha(hash!, data)
    if (webCrypto.name === 'RSA-PSS') {
      const size = (bits + 6) >> 3
      const encoded = toOctets(message, size)
      return toInteger(encoded) === message && verifyPss(encoded, digest, hash!, 8 * size - (bits - 1))
    }
    const expected = pkcs1(digest, digestInfos[hash!], n.length)
    return expected !== null && compareOctets(toOctets(message, n.length), expected) === 0
  },
}

/** EMSA-PKCS1-v1_5 (RFC 8017 section 9.2); null where there is no room. */
function pkcs1(digest: Octets, info: readonly number[], size: number): Octets | null {
  const at = size - info.length - digest.length
  if (at < 11) return null
  const encoded = new Uint8Array(size).fill(0xff)
  encoded.set([0, 1])
  encoded[at - 1] = 0
  encoded.set(info, at)
  encoded.set(digest, at + info.length)
  return encoded
}

/** EMSA-PSS-VERIFY with a salt as long as the hash (RFC 8017 section 9.1.2); `unused` bits of the first octet are zero. */
async function verifyPss(encoded: Octets, digest: Octets, hash: Hash, unused: number): Promise<boolean> {
  const size = digest.length
  const at = encoded.length - size - 1
  if (at < size + 1 || encoded.at(-1) !== 0xbc || encoded[0]! >> (8 - unused) !== 0) return false
  const seed = encoded.slice(at, -1)
  const block = encoded.slice(0, at)
  const mask = await mgf1(seed, at, hash)
  block.forEach((octet, i) => {
    block[i] = octet ^ mask[i]!
  })
  block[0]! &= 0xff >> unused
  const salt = block.slice(-size)
  if (block.at(-size - 1) !== 1 || block.subarray(0, -size - 1).some((octet) => octet !== 0)) return false
  const again = await sha(hash, Uint8Array.of(...new Uint8Array(8), ...digest, ...salt))
  return compareOctets(again, seed) === 0
}

/** RFC 8017 appendix B.2.1. */
async function mgf1(seed: Octets, length: number, hash: Hash): Promise<Octets> {
  const mask = new Uint8Array(length)
  for (let at = 0, counter = 0; at < length; counter++) {
    const block = await sha(hash, Uint8Array.of(...seed, ...toOctets(BigInt(counter), 4)))
    mask.set(block.subarray(0, length - at), at)
    at += block.length
  }
  return mask
}

async function sha(hash: Hash, data: Octets): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.digest(hash, data))
}
