import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import { algorithmOf } from '../core/crypto/algorithms.ts'
import { readBase64url, writeBase64url } from '../core/text/base64url.ts'
import keys from './keys.json' with { type: 'json' }

/** Names of the key pairs in keys.json, private keys that protect nothing. */
export type PairName = 'rsa' | 'p256' | 'p384' | 'p521' | 'ed25519' | 'intruder'
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
  header: { readonly alg: string },
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

async function sign(alg: string, input: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<Uint8Array> {
  if ('mlDsa' in key) {
    const { secretKey } = mlDsaPair(key.mlDsa)
    return mlDsa[key.mlDsa].sign(input, secretKey, { extraEntropy: false })
  }
  const parameters = algorithmOf(alg)!.webCrypto
  const jwk = 'secret' in key ? { kty: 'oct', k: encode(key.secret) } : (keys[key.pair] as JsonWebKey)
  const cryptoKey = await crypto.subtle.importKey('jwk', jwk, parameters, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(parameters, cryptoKey, input))
}

/** The public half as a JWK. */
export function publicJwk(pair: PairName): JsonWebKey {
  const { kty, crv, x, y, n, e } = keys[pair] as JsonWebKey
  return JSON.parse(JSON.stringify({ kty, crv, x, y, n, e }))
}

/** The public half as a SubjectPublicKeyInfo in PEM (RFC 7468 section 13). */
export async function publicPem(pair: PairName): Promise<string> {
  const jwk = publicJwk(pair)
  const parameters = {
    RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    EC: { name: 'ECDSA', namedCurve: jwk.crv ?? '' },
    OKP: { name: 'Ed25519' },
  }[jwk.kty as 'RSA' | 'EC' | 'OKP']
  const key = await crypto.subtle.importKey('jwk', jwk, parameters, true, ['verify'])
  const octets = new Uint8Array(await crypto.subtle.exportKey('spki', key))
  const lines = btoa(String.fromCharCode(...octets)).match(/.{1,64}/g)!
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}

/** An ML-DSA public key as a JWK (RFC 9964 section 3). */
export function mlDsaJwk(name: MlDsaName, alg: string): JsonWebKey & { pub: string } {
  return { kty: 'AKP', alg, pub: writeBase64url(mlDsaPair(name).publicKey) }
}

function mlDsaPair(name: MlDsaName) {
  const seed = keys[name]
  return mlDsa[name].keygen(readBase64url(seed, { from: 0, to: seed.length }).octets)
}
