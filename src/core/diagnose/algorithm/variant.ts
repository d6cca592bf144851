import { servedBy, signatureLength, variantOf } from '../algorithms.ts'
import type { Hypothesis } from '../hypothesis.ts'

const MOST_KEYS = 8

/** The issuer signed with another algorithm than its header says; the key and the signature's length leave few. */
export const variant: Hypothesis = {
  topic: 'other algorithms',
  *suggest(evidence) {
    const { keys, header, jws } = evidence
    if (keys === null || jws === null) return
    for (const key of keys.keys.slice(0, MOST_KEYS)) {
      const { alg: _, use: __, key_ops: ___, ...jwk } = key.jwk
      // An ML-DSA key has its algorithm in itself.
      const plain = key.jwk.kty === 'AKP' ? key : { ...key, jwk }
      for (const { alg } of servedBy(key)) {
        if (alg === header.alg || signatureLength({ alg, key: plain }) !== jws.signature.length) continue
        yield { alg, key: plain, told: variantOf(evidence, alg) }
      }
    }
  },
}
