import { readBase64url } from '../../text/base64url.ts'
import { decodeUtf8 } from '../../text/utf8.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Attempt, Hypothesis } from '../hypothesis.ts'
import { readings } from './candidate.ts'
import { encoding } from './encoding.ts'
import { attemptsOf, type Layer, layers } from './layers.ts'
import { lineBreak } from './lineBreak.ts'
import { quotes } from './quotes.ts'
import { space } from './space.ts'

/**
 * What the secret’s encoding holds is a text, to which the same happens as to any other: `echo secret | base64` encodes the
 * line break too, and a value in base64 is put into base64 once more.
 */
export const decoded: Hypothesis = {
  topic: 'secret encodings',
  *suggest(evidence) {
    for (const layer of layers(evidence)) yield* within(layer, 2)
  },
}

/** As deep as people go who do not see that a value is encoded already. */
function* within({ evidence, told }: Layer, depth: number): Generator<Attempt> {
  for (const { format, jwk } of readings(evidence.secretText, null)) {
    const text = decodeUtf8(readBase64url(jwk.k!, { from: 0, to: jwk.k!.length }).octets)
    if (format === 'secret-utf8' || !text.ok) continue
    const inner: Layer = {
      evidence: { ...evidence, secretText: text.value, keyFormat: 'secret-utf8' },
      told: [...told, diagnosis('secret-decoded', { encoding: format.slice(7) })],
    }
    yield* attemptsOf(inner, encoding, lineBreak, space, quotes)
    if (depth > 1) yield* within(inner, depth - 1)
  }
}
