import { type HashName, hashText } from '../crypto/digest.ts'
import { shakeText } from '../crypto/shake.ts'
import { writeBase64url } from '../text/base64url.ts'
import type { Check } from './check.ts'
import { broken, met, refused, undecided } from './check.ts'
import type { Members } from './profile/claims.ts'

/** Claims of an ID token that stand for what is issued with it. */
export type HashCheckName = 'at_hash' | 'c_hash' | 's_hash' | 'nonce'

/** What was found beside an ID token; null where it was not. */
export interface Companions {
  readonly accessToken: string | null
  readonly code: string | null
  readonly state: string | null
  /** Of the authorization request. */
  readonly nonce: string | null
}

/** The hash that goes with a signature algorithm; null where none is laid down for it. */
function hashOf(alg: string, signatureLength: number): HashName | 'SHAKE256' | null {
  // EdDSA leaves the curve to the key; the signature's length tells it: 64 octets or 114.
  if (alg === 'Ed448' || (alg === 'EdDSA' && signatureLength === 114)) return 'SHAKE256'
  if (alg === 'EdDSA' || alg === 'Ed25519') return 'SHA-512'
  if (/^(?:HS|RS|PS|ES)(?:256|384|512)$/.test(alg)) return `SHA-${alg.slice(2) as '256' | '384' | '512'}`
  return alg === 'ES256K' ? 'SHA-256' : null
}

/**
 * The left half of the hash of a value, in base64url: what `at_hash` and its kin hold (OpenID Connect Core section 3.1.3.6).
 * The hash is the one of the ID token's `alg`; for Ed448 SHAKE256 with 114 octets, as its signature uses it (RFC 8032
 * section 5.2). Null for an algorithm without one.
 */
export async function leftHalf(value: string, alg: string, signatureLength: number): Promise<string | null> {
  const hash = hashOf(alg, signatureLength)
  if (hash === null) return null
  const octets = await (hash === 'SHAKE256' ? shakeText(value, 114) : hashText(hash, value))
  return writeBase64url(octets.subarray(0, octets.length / 2))
}

/** Compares the claims that there are; of those that are absent nothing is said. */
export async function checkHashes(
  claims: Members,
  alg: string,
  signatureLength: number,
  { accessToken, code, state, nonce }: Companions,
): Promise<Check<HashCheckName>[]> {
  const pairs = [
    ['at_hash', accessToken],
    ['c_hash', code],
    ['s_hash', state],
  ] as const
  const checks: Check<HashCheckName>[] = []
  for (const [name, value] of pairs) {
    if (claims.node(name) === null) continue
    const found = claims.text(name)
    if (found === null) checks.push(refused(name, { why: 'no-string' }))
    else if (value === null) checks.push(undecided(name, { found }))
    else {
      const expected = await leftHalf(value, alg, signatureLength)
      if (expected === null) checks.push(undecided(name, { found, why: 'alg', alg }))
      else checks.push(found === expected ? met(name, { found }) : broken(name, { found, expected }))
    }
  }
  const found = claims.text('nonce')
  if (found !== null && nonce !== null) {
    checks.push(found === nonce ? met('nonce', { found }) : broken('nonce', { found, expected: nonce }))
  }
  return checks
}
