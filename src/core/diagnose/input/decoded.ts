import type { Hypothesis } from '../hypothesis.ts'
import { overInput, textOf } from './attempt.ts'

const LONGEST = 1_000_000

/** What was signed is the JSON itself, not its base64url (RFC 7515 section 5.1). */
export const decoded: Hypothesis = {
  topic: 'signing input',
  *suggest(evidence) {
    const header = textOf(evidence.headerContent, LONGEST)
    const payload = textOf(evidence.payloadContent, LONGEST)
    if (header === null || payload === null || evidence.jws === null) return
    yield* overInput(evidence, `${header}.${payload}`, 'input-decoded', { what: 'header and payload' })
    yield* overInput(evidence, `${evidence.jws.protected}.${payload}`, 'input-decoded', {
      what: 'the payload',
    })
    yield* overInput(evidence, payload, 'input-decoded', { what: 'the payload alone' })
    yield* overInput(evidence, `${header}${payload}`, 'input-decoded', {
      what: 'header and payload, without the dot',
    })
  },
}
