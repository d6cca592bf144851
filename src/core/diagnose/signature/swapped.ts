import type { Hypothesis } from '../hypothesis.ts'
import { ecdsaPairs, joined, withOctets } from './ecdsa.ts'

/** s stands before r. */
export const swapped: Hypothesis = {
  topic: 'signature encodings',
  *suggest(evidence) {
    for (const { size, jws, ...pair } of ecdsaPairs(evidence)) {
      if (jws.signature.length !== 2 * size) continue
      const signature = joined(jws.signature.subarray(size), jws.signature.subarray(0, size), size)!
      yield withOctets(evidence, jws, pair, signature, 'signature-swapped')
    }
  },
}
