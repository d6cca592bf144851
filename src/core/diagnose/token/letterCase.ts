import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { tokenText } from './repaired.ts'

/** A token in one case of letters lost half of what it said; no repair is possible. */
export const letterCase: Hypothesis = {
  topic: 'key properties',
  mere: true,
  *suggest(evidence) {
    const text = tokenText(evidence).slice(0, 1000)
    if (text.length < 60 || !text.includes('.')) return
    const letters = !/[A-Z]/.test(text) ? 'small' : !/[a-z]/.test(text) ? 'capital' : null
    if (letters !== null) yield { hint: diagnosis('token-letter-case', { letters }, { at: evidence.span }) }
  },
}
