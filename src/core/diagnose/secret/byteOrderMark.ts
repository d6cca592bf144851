import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

const MARK = '\ufeff'

/** A byte order mark, which some editors put before a file's text and nobody sees. */
export const byteOrderMark: Hypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    if (!keyText.includes(MARK)) {
      yield* asSecret(evidence, MARK + keyText, 'secret-byte-order-mark', { how: 'with' })
      return
    }
    const text = keyText.replaceAll(MARK, '')
    yield* asSecret(evidence, text, 'secret-byte-order-mark', { how: 'without' })
    yield* asSecret(evidence, text.trim(), 'secret-byte-order-mark', { how: 'without' })
  },
}
