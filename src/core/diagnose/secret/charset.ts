import type { Hypothesis } from '../hypothesis.ts'
import { asOctets } from './candidate.ts'

/** The issuer made octets of the text otherwise than in UTF-8. */
export const charset: Hypothesis = {
  topic: 'secret encodings',
  *suggest(evidence) {
    const units = Array.from(evidence.secretText, (_, i) => evidence.secretText.charCodeAt(i))
    const little = Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]))
    yield* asOctets(evidence, little, 'secret-charset', { charset: 'UTF-16, little-endian' })
    const big = Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]))
    yield* asOctets(evidence, big, 'secret-charset', { charset: 'UTF-16, big-endian' })
    if (units.every((unit) => unit < 0x80)) return
    if (units.every((unit) => unit <= 0xff)) {
      yield* asOctets(evidence, Uint8Array.from(units), 'secret-charset', { charset: 'Latin-1' })
    }
    // Readers that know ASCII alone put a question mark for what they do not know.
    const ascii = Uint8Array.from(units, (unit) => (unit < 0x80 ? unit : 0x3f))
    yield* asOctets(evidence, ascii, 'secret-charset', { charset: 'ASCII' })
    const encoder = new TextEncoder()
    for (const form of ['NFC', 'NFD'] as const) {
      const octets = encoder.encode(evidence.secretText.normalize(form))
      yield* asOctets(evidence, octets, 'secret-charset', { charset: `Unicode ${form}` })
    }
  },
}
