import { pairsOf, signatureLength } from '../algorithms.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { ecdsaPairs, joined, withOctets } from './ecdsa.ts'

/** More zero octets at the front of a number than this come about once in 2³² signatures. */
const MOST = 4

/** Numbers written as short as they are, or with the sign octet of a two’s complement: a number in place of octets of fixed length. */
export const leadingZeros: Hypothesis = {
  topic: 'signature encodings',
  *suggest(evidence) {
    for (const { size, jws, ...pair } of ecdsaPairs(evidence)) {
      const { signature } = jws
      const count = 2 * size - signature.length
      if (count === 0 || count < -2 || count > MOST) continue
      for (const at of splits(size, count)) {
        const whole = joined(signature.subarray(0, at), signature.subarray(at), size)
        if (whole !== null) yield withOctets(evidence, jws, pair, whole, 'signature-leading-zeros', { count })
      }
    }
    yield* rsa(evidence)
  },
}

/** Where s may begin when `count` octets are missing, or too many. */
function* splits(size: number, count: number): Generator<number> {
  if (count > 0) for (let missing = 0; missing <= count; missing++) yield size - missing
  else for (let more = 0; more <= Math.min(1, -count); more++) yield size + more
}

function* rsa(evidence: Evidence) {
  const { jws } = evidence
  for (const pair of jws === null ? [] : pairsOf(evidence)) {
    if (pair.key.jwk.kty !== 'RSA') continue
    const length = signatureLength(pair)
    const count = length - jws!.signature.length
    if (count === 0 || count < -1 || count > MOST || (count < 0 && jws!.signature[0] !== 0)) continue
    const signature = new Uint8Array(length)
    signature.set(count < 0 ? jws!.signature.subarray(1) : jws!.signature, Math.max(0, count))
    yield withOctets(evidence, jws!, pair, signature, 'signature-leading-zeros', { count })
  }
}
