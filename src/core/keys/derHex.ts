import { withoutEscapes } from './base64.ts'
import { derText } from './derText.ts'
import { placed } from './encodedText.ts'
import type { KeyReader } from './material.ts'
import { hexInBase64url } from './secretHex.ts'

/** A SEQUENCE in hexadecimal, with white space or colons between. */
const sequence = /(?<![\w+/])30[\da-f\s:]{40,}/i

/** DER in hexadecimal, or in base64: what is no key so stays the secret that it may be. */
export const derHex: KeyReader = {
  ...derText,
  detects: (text) => derText.detects(inBase64(text)) || derText.detects(text),
  async read(pasted) {
    const text = inBase64(pasted)
    if (!derText.detects(text)) return derText.read(pasted)
    const from = withoutEscapes(pasted).search(sequence)
    return placed(await derText.read(text), [{ text, span: { from, to: pasted.length } }])
  },
}

/** '' where there is no hexadecimal text. */
function inBase64(text: string): string {
  const digits = sequence.exec(withoutEscapes(text))?.[0].replaceAll(/[\s:]/g, '') ?? ''
  // Of a word behind it, the first letters can be digits.
  return hexInBase64url(digits.slice(0, digits.length & ~1))
}
