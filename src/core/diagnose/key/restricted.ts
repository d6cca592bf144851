import { servedBy, signatureLength, variantOf } from '../algorithms.ts'
import { diagnosis, type Fix } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'

const MEMBERS = ['alg', 'use', 'key_ops'] as const

/** The JWK says of itself that it is for something else: `use` enc, another `alg`, `key_ops` without verify. */
export const restricted: Hypothesis = {
  topic: 'key properties',
  *suggest(evidence) {
    const { header, keys, jws } = evidence
    for (const key of keys?.keys ?? []) {
      const named = MEMBERS.filter((member) => key.jwk[member] !== undefined)
      if (named.length === 0 || key.jwk.kty === 'AKP') continue
      const { alg: _, use: __, key_ops: ___, ...jwk } = key.jwk
      const plain = { ...key, jwk }
      for (const { alg } of servedBy(plain)) {
        if (signatureLength({ alg, key: plain }) !== jws?.signature.length) continue
        const member = named.find((name) => forbids(key.jwk[name], name, alg))
        if (member === undefined) continue
        const value = String(key.jwk[member])
        const fix = fixOf(evidence, jwk)
        const told = [
          diagnosis('key-restricted', { member, value, alg: header.alg ?? '' }, { fix }),
          ...variantOf(evidence, alg),
        ]
        yield { alg, key: plain, told }
      }
    }
  },
}

function forbids(
  value: string | string[] | undefined,
  member: (typeof MEMBERS)[number],
  alg: string,
): boolean {
  if (value === undefined) return false
  if (member === 'alg') return value !== alg
  return member === 'use' ? value !== 'sig' : !value.includes('verify')
}

/** The key without what it says of its use; only where it is the whole of the text. */
function fixOf({ keys }: Evidence, jwk: object): Fix | null {
  return keys?.format === 'jwk' && keys.keys.length === 1
    ? { keyText: JSON.stringify(jwk), keyFormat: 'jwk' }
    : null
}
