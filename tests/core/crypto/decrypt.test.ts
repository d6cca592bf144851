import { CompactEncrypt, type CompactJWEHeaderParameters, GeneralEncrypt, importJWK, type JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { fixture } from '../keys/fixture.ts'
import { open } from './open.ts'

const encoder = new TextEncoder()
const { keys } = JSON.parse(fixture('jwe/jwcrypto.json')) as { keys: Readonly<Record<string, JWK>> }
const octets = (size: number) => new Uint8Array(size).fill(7)
const oct = (size: number) => ({ kty: 'oct', k: writeBase64url(octets(size)) })

function seal(
  header: object,
  key: Parameters<CompactEncrypt['encrypt']>[0],
  content = 'hello',
): Promise<string> {
  const sealing = new CompactEncrypt(encoder.encode(content))
  return sealing.setProtectedHeader(header as CompactJWEHeaderParameters).encrypt(key)
}

const part = (token: string, at: number, change: (octets: Uint8Array) => Uint8Array) =>
  token
    .split('.')
    .map((text, i) =>
      i === at ? writeBase64url(change(Uint8Array.from(Buffer.from(text, 'base64url')))) : text,
    )
    .join('.')
const flip = (all: Uint8Array) => all.map((octet, i) => (i === 1 ? octet ^ 1 : octet))
const cut = (all: Uint8Array) => all.slice(1)
const failed = (code: string, values: object = {}) => ({ state: 'failed', note: { code, values } })
const impossible = (code: string, values: object = {}) => ({ state: 'impossible', reason: { code, values } })

describe('the step at which a token does not open', async () => {
  const direct = await seal({ alg: 'dir', enc: 'A128GCM' }, octets(16))
  const wrapped = await seal({ alg: 'A128KW', enc: 'A128CBC-HS256' }, octets(16))
  const gcm = await seal({ alg: 'A128GCMKW', enc: 'A128GCM' }, octets(16))
  const { n, e, kty } = keys.rsa!
  const rsa = await seal(
    { alg: 'RSA-OAEP', enc: 'A128GCM' },
    await importJWK({ kty: kty!, n: n!, e: e! }, 'RSA-OAEP'),
  )
  test.each([
    [
      'another key',
      direct,
      { kty: 'oct', k: writeBase64url(new Uint8Array(16)) },
      failed('open-tag', { direct: 1 }),
    ],
    ['an altered tag', part(wrapped, 4, flip), oct(16), failed('open-tag', { direct: 0 })],
    ['an altered ciphertext', part(direct, 3, flip), oct(16), failed('open-tag')],
    [
      'a short tag',
      part(direct, 4, cut),
      oct(16),
      failed('open-length', { part: 'tag', expected: 16, found: 15 }),
    ],
    [
      'a short iv',
      part(direct, 2, cut),
      oct(16),
      failed('open-length', { part: 'iv', expected: 12, found: 11 }),
    ],
    [
      'no ciphertext',
      part(wrapped, 3, () => octets(0)),
      oct(16),
      failed('open-length', { part: 'ciphertext' }),
    ],
    [
      'a ciphertext of no whole blocks',
      part(wrapped, 3, cut),
      oct(16),
      failed('open-length', { part: 'ciphertext' }),
    ],
    [
      'an encrypted key where none is',
      part(direct, 1, () => octets(8)),
      oct(16),
      failed('open-length', { part: 'encrypted_key', expected: 0 }),
    ],
    [
      'an encrypted key of under 8 octets',
      part(wrapped, 1, () => octets(7)),
      oct(16),
      failed('open-length', { part: 'encrypted_key', expected: 40, found: 7 }),
    ],
    ['an altered encrypted key', part(wrapped, 1, flip), oct(16), failed('open-unwrap', { alg: 'A128KW' })],
    ['the same, with GCM', part(gcm, 1, flip), oct(16), failed('open-unwrap', { alg: 'A128GCMKW' })],
    ['the same, with RSA', part(rsa, 1, flip), keys.rsa!, failed('open-unwrap', { alg: 'RSA-OAEP' })],
    [
      'a secret of another length',
      direct,
      oct(32),
      impossible('fit-secret-length', { expected: 16, found: 32 }),
    ],
    ['a public key', rsa, { kty, n, e }, impossible('fit-private-missing')],
    ['another kind of key', rsa, oct(16), impossible('fit-key-type')],
    ['a JWK for signatures', direct, { ...oct(16), use: 'sig' }, impossible('fit-encryption-use')],
    [
      'a JWK that may only encrypt',
      direct,
      { ...oct(16), key_ops: ['encrypt'] },
      impossible('fit-encryption-operations'),
    ],
    ['a JWK of another alg', direct, { ...oct(16), alg: 'A128KW' }, impossible('fit-key-alg')],
  ])('%s', async (_, token, key, answer) => {
    expect(await open(token, key)).toMatchObject(answer)
  })
  test.each([
    ['no key', direct, ''],
    ['no key', rsa, ''],
  ])('%s', async (_, token, key) => {
    expect(await open(token, key)).toEqual({ state: 'needs-key' })
  })
  test('a JWK whose alg is the enc serves dir', async () => {
    expect(await open(direct, { ...oct(16), alg: 'A128GCM' })).toMatchObject({ state: 'decrypted' })
  })
})

describe('what the header says', () => {
  const made = (header: object) =>
    `${writeBase64url(encoder.encode(JSON.stringify(header)))}..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA`
  test.each([
    [{ enc: 'A128GCM' }, impossible('crypto-alg-missing', { isThere: 0 })],
    [{ alg: 1, enc: 'A128GCM' }, impossible('crypto-alg-missing', { isThere: 1 })],
    [{ alg: 'HS256', enc: 'A128GCM' }, impossible('crypto-alg-signature')],
    [{ alg: 'DIR', enc: 'A128GCM' }, impossible('crypto-encryption-case', { meant: 'dir' })],
    [{ alg: 'XX', enc: 'A128GCM' }, impossible('crypto-alg-unknown')],
    [{ alg: 'dir', enc: 'XX' }, impossible('crypto-enc-unknown')],
    [{ alg: 'dir', enc: 'a128gcm' }, impossible('crypto-encryption-case', { meant: 'A128GCM' })],
    [{ alg: 'dir', enc: 'A128GCM', zip: 'GZ' }, impossible('crypto-zip-unknown')],
    [{ alg: 'dir', enc: 'A128GCM', crit: ['x'], x: 1 }, impossible('crypto-crit-unknown', { names: 'x' })],
    [{ alg: 'dir', enc: 'A128GCM', crit: ['b64'], b64: true }, impossible('crypto-crit-unknown')],
    [{ alg: 'dir', enc: 'A128GCM', crit: [] }, impossible('crypto-crit-malformed')],
  ])('%j', async (header, answer) => {
    for (const key of ['', oct(16)]) expect(await open(made(header), key)).toMatchObject(answer)
  })
  test.each([
    ['no epk', {}, 'open-parameter'],
    ['an epk on another curve', { epk: { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' } }, 'open-epk-curve'],
    [
      'an epk off the curve',
      { epk: { kty: 'EC', crv: 'P-256', x: writeBase64url(octets(32)), y: writeBase64url(octets(32)) } },
      'open-epk-point',
    ],
    ['an epk too short', { epk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }, 'open-parameter'],
    [
      'an apu that is no base64url',
      { apu: '!', epk: { kty: 'EC', crv: 'P-256', x: keys['P-256']!.x, y: keys['P-256']!.y } },
      'open-parameter',
    ],
  ])('%s', async (_, header, code) => {
    expect(await open(made({ alg: 'ECDH-ES', enc: 'A128GCM', ...header }), keys['P-256']!)).toMatchObject(
      failed(code),
    )
  })
  test.each(['X25519', 'X448'])('an epk on %s that makes the secret zero', async (crv) => {
    const epk = { kty: 'OKP', crv, x: writeBase64url(new Uint8Array(crv === 'X448' ? 56 : 32)) }
    const token = made({ alg: 'ECDH-ES', enc: 'A128GCM', epk })
    expect(await open(token, keys[crv]!)).toMatchObject(failed('open-epk-point', { crv }))
  })
})

describe('limits', () => {
  const password = 'a password'
  const sealed = (p2c: number) => {
    const sealing = new CompactEncrypt(encoder.encode('hello'))
    sealing.setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' })
    return sealing.setKeyManagementParameters({ p2c }).encrypt(encoder.encode(password))
  }
  test('a password as latchset’s jose writes it, a JWK that may unwrap, serves', async () => {
    const jwk = {
      kty: 'oct',
      k: writeBase64url(encoder.encode(password)),
      alg: 'PBES2-HS256+A128KW',
      key_ops: ['wrapKey', 'unwrapKey'],
    }
    expect(await open(await sealed(1000), jwk)).toMatchObject({ state: 'decrypted' })
  })
  test('10,000 rounds run unasked, more are asked for', async () => {
    expect(await open(await sealed(10_000), password)).toMatchObject({ state: 'decrypted' })
    const token = await sealed(10_001)
    expect(await open(token, password)).toMatchObject(impossible('crypto-rounds-ask', { p2c: 10_001 }))
    const permits = { rounds: true, inflation: false }
    expect(await open(token, password, { permits })).toMatchObject({ state: 'decrypted', plaintext: 'hello' })
  })
  test('more than 1,200,000 rounds are refused, asked or not', async () => {
    const [header, ...rest] = (await sealed(1000)).split('.')
    const changed = { ...JSON.parse(Buffer.from(header!, 'base64url').toString()), p2c: 1_200_001 }
    const token = [writeBase64url(encoder.encode(JSON.stringify(changed))), ...rest].join('.')
    const permits = { rounds: true, inflation: true }
    expect(await open(token, password, { permits })).toMatchObject(impossible('crypto-rounds-refused'))
  })
  test('inflation stops at 250 kB unless more is allowed', async () => {
    const token = await seal({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' }, octets(16), 'a'.repeat(250_001))
    expect(await open(token, oct(16))).toMatchObject(impossible('crypto-inflation-ask', { most: 250_000 }))
    const answer = await open(token, oct(16), { permits: { rounds: false, inflation: true } })
    expect('plaintext' in answer && answer.plaintext.length).toBe(250_001)
    const least = await seal({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' }, octets(16), 'a'.repeat(250_000))
    expect(await open(least, oct(16))).toMatchObject({ state: 'decrypted' })
  })
  test('gigabytes are not inflated even then', async () => {
    const token = await seal({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' }, octets(16), 'a'.repeat(60_000_000))
    const permits = { rounds: false, inflation: true }
    expect(await open(token, oct(16), { permits })).toMatchObject(impossible('crypto-inflation-refused'))
  })
})

test('of several recipients, the one whose key it is opens', async () => {
  const sealing = new GeneralEncrypt(encoder.encode('hello')).setProtectedHeader({ enc: 'A256GCM' })
  const { crv, kty, x, y } = keys['P-256']!
  sealing.addRecipient(octets(16)).setUnprotectedHeader({ alg: 'A128KW' })
  sealing
    .addRecipient(await importJWK({ kty: kty!, crv: crv!, x: x!, y: y! }, 'ECDH-ES+A256KW'))
    .setUnprotectedHeader({ alg: 'ECDH-ES+A256KW', kid: '2' })
  const jwe = await sealing.encrypt()
  expect(await open(jwe, oct(16))).toMatchObject({ state: 'decrypted', recipient: 0 })
  expect(await open(jwe, keys['P-256']!)).toMatchObject({ state: 'decrypted', recipient: 1 })
  expect(await open(jwe, { keys: [keys['P-384'], keys['P-256']] })).toMatchObject({
    state: 'decrypted',
    recipient: 1,
  })
  expect(await open(jwe, keys['P-384']!)).toMatchObject(failed('open-epk-curve'))
})
