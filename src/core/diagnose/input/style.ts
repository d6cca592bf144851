import { isObject } from '../../decode/content.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { canRewrite, rewritten, spacings } from './rewriting.ts'

const LONGEST = 64_000

/** One library writes header and payload alike: where they differ, one of them was likely written by another hand. */
export const style: Hypothesis = {
  topic: 'key properties',
  mere: true,
  *suggest({ headerContent, payloadContent, jws, verification }) {
    // Where nothing was compared, it explains nothing.
    if (verification?.state !== 'failed') return
    if (payloadContent === null || !isObject(headerContent) || !isObject(payloadContent)) return
    if (payloadContent.text.length > LONGEST || !canRewrite(payloadContent.document)) return
    const isCompact = ({ text, document }: typeof headerContent) =>
      text === rewritten(document, { spacing: spacings[0]!, sorted: false, escapes: 'as written' })
    const [header, payload] = [isCompact(headerContent), isCompact(payloadContent)]
    if (header !== payload)
      yield {
        hint: diagnosis(
          'payload-style',
          { spaced: header ? 'payload' : 'header' },
          { at: header ? (jws?.spans.payload ?? null) : (jws?.spans.protected ?? null) },
        ),
      }
  },
}
