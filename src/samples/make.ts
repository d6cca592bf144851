import { byAlgorithm } from './byAlgorithm.ts'
import { byCase } from './byCase.ts'
import { dpopSample, sdJwtSample } from './proofs.ts'
import type { Recipe } from './recipe.ts'
import type { Sample } from './sample.ts'
import { encode, mlDsaJwk, publicJwk, publicPem, signCompact } from './sign.ts'

/**
 * One token for each algorithm, and some that go wrong, in the order they are offered. Runs in Node at build time.
 * Signatures that are random by nature, of ECDSA, RSASSA-PSS and ML-DSA, are fresh each time.
 */
export function makeSamples(): Promise<Sample[]> {
  return Promise.all([...[...byAlgorithm, ...byCase].map(makeSample), sdJwtSample(), dpopSample()])
}

async function makeSample(recipe: Recipe): Promise<Sample> {
  const { id, label, header, payload, key, forged } = recipe
  const signed = await signCompact(
    header,
    typeof payload === 'string' ? payload : JSON.stringify(payload),
    key,
  )
  const token =
    forged === undefined ? signed : signed.replace(/\.[^.]*\./, `.${encode(JSON.stringify(forged))}.`)
  return { id, label, alg: header.alg, token, key: await shownKey(recipe), keyFormat: 'detect' }
}

async function shownKey({ header, key, shown, asJwk }: Recipe): Promise<string> {
  if (key === null) return ''
  if ('secret' in key) return key.secret
  if ('mlDsa' in key) return JSON.stringify(mlDsaJwk(key.mlDsa, header.alg))
  const pair = shown ?? key.pair
  return asJwk ? JSON.stringify({ ...publicJwk(pair), alg: header.alg, use: 'sig' }) : publicPem(pair)
}
