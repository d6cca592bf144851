import { contentOf } from '../../decode/content.ts'
import { readBase64url } from '../../text/base64url.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { overInput, textOf, toBase64url } from './attempt.ts'

const LONGEST = 200_000

/** Header or payload were encoded once more on the way, or once more before they were signed. */
export const doubleEncoded: Hypothesis = {
  topic: 'signing input',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null) return
    const inner = innerOf(evidence)
    if (inner !== null) {
      const text = inner.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      for (const payload of new Set([inner, text])) {
        yield* overInput(evidence, `${jws.protected}.${payload}`, 'payload-double-encoded', { how: 'once' })
      }
      yield { hint: diagnosis('payload-double-encoded', { how: 'seen' }, { at: jws.spans.payload }) }
    } else if (jws.payload.length <= LONGEST) {
      yield* overInput(evidence, `${jws.protected}.${toBase64url(jws.payload)}`, 'payload-double-encoded', {
        how: 'twice',
      })
      yield* overInput(
        evidence,
        `${toBase64url(jws.protected)}.${toBase64url(jws.payload)}`,
        'payload-double-encoded',
        { how: 'both' },
      )
    }
  },
}

/** The payload's text, where that is base64 of JSON in turn. */
function innerOf({ payloadContent }: Evidence): string | null {
  const text = textOf(payloadContent, LONGEST)?.replace(/^"([^"]*)"$/, '$1')
  if (text === undefined || text.length < 3 || !/^[\w+/=-]+$/.test(text)) return null
  const { octets } = readBase64url(text, { from: 0, to: text.length })
  const content = contentOf(octets)
  return content.kind === 'json' && content.fault === null && /^[[{]/.test(content.text.trim()) ? text : null
}
