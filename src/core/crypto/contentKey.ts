import { headerParameter } from '../decode/joseHeader.ts'
import type { Content } from '../decode/token.ts'
import type { KeyMaterial } from '../keys/material.ts'
import { type Fault, ok, type Result } from '../text/result.ts'
import { agree, strictOctets } from './agree.ts'
import { type DecryptFault, type OpeningFault, type Permits, stopped } from './decryption.ts'
import { secretOf } from './decryptionFit.ts'
import type { ContentEncryption, KeyManagement } from './encryption.ts'
import { aes } from './engines/aes.ts'
import { joined } from './octets.ts'

type Octets = Uint8Array<ArrayBuffer>
export type Step = Result<Octets, Fault<OpeningFault | DecryptFault>>

/** What the content key is had from. The key fits the algorithms. */
export interface Sealed {
  readonly management: KeyManagement
  readonly enc: ContentEncryption
  readonly key: KeyMaterial
  /** The headers that apply, the protected one first. */
  readonly headers: readonly Content[]
  readonly encryptedKey: Octets
}

/** Rounds of PBKDF2 that are run unasked, and at all. */
const FREE_ROUNDS = 10_000
const MOST_ROUNDS = 1_200_000

/** Bits of a modulus to whose private exponent a number is raised here in bearable time. */
const MOST_BITS = 8192

/** The content encryption key (RFC 7516 section 5.2, steps 6 to 13), of the length that `enc` takes. */
export async function contentKey(sealed: Sealed, permits: Permits): Promise<Step> {
  const { management, enc, encryptedKey } = sealed
  const expected = encryptedLength(sealed)
  const found = encryptedKey.length
  if (found !== expected) {
    return stopped('open-length', { part: 'encrypted_key', by: management.alg, expected, found })
  }
  const step = await unwrapped(sealed, permits)
  if (!step.ok || step.value.length === enc.key) return step
  return stopped('open-content-key', { enc: enc.enc, expected: enc.key, found: step.value.length })
}

/** Octets of the encrypted key: checked before WebCrypto, which crashes on some that are too short in WebKitGTK. */
function encryptedLength({ management: { way, wrapping }, enc, key }: Sealed): number {
  if (way === 'rsa-oaep' || way === 'rsa1_5') return (key.bits + 7) >> 3
  if (way === 'gcm-wrap') return enc.key
  return way === 'direct' || wrapping === null ? 0 : enc.key + 8
}

async function unwrapped(sealed: Sealed, permits: Permits): Promise<Step> {
  const { management, enc, key, headers, encryptedKey } = sealed
  const { alg, wrapping } = management
  switch (management.way) {
    case 'direct':
      return ok(secretOf(key))
    case 'rsa-oaep':
    case 'rsa1_5':
      return rsa(sealed)
    case 'wrap':
      return wrapped(alg, secretOf(key), encryptedKey)
    case 'gcm-wrap':
      return gcmWrapped(sealed)
    case 'agree': {
      if (wrapping === null) return agree(key, headers, enc.enc, enc.key)
      const step = await agree(key, headers, alg, wrapping)
      return step.ok ? wrapped(alg, step.value, encryptedKey) : step
    }
    case 'password': {
      const step = await fromPassword(sealed, permits)
      return step.ok ? wrapped(alg, step.value, encryptedKey) : step
    }
  }
}

async function wrapped(alg: string, wrapping: Octets, encryptedKey: Octets): Promise<Step> {
  const key = await aes.unwrap(wrapping, encryptedKey)
  return key === null ? stopped('open-unwrap', { alg }) : ok(key)
}

async function rsa({ management: { alg, way, hash }, key, encryptedKey }: Sealed): Promise<Step> {
  const jwk = key.privateJwk!
  if (way === 'rsa-oaep') {
    try {
      const { kty, n, e, d, p, q, dp, dq, qi } = jwk
      const parameters = { name: 'RSA-OAEP', hash: hash! }
      const members = JSON.parse(JSON.stringify({ kty, n, e, d, p, q, dp, dq, qi })) as JsonWebKey
      const opening = await crypto.subtle.importKey('jwk', members, parameters, false, ['decrypt'])
      const opened = await crypto.subtle.decrypt(parameters, opening, encryptedKey).catch(() => null)
      return opened === null ? stopped('open-unwrap', { alg }) : ok(new Uint8Array(opened))
    } catch {
      // The platform does not take the key: one without its primes, say.
    }
  }
  if (key.bits > MOST_BITS) return stopped('crypto-modulus-refused', { bits: key.bits, most: MOST_BITS })
  const { openOaep, openPkcs1 } = await import('./engines/rsaDecryption.ts')
  const opened = way === 'rsa1_5' ? openPkcs1(jwk, encryptedKey) : await openOaep(jwk, hash!, encryptedKey)
  return opened === null ? stopped('open-unwrap', { alg }) : ok(opened)
}

/** AES-GCM Key Wrap, its initialization vector and tag in the header (RFC 7518 section 4.7). */
async function gcmWrapped({ management: { alg }, key, headers, encryptedKey }: Sealed): Promise<Step> {
  const parts: Octets[] = []
  for (const [name, size] of [
    ['iv', 12],
    ['tag', 16],
  ] as const) {
    const octets = strictOctets(headerParameter(headers, name))
    if (octets?.length !== size)
      return stopped('open-parameter', { name, expected: `${size} octets in base64url` })
    parts.push(octets)
  }
  const [iv, tag] = parts as [Octets, Octets]
  const opened = await aes.openGcm(secretOf(key), iv, encryptedKey, tag, new Uint8Array(0))
  return opened === null ? stopped('open-unwrap', { alg }) : ok(opened)
}

/** PBKDF2 over the password, the salt prefixed with the algorithm (RFC 7518 section 4.8.1). */
async function fromPassword({ management, key, headers }: Sealed, permits: Permits): Promise<Step> {
  const { alg, hash, wrapping } = management
  const salt = strictOctets(headerParameter(headers, 'p2s'))
  if (salt === null || salt.length < 8) {
    return stopped('open-parameter', { name: 'p2s', expected: 'at least 8 octets in base64url' })
  }
  const iterations = headerParameter(headers, 'p2c')
  if (typeof iterations !== 'number' || !Number.isInteger(iterations) || iterations < 1) {
    return stopped('open-parameter', { name: 'p2c', expected: 'a whole number above 0' })
  }
  if (iterations > MOST_ROUNDS)
    return stopped('crypto-rounds-refused', { p2c: iterations, most: MOST_ROUNDS })
  if (iterations > FREE_ROUNDS && !permits.rounds) return stopped('crypto-rounds-ask', { p2c: iterations })
  const password = await crypto.subtle.importKey('raw', secretOf(key), 'PBKDF2', false, ['deriveBits'])
  const prefixed = joined(new TextEncoder().encode(alg), new Uint8Array(1), salt)
  const parameters = { name: 'PBKDF2', hash: hash!, iterations, salt: prefixed }
  return ok(new Uint8Array(await crypto.subtle.deriveBits(parameters, password, 8 * wrapping!)))
}
