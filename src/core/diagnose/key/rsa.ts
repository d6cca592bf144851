import { isOver, isSame, opened, pkcs1Message, pssMessages } from '../../crypto/encodedMessage.ts'
import { costOf, MAX_COST } from '../../crypto/rsaKey.ts'
import { pairsOf, signatureLength } from '../algorithms.ts'
import { type Diagnosis, diagnosis } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'

/** To open a signature mostly costs little, and any key of a set may be the one. */
const MOST_KEYS = 100

/**
 * An RSA signature can be opened with the public key: what it shows tells whether this key made it at all, with which
 * hash, padding and salt, and whether over this content.
 */
export const rsa: Hypothesis = {
  topic: 'rsa opening',
  mere: true,
  async *suggest(evidence) {
    const { jws } = evidence
    if (jws === null || evidence.keys === null) return
    const bits: number[] = []
    let cost = 0
    for (const pair of pairsOf(evidence, MOST_KEYS)) {
      const { jwk } = pair.key
      if (jwk.kty !== 'RSA' || signatureLength(pair) !== jws.signature.length) continue
      cost += costOf(jwk)
      // What is not opened may be the signer's.
      if (cost > MAX_COST) return
      const message = opened(jwk, jws.signature)
      const told = message === null ? null : await readMessage(evidence, pair.alg, message, pair.key.bits)
      if (told !== null) {
        yield { hint: told }
        return
      }
      bits.push(pair.key.bits)
    }
    if (bits.length > 0) yield { hint: diagnosis('key-not-signer', { bits: bits[0]!, count: bits.length }) }
  },
}

async function readMessage(
  { jws }: Evidence,
  alg: string,
  message: Uint8Array<ArrayBuffer>,
  bits: number,
): Promise<Diagnosis | null> {
  const input = jws!.signingInput
  const pkcs1 = pkcs1Message(message)
  if (pkcs1 !== null) {
    const hash = pkcs1.hash ?? `SHA-${pkcs1.digest.length === 20 ? 1 : 8 * pkcs1.digest.length}`
    const own = isSame(new Uint8Array(await crypto.subtle.digest(hash, input)), pkcs1.digest)
    if (!own) return diagnosis('content-changed', { hash, alg })
    return pkcs1.hash === null
      ? diagnosis('digest-info-missing', { alg, hash })
      : diagnosis('alg-variant', { alg, actual: `RSASSA-PKCS1-v1_5 with ${hash}` })
  }
  let other: Diagnosis | null = null
  for await (const pss of pssMessages(message, bits)) {
    const { hash, salt, mask, telling } = pss
    if (await isOver(pss, input)) return diagnosis('pss-parameters', { alg, hash, salt: salt.length, mask })
    if (telling) other ??= diagnosis('content-changed', { hash, alg })
  }
  return other
}
