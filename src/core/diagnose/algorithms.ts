import { algorithmOf, type SignatureAlgorithm, signatureAlgorithms } from '../crypto/algorithms.ts'
import { misfitOf } from '../crypto/fit.ts'
import type { KeyMaterial } from '../keys/material.ts'
import { type Diagnosis, diagnosis } from './diagnosis.ts'
import type { Evidence } from './evidence.ts'

/** An algorithm and a key that can serve it. */
export interface Pair {
  readonly alg: string
  readonly key: KeyMaterial
}

/** More keys of a set are not gone through with each hypothesis. */
const MOST_KEYS = 4

/** What is to be told where the algorithm is not the one that the header names: nothing, if it is. */
export function variantOf({ header }: Evidence, actual: string): Diagnosis[] {
  return header.alg === actual ? [] : [diagnosis('alg-variant', { alg: header.alg ?? '', actual })]
}

/** The algorithms that the key can serve, whatever else its owner says of its use. */
export function servedBy({ jwk, algs }: KeyMaterial): SignatureAlgorithm[] {
  return signatureAlgorithms.filter(
    ({ alg, kty, crv }) =>
      kty === jwk.kty &&
      (crv === null || crv === jwk.crv) &&
      (kty !== 'AKP' || alg === jwk.alg) &&
      (algs === null || algs.includes(alg)),
  )
}

/** The algorithm of that name which the key can serve; null where there is none. */
export function algorithmFor(alg: string, key: KeyMaterial): SignatureAlgorithm | null {
  const named = algorithmOf(alg, key.jwk.crv)
  return named === null || misfitOf(key, named) !== null ? null : named
}

/** The algorithm of the header with each key that can serve it, the one that `kid` names first. */
export function pairsOf({ header: { alg, kid }, keys }: Evidence, most = MOST_KEYS): Pair[] {
  if (alg === null || keys === null) return []
  const named = ({ jwk }: KeyMaterial) => Number(kid !== null && jwk.kid === kid)
  return keys.keys
    .filter((key) => algorithmFor(alg, key) !== null)
    .sort((a, b) => named(b) - named(a))
    .slice(0, most)
    .map((key) => ({ alg, key }))
}

/** Octets of a signature that this key makes with this algorithm. */
export function signatureLength({ alg, key }: Pair): number {
  return algorithmFor(alg, key)?.signatureLength ?? (key.bits + 7) >> 3
}
