import { digestInfos, isSame, opened, pssDigest, sha, unmasked } from '../encodedMessage.ts'
import { rsaNumbers } from '../rsaKey.ts'
import type { Engine } from './engine.ts'

type Octets = Uint8Array<ArrayBuffer>

/**
 * RSASSA of RFC 8017 by arithmetic on integers, for keys that platforms refuse: with too short a modulus, one of odd
 * length, an exponent of 1. Public numbers alone go in, so that its time need not be constant.
 */
export const engine: Pick<Engine, 'verify'> = {
  async verify({ webCrypto, hash }, jwk, signature, data) {
    const message = opened(jwk, signature)
    if (message === null) return false
    const digest = await sha(hash!, data)
    if (webCrypto.name !== 'RSA-PSS') {
      const expected = pkcs1(digest, digestInfos[hash!], message.length)
      return expected !== null && isSame(message, expected)
    }
    const { bits } = rsaNumbers(jwk)
    const parts = await unmasked(message, bits, hash!)
    // The bits above the encoded message's are zero, and the salt is as long as the hash (RFC 7518 section 3.5).
    if (message[0]! >> (bits - 1 - 8 * (message.length - 1)) !== 0) return false
    if (parts === null || parts.salt?.length !== digest.length) return false
    return isSame(await pssDigest(hash!, digest, parts.salt), parts.h)
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
