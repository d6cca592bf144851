import { algorithmFor } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { ecdsaPairs } from '../signature/ecdsa.ts'

const hashes = ['SHA-256', 'SHA-384', 'SHA-512', 'SHA-1'] as const

/** ECDSA with another hash than the one that goes with the curve in JWS (RFC 7518 section 3.4, RFC 8812 section 3.2). */
export const hash: Hypothesis = {
  topic: 'other algorithms',
  *suggest(evidence) {
    for (const { alg, key, size, jws } of ecdsaPairs(evidence)) {
      if (jws.signature.length !== 2 * size) continue
      const own = algorithmFor(alg, key)!.hash
      for (const other of hashes) {
        if (other === own) continue
        const told = [diagnosis('alg-variant', { alg, actual: `ECDSA with ${other}` })]
        yield { alg, key, hash: other, told }
      }
    }
  },
}
