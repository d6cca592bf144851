import type { Verification } from '../crypto/verification.ts'
import { isObject } from '../decode/content.ts'
import type { Jws } from '../decode/token.ts'
import type { Check } from './check.ts'
import { broken, freshness, met, refused, undecided } from './check.ts'
import type { Confirmation } from './confirmation.ts'
import { Members } from './profile/claims.ts'
import { isMediaType } from './profile/demand.ts'

/** What a Key Binding JWT is held against (RFC 9901 section 7.3, step 5), in the order of its steps. */
export type KeyBindingCheckName =
  | 'kb-key'
  | 'kb-signature'
  | 'kb-typ'
  | 'kb-iat'
  | 'kb-nonce'
  | 'kb-aud'
  | 'kb-sd-hash'

export interface KeyBinding {
  readonly jwt: Jws
  /** How the issuer named the holder's key. */
  readonly confirmation: Confirmation
  /** The thumbprint of that key; null where it is not at hand. */
  readonly thumbprint: string | null
  /** The check of the signature with that key; `needs-key` where it is not at hand. */
  readonly verification: Verification
  /** The hash of what is presented, in base64url; null where the SD-JWT's hash is not known. */
  readonly sdHash: string | null
}

/** What the verifier expects, empty where nothing; seconds since the epoch, and of tolerance. */
export interface Circumstances {
  readonly audience: string
  readonly nonce: string
  readonly now: number
  readonly skew: number
}

export function checkKeyBinding(
  { jwt, confirmation, thumbprint, verification, sdHash }: KeyBinding,
  { audience, nonce, now, skew }: Circumstances,
): Check<KeyBindingCheckName>[] {
  const claims = new Members(isObject(jwt.payloadContent) ? jwt.payloadContent.document : null)
  const { typ } = jwt.header
  return [
    checkKey(confirmation, thumbprint),
    checkSignature(verification, jwt),
    typ !== null && isMediaType(typ, ['kb+jwt']) ? met('kb-typ') : refused('kb-typ', { typ: typ ?? '' }),
    checkTime(claims, now, skew),
    compared('kb-nonce', claims, 'nonce', nonce),
    compared('kb-aud', claims, 'aud', audience),
    checkHash(claims, sdHash),
  ]
}

function checkKey(confirmation: Confirmation, thumbprint: string | null): Check<'kb-key'> {
  const { by } = confirmation
  if (by === 'nothing' || by === 'malformed') return refused('kb-key', { by })
  if (thumbprint !== null) return met('kb-key', { by, thumbprint })
  if (by === 'jwk') return refused('kb-key', { by })
  return undecided('kb-key', { by, method: confirmation.method, value: confirmation.value })
}

const cannotMake: readonly string[] = ['fit-key-type', 'fit-curve', 'fit-key-parameters', 'fit-key-alg']

function checkSignature(verification: Verification, { header: { alg } }: Jws): Check<'kb-signature'> {
  const values = { alg: alg ?? '' }
  // A MAC is no signature: the issuer would have to share the holder's secret with all verifiers.
  if (alg?.startsWith('HS')) return refused('kb-signature', { ...values, why: 'mac' })
  switch (verification.state) {
    case 'verified':
      return met('kb-signature', values)
    case 'failed':
      return refused('kb-signature', values)
    case 'unsecured':
      return refused('kb-signature', { ...values, why: 'none' })
    case 'needs-key':
      return undecided('kb-signature', values)
    case 'impossible':
      // A key that cannot make such signatures has not made this one.
      return cannotMake.includes(verification.reason.code)
        ? refused('kb-signature', values)
        : undecided('kb-signature', { ...values, why: verification.reason.code })
  }
}

/** Made just now, and not over by an `exp` of its own, which nothing asks for. */
function checkTime(claims: Members, now: number, skew: number): Check<'kb-iat'> {
  const exp = claims.number('exp')
  return exp !== null && now - skew >= exp
    ? broken('kb-iat', { why: 'over', seconds: now - exp })
    : freshness('kb-iat', claims.number('iat'), claims.written('iat'), now, skew)
}

function checkHash(claims: Members, sdHash: string | null): Check<'kb-sd-hash'> {
  const found = claims.text('sd_hash')
  if (found === null) return refused('kb-sd-hash', { why: 'missing' })
  if (sdHash === null) return undecided('kb-sd-hash', { found })
  return found === sdHash ? met('kb-sd-hash', { found }) : refused('kb-sd-hash', { found, expected: sdHash })
}

/** Both must be strings, of which only the verifier knows what they must be. */
function compared<N extends 'kb-nonce' | 'kb-aud'>(
  name: N,
  claims: Members,
  claim: string,
  expected: string,
): Check<N> {
  const written = claims.written(claim)
  if (written === null) return refused(name, { why: 'missing' })
  const found = claims.text(claim)
  if (found === null) return refused(name, { why: 'no-string', value: written })
  if (expected === '') return undecided(name, { found })
  return found === expected ? met(name, { found }) : broken(name, { found, expected })
}
