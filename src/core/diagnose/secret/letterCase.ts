import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

/** Hexadecimal digits or a UUID taken as text: systems differ in whether they write them small. */
export const letterCase: Hypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    if (!/^[0-9a-f-]+$/i.test(keyText.trim())) return
    const lower = keyText.toLowerCase()
    const upper = keyText.toUpperCase()
    if (lower !== keyText)
      yield* asSecret(evidence, lower, 'secret-letter-case', { letters: 'small letters' })
    if (upper !== keyText) yield* asSecret(evidence, upper, 'secret-letter-case', { letters: 'capitals' })
    if (/-/.test(keyText))
      yield* asSecret(evidence, keyText.replaceAll('-', ''), 'secret-letter-case', { letters: 'no hyphens' })
  },
}
