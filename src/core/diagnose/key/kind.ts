import { pairsOf, servedBy } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'

/** The key is of another kind than the algorithm takes: then it is at least said which it would serve. */
export const kind: Hypothesis = {
  topic: 'key properties',
  mere: true,
  *suggest(evidence) {
    const { header, keys } = evidence
    const [key] = keys?.keys ?? []
    if (key === undefined || header.alg === null || header.alg === 'none' || pairsOf(evidence).length > 0)
      return
    const serves = [...new Set(servedBy(key).map(({ alg }) => alg))]
    if (serves.includes(header.alg)) return
    const { kty, crv } = key.jwk
    yield {
      hint: diagnosis('key-type', {
        alg: header.alg,
        serves: serves.join(', '),
        has: kty ?? '',
        crv: crv ?? '',
      }),
    }
  },
}
