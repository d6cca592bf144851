import { pairsOf } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

/** Padding, or the standard alphabet’s `+` and `/`: put in on the way, or signed so by an issuer with the wrong encoder. */
export const base64: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    const { jws, verification } = evidence
    if (!evidence.broken || !/[=+/]/.test(text)) return
    const padded = text.includes('=')
    const standard = /[+/]/.test(text)
    const what = [padded && 'padding', standard && 'the standard alphabet'].filter(Boolean).join(' and ')
    const signed = jws !== null && /[=+/]/.test(`${jws.protected}${jws.payload}`)
    if (signed && verification?.state === 'verified') {
      yield { hint: diagnosis('token-base64-signed', { what }) }
      return
    }
    if (text.length > LONGEST) return
    const alphabet = text.replaceAll('+', '-').replaceAll('/', '_')
    const token = alphabet.replaceAll('=', '')
    // In a query, `+` becomes a space.
    yield* repaired(evidence, token, { id: 'token-base64', values: { what }, offer: true })
    if (jws === null) return
    // Signed over one form, and carried in a mixture.
    for (const form of [text.replaceAll('=', ''), alphabet]) {
      const input = form.slice(0, form.lastIndexOf('.'))
      for (const pair of pairsOf(evidence)) {
        const told = [diagnosis('input-base64', { what })]
        yield { ...pair, signingInput: new TextEncoder().encode(input), told }
      }
    }
  },
}
