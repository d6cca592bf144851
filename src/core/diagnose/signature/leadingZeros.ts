import { pairsOf, signatureLength } from '../algorithms.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { ecdsaPairs, filled, joined, withOctets } from './ecdsa.ts'

/** More zero octets at the front of a number than this come about once in 2³² signatures. */
const MOST = 4

/** No more octets than this, most of which would be zero, are taken for a signature. */
const LONGEST = 300

/**
 * A number in place of octets of fixed length: written as short as it is, with the sign octet of a two’s complement, or
 * filled up on the wrong side.
 */
export const leadingZeros: Hypothesis = {
  topic: 'signature encodings',
  *suggest(evidence) {
    for (const { size, jws, ...pair } of ecdsaPairs(evidence)) {
      const { signature } = jws
      const count = 2 * size - signature.length
      if (count > MOST || signature.length > LONGEST || signature.every((octet) => octet === 0)) continue
      for (const at of boundaries(size, signature.length)) {
        for (const r of withoutTail(signature.subarray(0, at), size)) {
          for (const s of withoutTail(signature.subarray(at), size)) {
            const whole = joined(r, s, size)
            if (whole !== null && (count !== 0 || r.length < size || s.length < size))
              yield withOctets(evidence, jws, pair, whole, 'signature-leading-zeros', { count })
          }
        }
      }
    }
    yield* rsa(evidence)
  },
}

/** Where s may begin: in the middle, or where r or s ends if it is shorter, or has a sign octet. */
function boundaries(size: number, length: number): Set<number> {
  const ends = Array.from({ length: MOST + 2 }, (_, i) => size + 1 - i)
  return new Set([length >> 1, ...ends, ...ends.map((end) => length - end)])
}

/** The octets, and all that is left when zeros at the end are left out, down to a few less than `size`. */
function* withoutTail(octets: Uint8Array, size: number): Generator<Uint8Array> {
  let { length } = octets
  do yield octets.subarray(0, length)
  while (octets[--length] === 0 && length >= size - MOST)
}

function* rsa(evidence: Evidence) {
  const { jws } = evidence
  for (const pair of jws === null ? [] : pairsOf(evidence)) {
    if (pair.key.jwk.kty !== 'RSA') continue
    const size = signatureLength(pair)
    const count = size - jws!.signature.length
    if (count > MOST || -count > size) continue
    for (const number of withoutTail(jws!.signature, size)) {
      const whole = filled(number, size)
      if (whole !== null && number.length !== size)
        yield withOctets(evidence, jws!, pair, whole, 'signature-leading-zeros', { count })
    }
  }
}
