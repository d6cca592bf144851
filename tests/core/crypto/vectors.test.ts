import { describe, expect, test } from 'vitest'
import { jsonFixture } from '../keys/fixture.ts'
import { check, hasMlDsa } from './check.ts'

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
  const unsupported = {
    state: 'impossible',
    reason: { code: 'crypto-unsupported', values: { alg: `ML-DSA-${size}` } },
  }

  test('verifies where WebCrypto has it, and else says that it has not', async () => {
    expect(await check(jws, JSON.stringify(jwk))).toMatchObject(
      hasMlDsa ? { state: 'verified' } : unsupported,
    )
  })

  test('does not verify with another payload', async () => {
    const [header, , signature] = jws.split('.')
    const answer = await check(`${header}.Zm9v.${signature}`, JSON.stringify(jwk))
    expect(answer).toMatchObject(hasMlDsa ? { state: 'failed' } : unsupported)
  })

  test('is not checked with a key for another ML-DSA', async () => {
    const other = jsonFixture<{ jwk: object }>(`mldsa/ML_DSA_${size === '44' ? '87' : '44'}.jose.json`).jwk
    expect(await check(jws, JSON.stringify(other))).toMatchObject({
      state: 'impossible',
      reason: { code: 'fit-key-alg' },
    })
  })
})
