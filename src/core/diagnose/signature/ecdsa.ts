import { writeBase64url } from '../../text/base64url.ts'
import { algorithmFor, type Pair, pairsOf } from '../algorithms.ts'
import { type Diagnosis, diagnosis } from '../diagnosis.ts'
import { type Evidence, type Parts, withSignature } from '../evidence.ts'
import type { Attempt } from '../hypothesis.ts'

/** The algorithm and key of an ECDSA signature, and the octets of each of its two numbers (RFC 7518 section 3.4). */
export function* ecdsaPairs(
  evidence: Evidence,
): Generator<Pair & { readonly size: number; readonly jws: Parts }> {
  const { jws } = evidence
  if (jws === null) return
  for (const pair of pairsOf(evidence)) {
    const algorithm = algorithmFor(pair.alg, pair.key)
    if (algorithm?.kty === 'EC') yield { ...pair, size: algorithm.signatureLength! / 2, jws }
  }
}

/** A check with another signature, which the fix puts into the token. */
export function withOctets(
  evidence: Evidence,
  jws: Parts,
  { alg, key }: Pair,
  signature: Uint8Array<ArrayBuffer>,
  id: Diagnosis['id'],
  values: Diagnosis['values'] = {},
): Attempt {
  const text = withSignature(evidence, jws, writeBase64url(signature))
  return { alg, key, signature, told: [diagnosis(id, values, { at: jws.spans.signature, fix: { text } })] }
}

/** r ‖ s, each brought to `size` octets; null where one is too long for that. */
export function joined(r: Uint8Array, s: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const [first, second] = [filled(r, size), filled(s, size)]
  return first && second && Uint8Array.of(...first, ...second)
}

/** A number brought to `size` octets by zeros at its front; null where it is too long for that. */
export function filled(number: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const bare = number.subarray(
    Math.max(
      0,
      number.findIndex((octet) => octet !== 0),
    ),
  )
  if (bare.length > size) return null
  const octets = new Uint8Array(size)
  octets.set(bare, size - bare.length)
  return octets
}

export function reversed(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(octets).reverse()
}
