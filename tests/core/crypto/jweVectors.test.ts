import { CompactEncrypt, importJWK, type JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { fixture, jsonFixture } from '../keys/fixture.ts'
import { check } from './check.ts'
import { open } from './open.ts'

describe('RFC 7516 appendix A', () => {
  test.each(['A_1', 'A_3'])('%s opens', async (id) => {
    const { jwk, compact, plaintext } = jsonFixture<
      Record<'compact' | 'plaintext', string> & { jwk: object }
    >(`rfc7516/${id}.json`)
    expect(await open(compact, jwk)).toMatchObject({ state: 'decrypted', plaintext })
  })
})

interface Cookbook {
  readonly input: { readonly plaintext: string; readonly key?: object; readonly pwd?: string }
  readonly output: { readonly compact?: string; readonly json?: object; readonly json_flat?: object }
}

describe('RFC 7520 section 5', () => {
  test.each([
    '5_1.key_encryption_using_rsa_v15_and_aes-hmac-sha2',
    '5_2.key_encryption_using_rsa-oaep_with_aes-gcm',
    '5_3.key_wrap_using_pbes2-aes-keywrap_with-aes-cbc-hmac-sha2',
    '5_5.key_agreement_using_ecdh-es_with_aes-cbc-hmac-sha2',
    '5_6.direct_encryption_using_aes-gcm',
    '5_7.key_wrap_using_aes-gcm_keywrap_with_aes-cbc-hmac-sha2',
    '5_8.key_wrap_using_aes-keywrap_with_aes-gcm',
    '5_10.including_additional_authentication_data',
    '5_11.protecting_specific_header_fields',
    '5_12.protecting_content_only',
  ])('%s opens in every form', async (name) => {
    const { input, output } = jsonFixture<Cookbook>(`rfc7520/jwe/${name}.json`)
    const forms = [output.compact, output.json_flat, output.json].filter((form) => form !== undefined)
    expect(forms.length).toBeGreaterThan(1)
    for (const form of forms) {
      const answer = await open(form, input.key ?? input.pwd!)
      expect(answer).toMatchObject({ state: 'decrypted', plaintext: input.plaintext })
    }
  })

  test('section 6 opens, and what is inside verifies', async () => {
    const { sign, encrypt } = jsonFixture<Record<'sign' | 'encrypt', Cookbook & { input: { key: object } }>>(
      'rfc7520/6.nesting_signatures_and_encryption.json',
    )
    const outer = await open(encrypt.output.compact!, encrypt.input.key)
    expect(outer.state).toBe('decrypted')
    const inner = 'plaintext' in outer ? outer.plaintext : ''
    expect(await check(inner, JSON.stringify(sign.input.key))).toEqual({ state: 'verified' })
  })
})

test('RFC 8037 appendix A.6 opens', async () => {
  const { input, output } = jsonFixture<Cookbook>('rfc8037/ecdh-es.json')
  for (const form of [output.compact!, output.json_flat!]) {
    expect(await open(form, input.key!)).toMatchObject({ state: 'decrypted', plaintext: input.plaintext })
  }
})

interface Foreign {
  readonly keys: Readonly<Record<string, object>>
  readonly password?: string
  readonly tests: readonly Record<'alg' | 'enc' | 'key' | 'plaintext' | 'jwe', string>[]
}

describe.each(['jwcrypto', 'latchset'])('tokens that %s made', (name) => {
  const { keys, password, tests } = JSON.parse(fixture(`jwe/${name}.json`)) as Foreign
  test.each(tests)('$alg $enc $key', async ({ key, jwe, plaintext }) => {
    const given = key === 'password' ? password! : keys[key]!
    expect(await open(jwe, given, { permits: { rounds: true, inflation: false } })).toMatchObject({
      state: 'decrypted',
      plaintext,
    })
  })
})

describe('tokens that jose made, with what the others do not have', () => {
  const { keys } = JSON.parse(fixture('jwe/jwcrypto.json')) as Foreign
  test.each(['RSA-OAEP-384', 'RSA-OAEP-512'])('%s', async (alg) => {
    const { n, e } = keys.rsa as JWK
    const encrypt = new CompactEncrypt(new TextEncoder().encode('hello')).setProtectedHeader({
      alg,
      enc: 'A256GCM',
    })
    const jwe = await encrypt.encrypt(await importJWK({ kty: 'RSA', n: n!, e: e! }, alg))
    expect(await open(jwe, keys.rsa!)).toMatchObject({ state: 'decrypted', plaintext: 'hello' })
  })
})
