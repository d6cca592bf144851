/** What an anatomy computes and what the engines answer are the same, for every test of Wycheproof that has a chain. */
import { expect, test } from 'vitest'
import { signatureAnatomy } from '../../../src/core/anatomy/signature.ts'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { signingInput } from '../../../src/core/decode/signingInput.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import { jsonFixture } from '../keys/fixture.ts'
import { agreesIn } from './anatomy.ts'

interface Group {
  readonly public?: object
  readonly private: object
  readonly tests: readonly { readonly tcId: number; readonly jws: string | object }[]
}

test('the chain agrees exactly where the signature verifies', async () => {
  const { testGroups } = jsonFixture<{ testGroups: readonly Group[] }>(
    'wycheproof/json_web_signature_test.json',
  )
  const agreeing = { true: 0, false: 0 }
  for (const group of testGroups) {
    const keys = await readKeys(JSON.stringify(group.public ?? group.private), 'detect')
    for (const { tcId, jws } of group.tests) {
      const text = typeof jws === 'string' ? jws : JSON.stringify(jws)
      const { token } = inspect(text)
      if (token?.kind !== 'jws' || !keys.ok) continue
      const key = keys.value.keys[0]!
      const agrees = agreesIn(await signatureAnatomy(text, token, key))
      if (agrees === null) continue
      const input = signingInput(text, token)
      const { state } = await verifySignature({
        header: { alg: token.header.alg, crit: null },
        signingInput: typeof input === 'string' ? new TextEncoder().encode(input) : input,
        signature: token.segments[2]!.octets,
        key,
      })
      expect(state, String(tcId)).toBe(agrees ? 'verified' : 'failed')
      agreeing[`${agrees}`]++
    }
  }
  expect(agreeing.true).toBeGreaterThan(30)
  expect(agreeing.false).toBeGreaterThan(20)
})
