import { createPublicKey } from 'node:crypto'
import type { JWK } from 'jose'
import { encode, signingInputOf, signCompact as signWith } from '../core/produce/sign.ts'
import keys from './keys.json' with { type: 'json' }

/** Names of the key pairs in keys.json, private keys that protect nothing. */
export type PairName = 'rsa' | 'p256' | 'p384' | 'p521' | 'ed25519' | 'secp256k1' | 'ed448' | 'intruder'
type MlDsaName = 'mldsa44' | 'mldsa65' | 'mldsa87'

/** What signs here: a secret as text, or a name in keys.json. */
type SignsHere = { readonly secret: string } | { readonly pair: PairName }

/** ML-DSA signs in the page. */
export type SigningKey = SignsHere | { readonly mlDsa: MlDsaName }

export { encode }

/** The JWS in compact serialization (RFC 7515 section 7.1) of this header and this payload, just as they are written. */
export function signCompact(
  header: { readonly alg: string; readonly [parameter: string]: unknown },
  payload: string,
  key: SignsHere | null,
): Promise<string> {
  const text = JSON.stringify(header)
  if (key === null) return Promise.resolve(`${signingInputOf(text, payload)}.`)
  return signWith(text, payload, header.alg, privateJwk(key))
}

function privateJwk(key: SignsHere): JWK {
  return 'secret' in key ? { kty: 'oct', k: encode(key.secret) } : keys[key.pair]
}

/** The public half as a JWK. */
export function publicJwk(pair: PairName): JWK {
  const { kty, crv, x, y, n, e } = keys[pair] as JWK
  return JSON.parse(JSON.stringify({ kty, crv, x, y, n, e }))
}

/** The public half as a SubjectPublicKeyInfo in PEM (RFC 7468 section 13). */
export function publicPem(pair: PairName): string {
  const key = createPublicKey({ key: { ...publicJwk(pair) }, format: 'jwk' })
  return key.export({ format: 'pem', type: 'spki' }) as string
}

/** What ML-DSA makes a key pair of (FIPS 204 section 6.1), in base64url. */
export function seedOf(name: MlDsaName): string {
  return keys[name]
}
