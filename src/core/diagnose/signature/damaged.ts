import { readBase64url, writeBase64url } from '../../text/base64url.ts'
import type { Span } from '../../text/span.ts'
import { pairsOf } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import { type Evidence, withSignature } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { compared } from './compared.ts'

/**
 * What happened to an HMAC's characters. The secret makes the right ones, so that the two can be compared: whatever they
 * have in common is no accident.
 */
export const damaged: Hypothesis = {
  topic: 'signature damage',
  async *suggest(evidence) {
    const { jws } = evidence
    if (jws === null || jws.signatureText === '') return
    for (const { alg, key } of pairsOf(evidence)) {
      if (key.jwk.kty !== 'oct') continue
      const right = await macOf(alg, key.jwk.k ?? '', jws.signingInput)
      if (right === null) continue
      const written = writeBase64url(right)
      const difference = compared(jws.signatureText, written)
      if (difference === null) continue
      const { id, at, ...values } = difference
      const span: Span = at === null ? jws.spans.signature : spanOf(evidence, at)
      const told = diagnosis(
        id,
        { ...values, ...(at !== null && { at: at + 1 }) },
        { at: span, fix: { text: withSignature(evidence, jws, written) } },
      )
      yield { alg, key, signature: right, told: [told] }
    }
  },
}

function spanOf({ jws }: Evidence, at: number): Span {
  const { from, to } = jws!.spans.signature
  return { from: Math.min(to, from + at), to: Math.min(to, from + at + 1) }
}

/** The MAC of a JWS Signing Input (RFC 7518 section 3.2); null where WebCrypto does not make one. */
async function macOf(
  alg: string,
  k: string,
  input: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const secret = readBase64url(k, { from: 0, to: k.length }).octets
  try {
    const hash = `SHA-${alg.slice(2)}`
    // HMAC pads with zero octets, and WebCrypto takes no empty secret.
    const octets = secret.length === 0 ? new Uint8Array(1) : secret
    const key = await crypto.subtle.importKey('raw', octets, { name: 'HMAC', hash }, false, ['sign'])
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, input))
  } catch {
    return null
  }
}
