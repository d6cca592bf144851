import type { JWK } from 'jose'
import type { SignatureAlgorithm } from '../algorithms.ts'
import type { Engine } from './engine.ts'

/** What WebCrypto made of a key, for as long as the key lives. */
const imported = new WeakMap<JWK, Map<SignatureAlgorithm, CryptoKey>>()

/** The platform's WebCrypto. A key to verify with is imported once for each algorithm. */
export const native: Engine = {
  async verify(algorithm, jwk, signature, data) {
    const key = imported.get(jwk)?.get(algorithm) ?? (await importPublic(jwk, algorithm))
    return crypto.subtle.verify(algorithm.webCrypto, key, signature, data)
  },
  async sign({ webCrypto }, jwk, data) {
    const key = await crypto.subtle.importKey('jwk', members(jwk, true), webCrypto, false, ['sign'])
    return new Uint8Array(await crypto.subtle.sign(webCrypto, key, data))
  },
}

async function importPublic(jwk: JWK, algorithm: SignatureAlgorithm): Promise<CryptoKey> {
  const { webCrypto } = algorithm
  const key = await crypto.subtle.importKey('jwk', members(jwk, false), webCrypto, false, ['verify'])
  const ofKey = imported.get(jwk)
  if (ofKey === undefined) imported.set(jwk, new Map([[algorithm, key]]))
  else ofKey.set(algorithm, key)
  return key
}

/** The members that are the key, and those that make it private, by kty (RFC 7518 section 6, RFC 8037, RFC 9964). */
const names: Readonly<Record<string, readonly [shown: readonly string[], secret: readonly string[]]>> = {
  RSA: [
    ['n', 'e'],
    ['d', 'p', 'q', 'dp', 'dq', 'qi'],
  ],
  EC: [['crv', 'x', 'y'], ['d']],
  OKP: [['crv', 'x'], ['d']],
  AKP: [['alg', 'pub'], ['priv']],
}

/** What WebCrypto needs of the JWK: the rest was judged already, and platforms differ in what they make of it. */
function members(jwk: JWK, all: boolean): JsonWebKey {
  // WebCrypto takes no empty secret. HMAC pads secrets with zero octets (RFC 2104 section 2): one is the same key.
  if (jwk.kty === 'oct') return { kty: 'oct', k: jwk.k || 'AA' }
  const [shown, secret] = names[jwk.kty!]!
  const wanted = all ? [...shown, ...secret] : shown
  const given: object = jwk
  return Object.fromEntries(Object.entries(given).filter(([name]) => name === 'kty' || wanted.includes(name)))
}
