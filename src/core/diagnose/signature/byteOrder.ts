import { algorithmFor, pairsOf } from '../algorithms.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { ecdsaPairs, joined, reversed, withOctets } from './ecdsa.ts'

/** The numbers of the signature stand with their least octet first, as some Windows interfaces and smart cards give them. */
export const byteOrder: Hypothesis = {
  topic: 'signature encodings',
  *suggest(evidence) {
    for (const { size, jws, ...pair } of ecdsaPairs(evidence)) {
      if (jws.signature.length !== 2 * size) continue
      const [r, s] = [reversed(jws.signature.subarray(0, size)), reversed(jws.signature.subarray(size))]
      yield withOctets(evidence, jws, pair, joined(r, s, size)!, 'signature-byte-order', { what: 'r and s' })
      yield withOctets(evidence, jws, pair, joined(s, r, size)!, 'signature-byte-order', {
        what: 'the signature',
      })
    }
    const { jws } = evidence
    for (const pair of jws === null ? [] : pairsOf(evidence)) {
      if (algorithmFor(pair.alg, pair.key)?.kty !== 'RSA') continue
      yield withOctets(evidence, jws!, pair, reversed(jws!.signature), 'signature-byte-order', {
        what: 'the signature',
      })
    }
  },
}
