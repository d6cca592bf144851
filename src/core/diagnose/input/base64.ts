import type { Hypothesis } from '../hypothesis.ts'
import { overInput } from './attempt.ts'

/** The issuer signed base64 with padding, or in the standard alphabet, and something on the way made base64url of it. */
export const base64: Hypothesis = {
  topic: 'signing input',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null) return
    const parts = [jws.protected, jws.payload].map((part) => part.replaceAll('=', ''))
    const padded = parts.map((part) => part.padEnd(Math.ceil(part.length / 4) * 4, '='))
    const standard = (part: string) => part.replaceAll('-', '+').replaceAll('_', '/')
    const own = parts.join('.')
    for (const [what, input] of [
      ['padding', padded.join('.')],
      ['the standard alphabet', parts.map(standard).join('.')],
      ['padding and the standard alphabet', padded.map(standard).join('.')],
    ] as const) {
      if (input !== own) yield* overInput(evidence, input, 'input-base64', { what })
    }
  },
}
