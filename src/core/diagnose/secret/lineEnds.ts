import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

/** Line breaks within: a file that went through Windows, or came back from it; lines that were joined. */
export const lineEnds: Hypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    if (!/[\r\n]/.test(keyText)) return
    const plain = keyText.replaceAll('\r\n', '\n')
    for (const [text, what] of [
      [plain, 'LF'],
      [plain.replaceAll('\n', '\r\n'), 'CR LF'],
      [plain.replaceAll('\n', ''), 'none'],
    ] as const) {
      if (text !== keyText) yield* asSecret(evidence, text, 'secret-line-ends', { what })
    }
  },
}
