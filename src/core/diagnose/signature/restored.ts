import { readBase64url, writeBase64url } from '../../text/base64url.ts'
import type { Pair } from '../algorithms.ts'
import { pairsOf, signatureLength } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import { type Evidence, type Parts, withSignature } from '../evidence.ts'
import type { Attempt, Hypothesis } from '../hypothesis.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Longer signatures have more places for a character too many than there are attempts: it is looked for among the doubled. */
const LONGEST = 140

/** One character lost at either end of a signature that cannot be made again, an illegal one in it, or one too many; or its last is not as it is written. */
export const restored: Hypothesis = {
  topic: 'signature damage',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null) return
    const text = jws.signatureText
    const written = writeBase64url(jws.signature)
    for (const [i, pair] of pairsOf(evidence).entries()) {
      // The last character has bits set that belong to no octet: but for them, it verifies as it is.
      if (text !== written && text.slice(0, -1) + written.at(-1) === written) {
        const at = text.length - 1
        yield attempt(evidence, jws, pair, { octets: jws.signature, candidate: written, at, how: 'replaced' })
      }
      if (i > 0 || pair.key.jwk.kty === 'oct') continue
      const length = signatureLength(pair)
      const characters = Math.ceil((length * 8) / 6)
      for (const [candidate, at, how] of candidates(text, characters)) {
        const { octets, faults } = readBase64url(candidate, { from: 0, to: candidate.length })
        // A last character with spare bits is never written.
        if (octets.length !== length || faults.length > 0) continue
        yield attempt(evidence, jws, pair, { octets, candidate, at, how })
      }
    }
  },
}

interface Candidate {
  readonly octets: Uint8Array<ArrayBuffer>
  readonly candidate: string
  readonly at: number
  readonly how: string
}

function attempt(
  evidence: Evidence,
  jws: Parts,
  { alg, key }: Pair,
  { octets, candidate, at, how }: Candidate,
): Attempt {
  const from = Math.min(jws.spans.signature.from + at, jws.spans.signature.to)
  const values = { at: at + 1, how, count: 1, ...(how !== 'extra' && { character: candidate[at]! }) }
  const told = diagnosis('signature-character', values, {
    at: { from, to: Math.min(from + 1, jws.spans.signature.to) },
    fix: { text: withSignature(evidence, jws, candidate) },
  })
  return { alg, key, signature: octets, told: [told] }
}

function* candidates(text: string, characters: number): Generator<[string, number, string]> {
  const illegal = text.search(/[^\w-]/)
  if (text.length === characters) {
    if (illegal < 0 || illegal !== text.search(/[^\w-](?=[\w-]*$)/)) return
    for (const character of ALPHABET)
      yield [text.slice(0, illegal) + character + text.slice(illegal + 1), illegal, 'replaced']
    return
  }
  if (illegal >= 0) return
  if (text.length === characters - 1) {
    for (const character of ALPHABET) yield [text + character, text.length, 'missing']
    for (const character of ALPHABET) yield [character + text, 0, 'missing']
  } else if (text.length > characters && text.length <= characters + 3) {
    const more = text.length - characters
    yield [text.slice(0, characters), characters, 'extra']
    yield [text.slice(more), 0, 'extra']
    if (more > 1) return
    for (let i = 1; i < text.length - 1; i++) {
      // Of several of the same in a row, it is all one which goes.
      if (text[i] !== text[i - 1] && (text.length <= LONGEST || text[i] === text[i + 1]))
        yield [text.slice(0, i) + text.slice(i + 1), i, 'extra']
    }
  }
}
