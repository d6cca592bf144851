import { CompactSign, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { jsonFixture, readKey } from '../keys/fixture.ts'
import { check } from './check.ts'

interface Flattened {
  readonly protected: string
  readonly payload: string
  readonly signature: string
}

/** A flattened JWS whose header is wholly protected signs the same octets as its compact form. */
const compact = (jws: Flattened) => `${jws.protected}.${jws.payload}.${jws.signature}`

describe('RFC 7515 appendix A', () => {
  test.each(['A_1', 'A_2', 'A_3'])('%s verifies', async (id) => {
    const vector = jsonFixture<{ jwk: object; compact: string }>(`rfc7515/${id}.json`)
    expect(await check(vector.compact, JSON.stringify(vector.jwk))).toEqual({ state: 'verified' })
  })

  test('A_5 is unsecured, with a key and without', async () => {
    const unsecured = jsonFixture<{ compact: string }>('rfc7515/A_5.json').compact
    const { jwk } = jsonFixture<{ jwk: object }>('rfc7515/A_1.json')
    expect(await check(unsecured, '')).toEqual({ state: 'unsecured' })
    expect(await check(unsecured, JSON.stringify(jwk))).toEqual({ state: 'unsecured' })
  })

  test('A_7 verifies', async () => {
    const { jwk, flattened } = jsonFixture<{ jwk: object; flattened: Flattened }>('rfc7515/A_7.json')
    expect(await check(compact(flattened), JSON.stringify(jwk))).toEqual({ state: 'verified' })
  })
})

interface Cookbook {
  readonly input: { readonly key: object }
  readonly output: { readonly compact?: string; readonly json_flat: Flattened }
}

describe('RFC 7520 section 4', () => {
  test.each([
    '4_1.rsa_v15_signature',
    '4_2.rsa-pss_signature',
    '4_4.hmac-sha2_integrity_protection',
    '4_6.protecting_specific_header_fields',
  ])('%s verifies', async (name) => {
    const { input, output } = jsonFixture<Cookbook>(`rfc7520/jws/${name}.json`)
    const token = output.compact ?? compact(output.json_flat)
    expect(await check(token, JSON.stringify(input.key))).toEqual({ state: 'verified' })
  })
})

describe('Ed25519', () => {
  test('as EdDSA: RFC 8037 appendix A.4', async () => {
    const { input, output } = jsonFixture<Cookbook>('rfc8037/jws.json')
    expect(await check(output.compact ?? '', JSON.stringify(input.key))).toEqual({ state: 'verified' })
  })

  test('by its own name: RFC 9864', async () => {
    const { jws, publicJwk } = jsonFixture<{ jws: string; publicJwk: object }>('rfc9864/ed25519.json')
    expect(await check(jws, JSON.stringify(publicJwk))).toEqual({ state: 'verified' })
  })
})

describe.each(['44', '87'])('ML-DSA-%s: the JOSE draft', (size) => {
  const { jwk, jws } = jsonFixture<{ jwk: { alg: string }; jws: string }>(`mldsa/ML_DSA_${size}.jose.json`)
  test('verifies', async () => {
    expect(await check(jws, JSON.stringify(jwk))).toEqual({ state: 'verified' })
  })

  test('does not verify with another payload', async () => {
    const [header, , signature] = jws.split('.')
    expect(await check(`${header}.Zm9v.${signature}`, JSON.stringify(jwk))).toEqual({ state: 'failed' })
  })

  test('is not checked with a key for another ML-DSA', async () => {
    const other = jsonFixture<{ jwk: object }>(`mldsa/ML_DSA_${size === '44' ? '87' : '44'}.jose.json`).jwk
    expect(await check(jws, JSON.stringify(other))).toMatchObject({
      state: 'impossible',
      reason: { code: 'fit-key-alg' },
    })
  })
})

interface Listed {
  readonly id: string
  readonly alg: string
  readonly result: 'valid' | 'invalid'
  readonly jws: string
  readonly publicJwk: object
}

describe.each(['es256k', 'ed448'])('%s in compact serialization', (folder) => {
  const { tests } = jsonFixture<{ tests: readonly Listed[] }>(`${folder}/jws.json`)

  test.each(tests)('$id: $result', async ({ jws, publicJwk, result }) => {
    const state = result === 'valid' ? 'verified' : 'failed'
    expect(await check(jws, JSON.stringify(publicJwk))).toEqual({ state })
  })
})

interface Raw {
  readonly description: string
  readonly input: { readonly data: string; readonly key: object; readonly signature: string }
  readonly output?: boolean
}

describe('ES256K over octets: web5', () => {
  const { vectors } = jsonFixture<{ vectors: readonly Raw[] }>('es256k/web5_verify_raw.json')

  test.each(vectors)('$description', async ({ input, output }) => {
    const key = await readKey(JSON.stringify(input.key))
    if (!key.ok) {
      // Coordinates that are no point of the curve.
      expect({ code: key.fault.code, output }).toEqual({ code: 'key-point-off-curve', output: undefined })
      return
    }
    const { state } = await verifySignature({
      header: { alg: 'ES256K', crit: null },
      signingInput: Uint8Array.from(Buffer.from(input.data, 'hex')),
      signature: Uint8Array.from(Buffer.from(input.signature, 'hex')),
      key: key.value,
    })
    expect(state).toBe(output ? 'verified' : 'failed')
  })
})

describe('RFC 7517 appendix A: a set of keys', () => {
  const keys = (id: string) => jsonFixture<{ jwks: { keys: readonly object[] } }>(`rfc7517/${id}.json`).jwks
  const [, rsa] = keys('A_2').keys
  const sign = async (kid: string) =>
    new CompactSign(new Uint8Array(2)).setProtectedHeader({ alg: 'RS256', kid }).sign(await importJWK(rsa!))

  test('what the private keys of A.2 sign, the public keys of A.1 verify', async () => {
    const token = await sign('2011-04-29')
    expect(await check(token, JSON.stringify(keys('A_1')))).toEqual({ state: 'verified' })
    expect(await check(token, JSON.stringify(keys('A_2')))).toEqual({ state: 'verified' })
  })

  test('a kid that names the key for encryption does not keep the right one from being tried', async () => {
    expect(await check(await sign('1'), JSON.stringify(keys('A_1')))).toEqual({ state: 'verified' })
  })
})
