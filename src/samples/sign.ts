import { createPublicKey } from 'node:crypto'
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import type { JWK } from 'jose'
import { algorithmOf } from '../core/crypto/algorithms.ts'
import { signatures } from '../core/crypto/engines/index.ts'
import { readBase64url, writeBase64url } from '../core/text/base64url.ts'
import keys from './keys.json' with { type: 'json' }

/** Names of the key pairs in keys.json, private keys that protect nothing. */
export type PairName = 'rsa' | 'p256' | 'p384' | 'p521' | 'ed25519' | 'secp256k1' | 'ed448' | 'intruder'
type MlDsaName = 'mldsa44' | 'mldsa65' | 'mldsa87'

/** What signs: a secret as text, or a name in keys.json. */
export type SigningKey =
  | { readonly secret: string }
  | { readonly pair: PairName }
  | { readonly mlDsa: MlDsaName }

const mlDsa = { mldsa44: ml_dsa44, mldsa65: ml_dsa65, mldsa87: ml_dsa87 }
const encoder = new TextEncoder()

/** The JWS in compact serialization (RFC 7515 section 7.1) of this header and this payload, just as they are written. */
export async function signCompact(
  header: { readonly alg: string; readonly [parameter: string]: unknown },
  payload: string,
  key: SigningKey | null,
): Promise<string> {
  const input = `${encode(JSON.stringify(header))}.${encode(payload)}`
  if (key === null) return `${input}.`
  return `${input}.${writeBase64url(await sign(header.alg, encoder.encode(input), key))}`
}

export function encode(text: string): string {
  return writeBase64url(encoder.encode(text))
}

function sign(alg: string, input: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<Uint8Array> {
  const jwk = privateJwk(alg, key)
  return signatures.sign(algorithmOf(alg, jwk.crv)!, jwk, input)
}

function privateJwk(alg: string, key: SigningKey): JWK {
  if ('mlDsa' in key) return { ...mlDsaJwk(key.mlDsa, alg), priv: keys[key.mlDsa] }
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

/** An ML-DSA public key as a JWK (RFC 9964 section 3). */
export function mlDsaJwk(name: MlDsaName, alg: string): JWK {
  const seed = readBase64url(keys[name], { from: 0, to: keys[name].length }).octets
  return { kty: 'AKP', alg, pub: writeBase64url(mlDsa[name].keygen(seed).publicKey) }
}
