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

const algorithms = [...new Set(signatureAlgorithms.map(({ alg }) => alg))]
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
    const fitting = algorithms.filter((alg) => fitOf(key, alg)?.fits)
    expect(fitting.sort()).toEqual([...serves[file]!].sort())
  })

  test('a secret', async () => {
    const key = await keyOf('x'.repeat(64))
    const fitting = algorithms.filter((alg) => fitOf(key, alg)?.fits)
    expect(fitting).toEqual(['HS256', 'HS384', 'HS512'])
  })

  test.each(['none', 'nOnE', 'hs256', 'RSA-OAEP', 'es256k', 'ESP256', ''])('none fits %j', async (alg) => {
    expect(fitOf(await keyOf('secret'), alg)).toBeNull()
  })
})

describe('weak keys fit, and their weakness is said', () => {
  test.each([
    ['HS256', 31, { code: 'weak-secret', values: { alg: 'HS256', bits: 248, least: 256 } }],
    ['HS256', 32, undefined],
    ['HS384', 47, { code: 'weak-secret', values: { alg: 'HS384', bits: 376, least: 384 } }],
    ['HS512', 63, { code: 'weak-secret', values: { alg: 'HS512', bits: 504, least: 512 } }],
    ['HS512', 64, undefined],
  ])('%s with a secret of %i octets', async (alg, octets, weakness) => {
    const fit = fitOf(await keyOf('x'.repeat(octets)), alg)
    expect(fit).toMatchObject({ fits: true, weaknesses: weakness === undefined ? [] : [weakness] })
  })

  const rsaFit = async (n: string, e: string) => {
    const fit = fitOf(await keyOf(JSON.stringify({ kty: 'RSA', n, e })), 'RS256')
    return fit?.fits ? fit.weaknesses.map(({ code, values }) => ({ code, ...values })) : fit
  }
  const modulus = (bits: number) =>
    generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' }).n!

  test('RSA', async () => {
    const weakness = { code: 'weak-rsa-modulus', values: { alg: 'PS256', bits: 1024, least: 2048 } }
    expect(fitOf(await keyOf(fixture('keys/rsa1024.spki.pem')), 'PS256')).toMatchObject({
      fits: true,
      weaknesses: [weakness],
    })
    expect(fitOf(await keyOf(fixture('keys/rsa2048.spki.pem')), 'PS256')).toEqual({
      fits: true,
      weaknesses: [],
    })
  })

  test.each([
    ['AQ', [{ code: 'weak-rsa-exponent', alg: 'RS256' }]],
    ['AA', [{ code: 'weak-rsa-exponent', alg: 'RS256' }]],
    ['Ag', [{ code: 'weak-rsa-exponent', alg: 'RS256' }]],
    ['AQAA', [{ code: 'weak-rsa-exponent', alg: 'RS256' }]],
    ['Aw', [{ code: 'weak-rsa-exponent-small', alg: 'RS256', exponent: 3 }]],
    ['AQE', [{ code: 'weak-rsa-exponent-small', alg: 'RS256', exponent: 257 }]],
    ['__8', [{ code: 'weak-rsa-exponent-small', alg: 'RS256', exponent: 65535 }]],
    ['AQAB', []],
    ['Af____8', []],
    ['AgAAAAE', [{ code: 'weak-rsa-exponent-large', alg: 'RS256', bits: 34 }]],
  ])('RSA with the exponent %s', async (e, weaknesses) => {
    expect(await rsaFit(modulus(2048), e)).toEqual(weaknesses)
  })

  test('RSA with several', async () => {
    expect((await rsaFit(modulus(512), 'Aw')) as object[]).toMatchObject([
      { code: 'weak-rsa-exponent-small' },
      { code: 'weak-rsa-modulus', bits: 512 },
    ])
  })

  test.each([2n, 3n, 167n, 173n, 9973n])('RSA with a modulus that %i divides', async (factor) => {
    const multiple = factor ** BigInt(Math.ceil(2047 / Math.log2(Number(factor))))
    const text = multiple.toString(16)
    const n = Buffer.from(text.padStart(text.length + (text.length % 2), '0'), 'hex').toString('base64url')
    expect(await rsaFit(n, 'AQAB')).toContainEqual({
      code: 'weak-rsa-factor',
      alg: 'RS256',
      factor: Number(factor),
    })
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
