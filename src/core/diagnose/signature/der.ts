import { Der } from '../../keys/der.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { ecdsaPairs, joined, withOctets } from './ecdsa.ts'

/** An ECDSA signature as most cryptographic libraries make it: a DER SEQUENCE of r and s (RFC 3279 section 2.2.3). */
export const der: Hypothesis = {
  topic: 'signature encodings',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws?.signature[0] !== 0x30) return
    const sequence = Der.of(jws.signature).sequence()
    const [r, s] = [sequence.integer(), sequence.integer()]
    if (sequence.fault !== null) return
    for (const { size, ...pair } of ecdsaPairs(evidence)) {
      const signature = joined(r, s, size)
      if (signature !== null) yield withOctets(evidence, jws, pair, signature, 'signature-der')
    }
  },
}
