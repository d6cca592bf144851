import { secp256k1 } from '@noble/curves/secp256k1.js'
import type { JWK } from 'jose'
import { memberOctets } from '../octets.ts'
import type { Engine } from './engine.ts'

/** RFC 8812 section 3.2 sets no bound on s below the order, as Bitcoin does: both s and n − s are right. */
const options = { lowS: false }

/** ES256K by @noble/curves. */
export const engine: Engine = {
  async verify({ webCrypto }, jwk, signature, data) {
    const digest = new Uint8Array(await crypto.subtle.digest(webCrypto.hash!, data))
    return secp256k1.verify(signature, digest, point(jwk), { ...options, prehash: false })
  },
  async sign(_, { d }, data) {
    return secp256k1.sign(data, memberOctets(d)) as Uint8Array<ArrayBuffer>
  },
}

/** The uncompressed form (SEC 1 section 2.3.3). */
function point({ x, y }: JWK): Uint8Array {
  return Uint8Array.of(4, ...memberOctets(x), ...memberOctets(y))
}
