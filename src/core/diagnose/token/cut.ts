import { isObject } from '../../decode/content.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { tokenText } from './repaired.ts'

/** The token ends before it is whole: a field or a log that takes so many characters and no more, or a selection too short. */
export const cut: Hypothesis = {
  topic: 'key properties',
  mere: true,
  *suggest(evidence) {
    const { jws, headerContent, payloadContent } = evidence
    if (!isObject(headerContent)) return
    if (jws === null ? tokenText(evidence).split('.').length > 2 : jws.signatureText !== '') return
    const whole = jws !== null || (payloadContent !== null && isObject(payloadContent))
    const part = whole ? 'signature' : 'payload'
    yield {
      hint: diagnosis(
        'token-cut',
        { part, characters: tokenText(evidence).length },
        { at: { from: evidence.span.to, to: evidence.span.to } },
      ),
    }
  },
}
