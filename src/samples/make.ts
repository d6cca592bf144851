import { byAlgorithm } from './byAlgorithm.ts'
import { byCase } from './byCase.ts'
import { rareSamples } from './encrypted.ts'
import { dpopSample, sdJwtSample } from './proofs.ts'
import type { Recipe } from './recipe.ts'
import type { Sample } from './sample.ts'
import { encode, publicJwk, publicPem, seedOf, signCompact } from './sign.ts'

/**
 * One token for each algorithm, and some that go wrong, in the order they are offered. Runs in Node at build time.
 * Signatures that are random by nature, of ECDSA and RSASSA-PSS, are fresh each time.
 */
export async function makeSamples(): Promise<Sample[]> {
  const signed = Promise.all([...[...byAlgorithm, ...byCase].map(makeSample), sdJwtSample(), dpopSample()])
  return [...(await signed), ...(await rareSamples())]
}

async function makeSample(recipe: Recipe): Promise<Sample> {
  const { id, label, header, payload, key, forged } = recipe
  const late = key !== null && 'mlDsa' in key
  const signed = await signCompact(
    header,
    typeof payload === 'string' ? payload : JSON.stringify(payload),
    late ? null : key,
  )
  const token =
    forged === undefined ? signed : signed.replace(/\.[^.]*\./, `.${encode(JSON.stringify(forged))}.`)
  const sample = { id, label, alg: header.alg, token, keyFormat: 'detect' } as const
  return late ? { ...sample, key: '', seed: seedOf(key.mlDsa) } : { ...sample, key: shownKey(recipe) }
}

function shownKey({ header, key, shown, asJwk }: Recipe): string {
  if (key === null || 'mlDsa' in key) return ''
  if ('secret' in key) return key.secret
  const pair = shown ?? key.pair
  return asJwk ? JSON.stringify({ ...publicJwk(pair), alg: header.alg, use: 'sig' }) : publicPem(pair)
}
