import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signatureAlgorithms } from '../../../src/core/crypto/algorithms.ts'
import { fitOf } from '../../../src/core/crypto/fit.ts'
import { signatureParts } from '../../../src/core/crypto/signatureParts.ts'
import { fixture, readKey } from '../keys/fixture.ts'

const keyOf = async (text: string) => {
  const reading = await readKey(text, 'detect')
  if (!reading.ok) throw new Error(reading.fault.code)
  return reading.value
}

const files = ['rsa2048', 'p256', 'p384', 'p521', 'ed25519', 'mldsa44', 'mldsa65', 'mldsa87']
const serves: Readonly<Record<string, readonly string[]>> = {
  rsa2048: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  p256: ['ES256'],
  p384: ['ES384'],
  p521: ['ES512'],
  ed25519: ['EdDSA', 'Ed25519'],
  mldsa44: ['ML-DSA-44'],
  mldsa65: ['ML-DSA-65'],
  mldsa87: ['ML-DSA-87'],
}

describe('which key fits which algorithm', () => {
  test.each(files)('%s', async (file) => {
    const key = await keyOf(fixture(`keys/${file}.spki.pem`))
    const fitting = signatureAlgorithms.filter(({ alg }) => fitOf(key, alg)?.fits).map(({ alg }) => alg)
    expect(fitting.sort()).toEqual([...serves[file]!].sort())
  })

  test('a secret', async () => {
    const key = await keyOf('x'.repeat(64))
    const fitting = signatureAlgorithms.filter(({ alg }) => fitOf(key, alg)?.fits).map(({ alg }) => alg)
    expect(fitting).toEqual(['HS256', 'HS384', 'HS512'])
  })

  test.each(['none', 'nOnE', 'hs256', 'RSA-OAEP', 'ES256K', ''])('none fits %j', async (alg) => {
    expect(fitOf(await keyOf('secret'), alg)).toBeNull()
  })
})

describe('weak keys fit, and their weakness is said', () => {
  test.each([
    ['HS256', 31, { code: 'weak-secret', values: { alg: 'HS256', bits: 248, least: 256 } }],
    ['HS256', 32, null],
    ['HS384', 47, { code: 'weak-secret', values: { alg: 'HS384', bits: 376, least: 384 } }],
    ['HS512', 63, { code: 'weak-secret', values: { alg: 'HS512', bits: 504, least: 512 } }],
    ['HS512', 64, null],
  ])('%s with a secret of %i octets', async (alg, octets, weakness) => {
    const fit = fitOf(await keyOf('x'.repeat(octets)), alg)
    expect(fit).toMatchObject({ fits: true, weakness })
  })

  test('RSA', async () => {
    const weakness = { code: 'weak-rsa-modulus', values: { alg: 'PS256', bits: 1024, least: 2048 } }
    expect(fitOf(await keyOf(fixture('keys/rsa1024.spki.pem')), 'PS256')).toMatchObject({
      fits: true,
      weakness,
    })
    expect(fitOf(await keyOf(fixture('keys/rsa2048.spki.pem')), 'PS256')).toEqual({
      fits: true,
      weakness: null,
    })
  })

  test.each([
    ['AQ', true],
    ['AA', true],
    ['Ag', true],
    ['AQAA', true],
    ['Aw', false],
    ['AQAB', false],
    ['AQE', false],
  ])('RSA with the exponent %s', async (e, weak) => {
    const { n } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
    const fit = fitOf(await keyOf(JSON.stringify({ kty: 'RSA', n, e })), 'RS256')
    expect(fit?.fits && fit.weakness?.code).toBe(weak ? 'weak-rsa-exponent' : undefined)
  })
})

describe('r and s', () => {
  test.each([
    ['ES256', 32],
    ['ES384', 48],
    ['ES512', 66],
  ])('of an %s signature', (alg, size) => {
    const signature = Uint8Array.from({ length: 2 * size }, (_, i) => i)
    expect(signatureParts(alg, signature)).toEqual({ r: signature.slice(0, size), s: signature.slice(size) })
    expect(signatureParts(alg, signature.slice(1))).toBeNull()
  })

  test.each(['RS256', 'Ed25519', 'HS512', 'es256', 'none'])('of no %s signature', (alg) => {
    expect(signatureParts(alg, new Uint8Array(64))).toBeNull()
  })
})
