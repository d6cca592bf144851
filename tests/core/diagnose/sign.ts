import { createHmac, sign as signWith } from 'node:crypto'
import { fixture } from '../keys/fixture.ts'

export const base64url = (data: string | Uint8Array): string =>
  Buffer.from(data as string).toString('base64url')

/** Node's HMAC: not the code under test. */
export function mac(alg: string, secret: string | Uint8Array, data: string | Uint8Array): Buffer {
  return createHmac(`sha${alg.slice(2)}`, secret)
    .update(data)
    .digest()
}

export interface Written {
  readonly header?: string
  readonly payload?: string
}

const PAYLOAD = '{"sub":"1234567890","name":"Ada","iat":1516239022}'

/** A JWS in HS256, unless the header says otherwise. */
export function hs(
  secret: string | Uint8Array,
  { header = '{"alg":"HS256","typ":"JWT"}', payload = PAYLOAD }: Written = {},
  alg = 'HS256',
): string {
  const input = `${base64url(header)}.${base64url(payload)}`
  return `${input}.${base64url(mac(alg, secret, input))}`
}

const pkcs8: Readonly<Record<string, string>> = {
  RS: 'keys/rsa2048.pkcs8.pem',
  PS: 'keys/rsa2048.pkcs8.pem',
  ES256: 'keys/p256.pkcs8.pem',
  ES384: 'keys/p384.pkcs8.pem',
  ES512: 'keys/p521.pkcs8.pem',
  ES256K: 'keys/secp256k1.pkcs8.pem',
  Ed448: 'keys/ed448.pkcs8.pem',
  Ed: 'keys/ed25519.pkcs8.pem',
}
const spki: Readonly<Record<string, string>> = {
  RS: 'keys/rsa2048.spki.pem',
  PS: 'keys/rsa2048.spki.pem',
  ES256: 'keys/p256.spki.pem',
  ES384: 'keys/p384.spki.pem',
  ES512: 'keys/p521.spki.pem',
  ES256K: 'keys/secp256k1.spki.pem',
  Ed448: 'keys/ed448.spki.pem',
  Ed: 'keys/ed25519.spki.pem',
}
const keyOf = (table: Readonly<Record<string, string>>, alg: string) =>
  fixture(table[alg] ?? table[alg.slice(0, 2)]!)

export const publicPem = (alg: string): string => keyOf(spki, alg)

/** A signature by Node with the fixture's private key; `dsaEncoding: 'der'` and others are Node's own options. */
export function signature(
  alg: string,
  data: string | Uint8Array,
  options: Record<string, unknown> = {},
  hash = /^Ed/.test(alg) ? null : `sha${alg.slice(2, 5)}`,
): Buffer {
  const pss = alg.startsWith('PS') ? { padding: 6, saltLength: Number(alg.slice(2)) / 8 } : {}
  const key = { key: keyOf(pkcs8, alg), dsaEncoding: 'ieee-p1363' as const, ...pss, ...options }
  return signWith(hash, Buffer.from(data as string), key)
}

/** A JWS with one of the fixtures' keys; what is signed and what comes of the signature can be changed. */
export function jws(
  alg: string,
  { header = JSON.stringify({ alg, typ: 'JWT' }), payload = PAYLOAD }: Written = {},
  make = (input: string): Uint8Array => signature(alg, input),
): string {
  const input = `${base64url(header)}.${base64url(payload)}`
  return `${input}.${base64url(make(input))}`
}
