import type { Hypothesis } from '../hypothesis.ts'
import { overInput } from './attempt.ts'

/** A line break at the end of what was signed, from `echo`; a part or the dot left out, or a dot too many. */
export const surroundings: Hypothesis = {
  topic: 'signing input',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null) return
    const { protected: header, payload } = jws
    const input = `${header}.${payload}`
    yield* overInput(evidence, `${input}\n`, 'input-line-break', { what: 'LF' })
    yield* overInput(evidence, `${input}\r\n`, 'input-line-break', { what: 'CR LF' })
    yield* overInput(evidence, payload, 'input-part', { part: 'the payload alone' })
    yield* overInput(evidence, header, 'input-part', { part: 'the header alone' })
    yield* overInput(evidence, `${header}${payload}`, 'input-part', {
      part: 'both parts without the dot between',
    })
    yield* overInput(evidence, `${input}.`, 'input-part', { part: 'both parts with a dot behind' })
  },
}
