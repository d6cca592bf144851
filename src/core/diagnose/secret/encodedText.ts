import { writeBase64url } from '../../text/base64url.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

const encoder = new TextEncoder()

/** The issuer took the encoded text of the secret as the secret: it encoded what was plain, or never decoded it. */
export const encodedText: Hypothesis = {
  topic: 'secret encodings',
  *suggest(evidence) {
    const { keys, secretText: keyText } = evidence
    // `echo secret | base64` encodes the line break too.
    const texts = [encoder.encode(keyText), encoder.encode(`${keyText}\n`)]
    const k = keys?.keys.length === 1 ? keys.keys[0]!.jwk.k : undefined
    if (k !== undefined && keys!.format === 'jwk')
      yield* asSecret(evidence, k, 'secret-encoded-text', { encoding: 'base64url' })
    for (const octets of texts) {
      const url = writeBase64url(octets)
      const standard = url.replaceAll('-', '+').replaceAll('_', '/')
      const padded = standard.padEnd(Math.ceil(standard.length / 4) * 4, '=')
      const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')
      const forms = { base64: [padded, standard], base64url: [url], hex: [hex, hex.toUpperCase()] }
      for (const [encoding, written] of Object.entries(forms)) {
        for (const text of written) yield* asText(evidence, text, encoding)
      }
    }
  },
}

/** Only as text: read as an encoding, it would be what it was made from. */
function* asText(evidence: Parameters<typeof asSecret>[0], text: string, encoding: string) {
  const plain = { ...evidence, keyFormat: 'secret-utf8' as const }
  for (const attempt of asSecret(plain, text, 'secret-encoded-text', { encoding })) {
    yield attempt
    return
  }
}
