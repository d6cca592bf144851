import type { JWK } from 'jose'
import { readBase64url, writeBase64url } from '../text/base64url.ts'
import { encode } from './sign.ts'

/** What is written here: the content always with AES-256 in GCM (RFC 7518 section 5.3). */
export type Encrypting = 'dir' | 'RSA-OAEP-256'

/** Octets of the key, the initialization vector and the tag. */
const KEY = 32
const IV = 12
const TAG = 16

/**
 * The JWE in compact serialization (RFC 7516 section 5.1) of a text with `enc` A256GCM. `jwk` is a secret of 32 octets for
 * `dir`, a public RSA key for RSA-OAEP-256; `more` are further header parameters, such as `cty`. Rejects where WebCrypto
 * refuses the key.
 */
export async function encryptCompact(
  text: string,
  alg: Encrypting,
  jwk: JWK,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const isDirect = alg === 'dir'
  const contentKey = isDirect ? octetsOf(jwk.k ?? '') : crypto.getRandomValues(new Uint8Array(KEY))
  const encryptedKey = isDirect ? '' : writeBase64url(await wrapped(contentKey, jwk))
  const header = encode(JSON.stringify({ alg, enc: 'A256GCM', ...more }))
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt'])
  // The header is not hidden, but it cannot be changed either.
  const way = { name: 'AES-GCM', iv, additionalData: encoder.encode(header), tagLength: 8 * TAG }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(way, key, encoder.encode(text)))
  const parts = [iv, sealed.subarray(0, -TAG), sealed.subarray(-TAG)].map(writeBase64url)
  return [header, encryptedKey, ...parts].join('.')
}

async function wrapped(contentKey: Uint8Array<ArrayBuffer>, { n, e }: JWK): Promise<Uint8Array> {
  const way = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', { kty: 'RSA', n: n!, e: e! }, way, false, ['encrypt'])
  return new Uint8Array(await crypto.subtle.encrypt(way, key, contentKey))
}

function octetsOf(text: string): Uint8Array<ArrayBuffer> {
  return readBase64url(text, { from: 0, to: text.length }).octets
}
