import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

/** The secret was copied out of a JSON or source text with its escapes, or the issuer used it so. */
export const jsonEscapes: Hypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    const body = keyText.trim().replace(/^"(.*)"$/s, '$1')
    for (const text of new Set([body, keyText])) {
      const read = text.includes('\\') ? unescaped(text) : null
      if (read !== null && read !== keyText)
        yield* asSecret(evidence, read, 'secret-json-escapes', { how: 'read' })
    }
    const written = JSON.stringify(keyText).slice(1, -1)
    for (const text of new Set([written, written.replaceAll('/', '\\/'), ascii(written)])) {
      if (text !== keyText) yield* asSecret(evidence, text, 'secret-json-escapes', { how: 'written' })
    }
  },
}

function unescaped(text: string): string | null {
  try {
    // Line breaks and quotes that are not escaped stay what they are.
    const lexeme = text.replace(/\\[\s\S]|["\n\r\t]/g, (found) =>
      found.length > 1 ? found : JSON.stringify(found).slice(1, -1),
    )
    return JSON.parse(`"${lexeme}"`) as string
  } catch {
    return null
  }
}

function ascii(text: string): string {
  return text.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
