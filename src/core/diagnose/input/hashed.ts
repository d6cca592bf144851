import { algorithmFor, pairsOf } from '../algorithms.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { overInput } from './attempt.ts'

const hex = (octets: Uint8Array) =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')

/** The digest of the signing input was signed, and so hashed again: a signing service was told that it is a message. */
export const hashed: Hypothesis = {
  topic: 'signing input',
  async *suggest(evidence) {
    const [pair] = pairsOf(evidence)
    const hash = pair === undefined ? undefined : algorithmFor(pair.alg, pair.key)?.hash
    if (evidence.jws === null || pair === undefined) return
    const digest = await digestOf(hash ?? 'SHA-512', evidence.jws.signingInput)
    if (digest === null) return
    yield* overInput(evidence, digest, 'input-hashed', { how: 'as octets' })
    yield* overInput(evidence, hex(digest), 'input-hashed', { how: 'in hexadecimal' })
  },
}

async function digestOf(
  hash: string,
  octets: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.digest(hash, octets))
  } catch {
    return null
  }
}
