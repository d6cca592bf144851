import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

/** The secret came out of a URL or a form, or the issuer used it as it stood there. */
export const percentEncoding: Hypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    const text = keyText.trim()
    const decoded = [percentDecoded(text), percentDecoded(text.replaceAll('+', ' '))]
    for (const read of decoded) {
      if (read !== null && read !== keyText)
        yield* asSecret(evidence, read, 'secret-percent-encoding', { how: 'read' })
    }
    if (!keyText.isWellFormed()) return
    const written = encodeURIComponent(keyText)
    if (written !== keyText) yield* asSecret(evidence, written, 'secret-percent-encoding', { how: 'written' })
  },
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
