import type { JoseHeader } from '../decode/token.ts'
import type { CertificateHint } from '../keys/embedded.ts'
import type { KeyMaterial, KeySet } from '../keys/material.ts'
import { thumbprint } from '../keys/thumbprint.ts'
import { fault } from '../text/result.ts'
import { algorithmOf } from './algorithms.ts'
import { misfitOf } from './fit.ts'
import type { Verification } from './verification.ts'
import { type SignatureCheck, verifySignature } from './verify.ts'

/** A signature check but for the key, and what the token says of it: `kid`, and the thumbprints of its certificate. */
export interface KeylessCheck extends Omit<SignatureCheck, 'key'> {
  readonly header: SignatureCheck['header'] & Pick<JoseHeader, 'kid'>
  readonly certificate?: CertificateHint
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
  /** The same of `x5t` and `x5t#S256`, which name a certificate. */
  readonly certificate: KidAgreement
}

export type KidAgreement = 'agrees' | 'disagrees' | 'absent'

/**
 * Checks a JWS signature with a set of keys: with the one that `kid` or a certificate's thumbprint names first (RFC 7515
 * sections 4.1.4, 4.1.7 and 4.1.8, hints and no more), then with every other that fits the algorithm, in the order of the
 * set. A `kid` may also be a key's thumbprint (RFC 7638). Never rejects.
 */
export async function verifyWithKeys(check: KeylessCheck, keys: KeySet | null): Promise<Choice> {
  const all = keys?.keys ?? []
  const names = await namesOf(check, all)
  if (all.length <= 1) {
    const key = all[0] ?? null
    const verification = await verifySignature({ ...check, key })
    const tried = key !== null && isOutcome(verification) ? 1 : 0
    return { verification, key, tried, ...agreement(names, key, all) }
  }
  // What needs no key is said of every key alike.
  const keyless = await verifySignature({ ...check, key: null })
  if (keyless.state !== 'needs-key') {
    return { verification: keyless, key: null, tried: 0, kid: 'absent', certificate: 'absent' }
  }
  const { alg } = check.header
  const algorithm = algorithmOf(alg!)!
  const named = (key: KeyMaterial) => names.kid(key) === true || names.certificate(key) === true
  const fitting = all.filter((key) => misfitOf(key, algorithm) === null)
  const ordered = [...fitting.filter(named), ...fitting.filter((key) => !named(key))]
  let tried = 0
  let first: Verification | null = null
  for (const key of ordered) {
    const verification = await verifySignature({ ...check, key })
    if (isOutcome(verification)) tried++
    if (verification.state === 'verified') return { verification, key, tried, ...agreement(names, key, all) }
    if (first === null || (!isOutcome(first) && isOutcome(verification))) first = verification
  }
  const candidates = all.filter(named)
  const only = candidates.length === 1 ? candidates[0]! : fitting.length === 1 ? fitting[0]! : null
  return {
    verification: first ?? { state: 'impossible', reason: noneFits(only, all, alg!) },
    key: only,
    tried,
    ...agreement(names, only, all),
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

/** Whether the token names a key; null where one of the two says nothing. */
interface Names {
  readonly kid: (key: KeyMaterial) => boolean | null
  readonly certificate: (key: KeyMaterial) => boolean | null
}

/** A SHA-256 in base64url. */
const print = /^[\w-]{43}$/

async function namesOf(
  { header: { kid }, certificate }: KeylessCheck,
  all: readonly KeyMaterial[],
): Promise<Names> {
  let printed: KeyMaterial | null = null
  if (kid !== null && print.test(kid) && !all.some(({ jwk }) => jwk.kid === kid)) {
    const prints = await Promise.all(all.map(thumbprint))
    printed = all[prints.indexOf(kid)] ?? null
  }
  return {
    kid: (key) => {
      if (kid === null) return null
      if (key === printed) return true
      return key.jwk.kid === undefined ? null : key.jwk.kid === kid
    },
    certificate: ({ certificates: [first] }) => {
      if (first === undefined) return null
      if (certificate?.x5tS256 != null) return certificate.x5tS256 === first.sha256
      return certificate?.x5t == null ? null : certificate.x5t === first.sha1
    },
  }
}

function agreement(
  names: Names,
  key: KeyMaterial | null,
  all: readonly KeyMaterial[],
): Pick<Choice, 'kid' | 'certificate'> {
  const judge = (of: Names['kid']): KidAgreement => {
    const said = (key === null ? all : [key]).map(of)
    if (said.includes(true)) return 'agrees'
    return said.includes(false) ? 'disagrees' : 'absent'
  }
  return { kid: judge(names.kid), certificate: judge(names.certificate) }
}
