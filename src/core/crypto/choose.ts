import type { JoseHeader } from '../decode/token.ts'
import type { KeyMaterial, KeySet } from '../keys/material.ts'
import { fault } from '../text/result.ts'
import { algorithmOf } from './algorithms.ts'
import { misfitOf } from './fit.ts'
import type { Verification } from './verification.ts'
import { type SignatureCheck, verifySignature } from './verify.ts'

/** A signature check but for the key; `kid` is the token's. */
export interface KeylessCheck extends Omit<SignatureCheck, 'key'> {
  readonly header: Pick<JoseHeader, 'alg' | 'crit' | 'kid'>
}

/** What came of checking a signature with the keys of a set. */
export interface Choice {
  readonly verification: Verification
  /** The key that decided: the one that matches, else the only one that comes into question; null where that is none or several. */
  readonly key: KeyMaterial | null
  /** How many keys the signature was checked with. */
  readonly tried: number
  /** What the token's `kid` says of the key that decided, or of the set; `absent` where there is nothing to compare. */
  readonly kid: KidAgreement
}

export type KidAgreement = 'agrees' | 'disagrees' | 'absent'

/**
 * Checks a JWS signature with a set of keys: with the one that `kid` names first (RFC 7515 section 4.1.4, a hint and no
 * more), then with every other that fits the algorithm, in the order of the set. Never rejects.
 */
export async function verifyWithKeys(check: KeylessCheck, keys: KeySet | null): Promise<Choice> {
  const all = keys?.keys ?? []
  if (all.length <= 1) {
    const key = all[0] ?? null
    const verification = await verifySignature({ ...check, key })
    const tried = key !== null && isOutcome(verification) ? 1 : 0
    return { verification, key, tried, kid: agreement(check.header.kid, key, all) }
  }
  const { alg, kid } = check.header
  // What needs no key is said of every key alike.
  const keyless = await verifySignature({ ...check, key: null })
  if (keyless.state !== 'needs-key') return { verification: keyless, key: null, tried: 0, kid: 'absent' }
  const algorithm = algorithmOf(alg!)!
  const named = (key: KeyMaterial) => kid !== null && key.jwk.kid === kid
  const fitting = all.filter((key) => misfitOf(key, algorithm) === null)
  const ordered = [...fitting.filter(named), ...fitting.filter((key) => !named(key))]
  let tried = 0
  let first: Verification | null = null
  for (const key of ordered) {
    const verification = await verifySignature({ ...check, key })
    if (isOutcome(verification)) tried++
    if (verification.state === 'verified') {
      return { verification, key, tried, kid: agreement(kid, key, all) }
    }
    if (first === null || (!isOutcome(first) && isOutcome(verification))) first = verification
  }
  const candidates = all.filter(named)
  const only = candidates.length === 1 ? candidates[0]! : fitting.length === 1 ? fitting[0]! : null
  return {
    verification: first ?? { state: 'impossible', reason: noneFits(only, all, alg!) },
    key: only,
    tried,
    kid: agreement(kid, only, all),
  }
}

/** Whether the signature was compared, whatever came of it. */
function isOutcome({ state }: Verification): boolean {
  return state === 'verified' || state === 'failed'
}

function noneFits(only: KeyMaterial | null, all: readonly KeyMaterial[], alg: string) {
  const misfit = only && misfitOf(only, algorithmOf(alg)!)
  return misfit ?? fault('fit-none', { from: 0, to: 0 }, { alg, count: all.length })
}

function agreement(kid: string | null, key: KeyMaterial | null, all: readonly KeyMaterial[]): KidAgreement {
  if (kid === null) return 'absent'
  if (key !== null) {
    if (key.jwk.kid === undefined) return 'absent'
    return key.jwk.kid === kid ? 'agrees' : 'disagrees'
  }
  if (all.some(({ jwk }) => jwk.kid === kid)) return 'agrees'
  return all.some(({ jwk }) => jwk.kid !== undefined) ? 'disagrees' : 'absent'
}
