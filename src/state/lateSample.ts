import { algorithmOf } from '../core/crypto/algorithms.ts'
import { writeBase64url } from '../core/text/base64url.ts'
import type { Sample } from '../samples/sample.ts'

/** The sample with its signature and its key, where it came with the seed of them alone. */
export async function finished(sample: Sample): Promise<Sample> {
  const { seed, ...rest } = sample
  if (seed === undefined) return sample
  const { engine, mlDsaKeyPair } = await import('../core/crypto/engines/mlDsa.ts')
  const { priv, ...shown } = mlDsaKeyPair(sample.alg, seed)
  const input = sample.token.slice(0, -1)
  const octets = new TextEncoder().encode(input)
  const signature = await engine.sign(algorithmOf(sample.alg, undefined)!, { ...shown, priv }, octets)
  return { ...rest, token: `${input}.${writeBase64url(signature)}`, key: JSON.stringify(shown) }
}
