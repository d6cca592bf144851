import { isObject } from '../../decode/content.ts'
import { Kind } from '../../json/document.ts'
import { items, memberValue, stringValue, toPlain } from '../../json/read.ts'
import { readKeys } from '../../keys/index.ts'
import { algorithmFor } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'

/**
 * The token brings along the key that made its signature (RFC 7515 sections 4.1.3, 4.1.6): then it is whole, and signed by
 * another than the key that was given. It proves nothing more, and is no way to verify it.
 */
export const embedded: Hypothesis = {
  topic: 'token’s own key',
  async *suggest(evidence) {
    const { alg } = evidence.header
    if (alg === null) return
    for (const [name, text] of keyTexts(evidence)) {
      const reading = await readKeys(text, 'detect')
      if (!reading.ok) continue
      const {
        jwk: { alg: _, use: __, key_ops: ___, ...bare },
        ...rest
      } = reading.value.keys[0]!
      const key = { ...rest, jwk: bare }
      if (bare.kty !== 'oct' && algorithmFor(alg, key) !== null)
        yield { alg, key, told: [diagnosis('key-embedded', { name })] }
    }
  },
}

function* keyTexts({ headerContent }: Evidence): Generator<[string, string]> {
  if (!isObject(headerContent)) return
  const { document } = headerContent
  const jwk = memberValue(document, 0, 'jwk')
  if (jwk !== null) yield ['jwk', JSON.stringify(toPlain(document, jwk))]
  const x5c = memberValue(document, 0, 'x5c')
  if (x5c === null) return
  for (const item of items(document, x5c)) {
    if (document.kind[item] !== Kind.string) return
    yield ['x5c', `-----BEGIN CERTIFICATE-----\n${stringValue(document, item)}\n-----END CERTIFICATE-----`]
    return
  }
}
