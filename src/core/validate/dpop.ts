import type { Verification } from '../crypto/verification.ts'
import { isObject } from '../decode/content.ts'
import type { Jws } from '../decode/token.ts'
import { Kind } from '../json/document.ts'
import type { Check } from './check.ts'
import { broken, freshness, met, refused, undecided } from './check.ts'
import { Members } from './profile/claims.ts'
import { isSameTarget } from './target.ts'

/** What a DPoP proof is held against (RFC 9449 section 4.3), in the order of its steps. */
export type DpopCheckName =
  | 'dpop-alg'
  | 'dpop-jwk'
  | 'dpop-signature'
  | 'dpop-jti'
  | 'dpop-htm'
  | 'dpop-htu'
  | 'dpop-nonce'
  | 'dpop-iat'
  | 'dpop-ath'
  | 'dpop-jkt'

/** A DPoP proof with what can be worked out of it. */
export interface Proof {
  readonly jwt: Jws
  /** The header's `jwk`: a public key, one with private members, none that can be read, or absent. */
  readonly jwk: 'public' | 'private' | 'unreadable' | 'absent'
  /** Of that key; null where it is none. */
  readonly thumbprint: string | null
  /** The check of the signature with that key. */
  readonly verification: Verification
}

/** The other things pasted; null where there is none. */
export interface RequestAround {
  readonly method: string | null
  /** The URI of the request; without a scheme where the paste does not tell it. */
  readonly uri: string | null
  /** The access token's hash as `ath` has it: base64url SHA-256 of its ASCII text. */
  readonly accessTokenHash: string | null
  /** `cnf.jkt` of the access token; null where it has none. */
  readonly boundTo: string | null
  /** The access token is none that can be read, so its `cnf` is not known. */
  readonly isBoundTokenOpaque: boolean
  /** What the server sent in `DPoP-Nonce`. */
  readonly nonce: string | null
}

export function checkDpop(
  { jwt, jwk, thumbprint, verification }: Proof,
  around: RequestAround,
  now: number,
  skew: number,
): Check<DpopCheckName>[] {
  const claims = new Members(isObject(jwt.payloadContent) ? jwt.payloadContent.document : null)
  const { alg } = jwt.header
  return [
    checkAlg(alg ?? ''),
    jwk === 'public' ? met('dpop-jwk', { thumbprint: thumbprint ?? '' }) : refused('dpop-jwk', { why: jwk }),
    checkSignature(verification),
    checkString('dpop-jti', claims, 'jti', null, (a, b) => a === b, 'once'),
    checkString('dpop-htm', claims, 'htm', around.method, (a, b) => a === b),
    checkString('dpop-htu', claims, 'htu', around.uri, isSameTarget),
    ...checkNonce(claims, around.nonce),
    freshness('dpop-iat', claims.number('iat'), claims.written('iat'), now, skew),
    ...checkAccessToken(claims, around.accessTokenHash),
    ...checkBinding(thumbprint, around),
  ]
}

function checkAlg(alg: string): Check<'dpop-alg'> {
  // A proof with a shared secret proves no possession (RFC 9449 section 4.2).
  return alg === '' || alg.toLowerCase() === 'none' || alg.startsWith('HS')
    ? refused('dpop-alg', { alg })
    : met('dpop-alg', { alg })
}

function checkSignature(verification: Verification): Check<'dpop-signature'> {
  switch (verification.state) {
    case 'verified':
      return met('dpop-signature')
    case 'failed':
    case 'unsecured':
      return refused('dpop-signature')
    case 'needs-key':
      return undecided('dpop-signature')
    case 'impossible':
      return undecided('dpop-signature', { why: verification.reason.code })
  }
}

/** A claim that must be a string, and is compared where there is something to compare it with. */
function checkString<N extends DpopCheckName>(
  name: N,
  claims: Members,
  claim: string,
  expected: string | null,
  isSame: (found: string, expected: string) => boolean,
  why = '',
): Check<N> {
  const written = claims.written(claim)
  if (written === null) return refused(name, { why: 'missing' })
  const found = claims.text(claim)
  if (found === null || found === '') return refused(name, { why: 'no-string', value: written })
  if (expected === null) return undecided(name, { found, why })
  return isSame(found, expected) ? met(name, { found, expected }) : broken(name, { found, expected })
}

function checkNonce(claims: Members, expected: string | null): Check<'dpop-nonce'>[] {
  const found = claims.text('nonce')
  if (expected === null) return found === null ? [] : [undecided('dpop-nonce', { found })]
  if (found === null) return [broken('dpop-nonce', { why: 'missing', expected })]
  return [found === expected ? met('dpop-nonce', { found }) : broken('dpop-nonce', { found, expected })]
}

function checkAccessToken(claims: Members, expected: string | null): Check<'dpop-ath'>[] {
  const node = claims.node('ath')
  if (node === null) return expected === null ? [] : [broken('dpop-ath', { why: 'missing', expected })]
  if (claims.kind(node) !== Kind.string) return [refused('dpop-ath', { why: 'no-string' })]
  const found = claims.textAt(node)!
  if (expected === null) return [undecided('dpop-ath', { found })]
  return [found === expected ? met('dpop-ath', { found }) : broken('dpop-ath', { found, expected })]
}

function checkBinding(
  thumbprint: string | null,
  { boundTo, accessTokenHash, isBoundTokenOpaque }: RequestAround,
): Check<'dpop-jkt'>[] {
  if (accessTokenHash === null || thumbprint === null) return []
  if (isBoundTokenOpaque) return [undecided('dpop-jkt', { thumbprint })]
  if (boundTo === null) return [broken('dpop-jkt', { why: 'unbound', thumbprint })]
  return [
    boundTo === thumbprint ? met('dpop-jkt', { thumbprint }) : broken('dpop-jkt', { boundTo, thumbprint }),
  ]
}
