import { createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { thumbprint } from '../../../src/core/keys/thumbprint.ts'
import { fixture, jsonFixture, readKey } from './fixture.ts'

const p256 = createPublicKey(fixture('keys/p256.spki.pem')).export({ format: 'jwk' })
const read = (jwk: unknown) => readKey(JSON.stringify(jwk))

describe('thumbprints', () => {
  test('RFC 7638 section 3.1', async () => {
    const { jwk, thumbprintSha256 } = jsonFixture<{ jwk: object; thumbprintSha256: string }>(
      'rfc7638/3_1.json',
    )
    const reading = await read(jwk)
    expect(reading.ok && (await thumbprint(reading.value))).toBe(thumbprintSha256)
  })

  test.each(['44', '87'])('ML-DSA-%s: the kid of the JOSE draft is the thumbprint', async (size) => {
    const { jwk } = jsonFixture<{ jwk: { kid: string } }>(`mldsa/ML_DSA_${size}.jose.json`)
    const reading = await read(jwk)
    expect(reading.ok && (await thumbprint(reading.value))).toBe(jwk.kid)
  })

  test('is the same for every form of a key', async () => {
    const forms = [
      'p256.spki.pem',
      'p256.compressed.spki.pem',
      'p256.pkcs8.pem',
      'p256.no-public.pkcs8.pem',
      'p256.certificate.pem',
    ]
    const texts = [...forms.map((file) => fixture(`keys/${file}`)), JSON.stringify({ kid: 'k', ...p256 })]
    const prints = await Promise.all(
      texts.map(async (text) => {
        const reading = await readKey(text, 'detect')
        return reading.ok && (await thumbprint(reading.value))
      }),
    )
    expect(new Set(prints).size).toBe(1)
    expect(prints[0]).toMatch(/^[\w-]{43}$/)
  })
})
