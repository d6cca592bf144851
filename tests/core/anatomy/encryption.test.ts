import { expect, test } from 'vitest'
import { encryptionAnatomy } from '../../../src/core/anatomy/encryption.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { jsonFixture } from '../keys/fixture.ts'
import { cellIn } from './anatomy.ts'

interface Cookbook {
  readonly output: { readonly compact: string; readonly json: object }
}

const of = (text: string) => {
  const { token } = inspect(text)
  if (token?.kind !== 'jwe') throw new Error(`a ${token?.kind}`)
  return encryptionAnatomy(text, token)
}
const textOf = (octets: Uint8Array) => new TextDecoder().decode(octets)

test('of a compact JWE the encoded header is authenticated', () => {
  const { compact } = jsonFixture<Cookbook>(
    'rfc7520/jwe/5_1.key_encryption_using_rsa_v15_and_aes-hmac-sha2.json',
  ).output
  const found = of(compact)
  expect(found).toMatchObject({ kind: 'jwe', alg: 'RSA1_5', gap: null })
  expect(textOf(cellIn(found, 'aad').octets)).toBe(compact.split('.')[0])
  expect(found.cells.slice(1).map(({ octets }) => Buffer.from(octets).toString('base64url'))).toEqual(
    compact.split('.').slice(1),
  )
})

test('of a JSON one its aad too, after a dot', () => {
  const { json } = jsonFixture<{ output: { json: { protected: string; aad: string } } }>(
    'rfc7520/jwe/5_10.including_additional_authentication_data.json',
  ).output
  expect(textOf(cellIn(of(JSON.stringify(json)), 'aad').octets)).toBe(`${json.protected}.${json.aad}`)
})
