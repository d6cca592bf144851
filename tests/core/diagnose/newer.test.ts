/** ECDSA with another hash, and damage to signatures of the algorithms that came after RFC 7518. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFixture } from '../keys/fixture.ts'
import { diagnosed, stateOf, taken } from './diagnosed.ts'
import { jws, publicPem, signature } from './sign.ts'

describe('ECDSA with another hash', () => {
  test.each([
    ['ES256', 'SHA-384'],
    ['ES256', 'SHA-512'],
    ['ES256', 'SHA-1'],
    ['ES384', 'SHA-256'],
    ['ES384', 'SHA-512'],
    ['ES512', 'SHA-256'],
    ['ES512', 'SHA-384'],
    ['ES256K', 'SHA-384'],
    ['ES256K', 'SHA-512'],
  ])('%s over %s is told', async (alg, hash) => {
    const name = hash.replace('SHA-', 'sha')
    const text = jws(alg, {}, (input) => signature(alg, input, {}, name))
    const { found } = await diagnosed({ text, keyText: publicPem(alg) })
    expect(found).toMatchObject([{ id: 'alg-variant', values: { alg, actual: `ECDSA with ${hash}` } }])
  })

  test('with another key, it is not', async () => {
    const text = jws('ES256', {}, (input) => signature('ES384', input, {}, 'sha256').subarray(0, 64))
    expect((await diagnosed({ text, keyText: publicPem('ES256') })).found).toEqual([])
  })
})

interface Mlds {
  readonly jwk: object
  readonly jws: string
}
const mlDsa = jsonFixture<Mlds>('mldsa/ML_DSA_44.jose.json')
const rows = [
  ...['ES256K', 'Ed448'].map((alg) => ({ alg, keyText: publicPem(alg), good: () => jws(alg) })),
  { alg: 'ML-DSA-44', keyText: JSON.stringify(mlDsa.jwk), good: () => mlDsa.jws },
]

describe.each(rows)('damage to a signature in $alg', ({ keyText, good }) => {
  const spoilt = (change: (text: string) => string) => {
    const token = good()
    const at = token.lastIndexOf('.') + 1
    return token.slice(0, at) + change(token.slice(at))
  }

  test('an illegal character in it, wherever, is found and mended', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), fc.constantFrom('*', '!', 'é'), async (at, by) => {
        const inputs = { text: spoilt((text) => text.slice(0, at) + by + text.slice(at + 1)), keyText }
        const { found } = await diagnosed(inputs)
        expect(found).toMatchObject([{ id: 'signature-character' }])
        expect(await stateOf(taken(inputs, found))).toBe('verified')
      }),
      { numRuns: 4 },
    )
  })

  test.each([
    ['the last character lost', (text: string) => text.slice(0, -1)],
    ['the first character lost', (text: string) => text.slice(1)],
    ['a character behind it', (text: string) => `${text}Q`],
  ])('%s', async (_, change) => {
    const inputs = { text: spoilt(change), keyText }
    const { found } = await diagnosed(inputs)
    expect(found).toMatchObject([{ id: 'signature-character' }])
    expect(await stateOf(taken(inputs, found))).toBe('verified')
  })

  // So few that what is left has not the length of another algorithm’s.
  test('cut short, the number of missing characters is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 20 }), async (count) => {
        const { found, hints } = await diagnosed({ text: spoilt((text) => text.slice(0, -count)), keyText })
        expect(found).toEqual([])
        expect(hints).toContainEqual(
          expect.objectContaining({ id: 'signature-cut', values: expect.objectContaining({ count }) }),
        )
      }),
      { numRuns: 4 },
    )
  })
})
