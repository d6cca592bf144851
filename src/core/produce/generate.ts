import type { JWK } from 'jose'
import { writeBase64url } from '../text/base64url.ts'

export interface KeyPair {
  readonly publicJwk: JWK
  readonly privateJwk: JWK
}

const pairs = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
} as const

/** A fresh key pair; the JWKs have the members that make the key, and `kid` where one is given. */
export async function generatePair(alg: keyof typeof pairs, kid?: string): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(pairs[alg], true, ['sign', 'verify'])
  const named = kid === undefined ? {} : { kid }
  const exported = async (key: CryptoKey): Promise<JWK> => {
    const { key_ops: _, ext: __, alg: ___, ...jwk } = await crypto.subtle.exportKey('jwk', key)
    return { ...(jwk as JWK), ...named }
  }
  return { publicJwk: await exported(pair.publicKey), privateJwk: await exported(pair.privateKey) }
}

/** A fresh secret for HMAC or `dir`, as a JWK. */
export function generateSecret(octets: number): JWK & { readonly k: string } {
  return { kty: 'oct', k: writeBase64url(crypto.getRandomValues(new Uint8Array(octets))) }
}
