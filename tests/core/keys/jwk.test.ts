import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fixture, jsonFixture, readKey } from './fixture.ts'

const read = (jwk: unknown) => readKey(typeof jwk === 'string' ? jwk : JSON.stringify(jwk), 'detect')

const rsa = createPublicKey(fixture('keys/rsa2048.spki.pem')).export({ format: 'jwk' })
const p256 = createPublicKey(fixture('keys/p256.spki.pem')).export({ format: 'jwk' })
const ed25519 = createPublicKey(fixture('keys/ed25519.spki.pem')).export({ format: 'jwk' })

describe('JWKs that are read', () => {
  test.each([
    ['3_1.ec_public_key.json', 521, false],
    ['3_2.ec_private_key.json', 521, true],
    ['3_3.rsa_public_key.json', 2048, false],
    ['3_4.rsa_private_key.json', 2048, true],
    ['3_5.symmetric_key_mac_computation.json', 256, false],
  ])('RFC 7520 %s', async (file, bits, fromPrivate) => {
    const text = fixture(`rfc7520/jwk/${file}`)
    const { kty, kid, alg, use, crv, x, y, n, e, k } = JSON.parse(text)
    const jwk = JSON.parse(JSON.stringify({ kty, kid, alg, use, crv, x, y, n, e, k }))
    const reading = await readKey(text, 'detect')
    const { d, p, q, dp, dq, qi } = JSON.parse(text)
    const whole = JSON.parse(JSON.stringify({ ...jwk, d, p, q, dp, dq, qi }))
    expect(reading).toEqual({
      ok: true,
      value: {
        format: 'jwk',
        bits,
        fromPrivate,
        jwk,
        privateJwk: fromPrivate ? whole : null,
        algs: null,
        certificates: [],
        notices: [],
        span: { from: 0, to: text.trimEnd().length },
      },
    })
  })

  test.each(['RSA', 'P-256', 'P-384', 'P-521', 'Ed25519'])(
    'the private %s key loses its private half',
    async (kind) => {
      const pair =
        kind === 'RSA'
          ? generateKeyPairSync('rsa', { modulusLength: 1024 })
          : kind === 'Ed25519'
            ? generateKeyPairSync('ed25519')
            : generateKeyPairSync('ec', { namedCurve: kind })
      const reading = await read(pair.privateKey.export({ format: 'jwk' }))
      const jwk = pair.publicKey.export({ format: 'jwk' })
      expect(reading.ok && reading.value.jwk).toEqual(jwk)
      expect(reading.ok && reading.value.fromPrivate).toBe(true)
    },
  )

  test.each(['44', '87'])('the private ML-DSA-%s key of the JOSE draft', async (size) => {
    const { jwk } = jsonFixture<{ jwk: { priv: string } }>(`mldsa/ML_DSA_${size}.jose.json`)
    const { priv: _, ...publicHalf } = jwk
    const reading = await read(jwk)
    expect(reading.ok && reading.value.jwk).toEqual(publicHalf)
    expect(reading.ok && reading.value.fromPrivate).toBe(true)
  })

  test('white space and a byte order mark before it', async () => {
    expect(await read(`\uFEFF \n${JSON.stringify(p256)}\n`)).toMatchObject({
      ok: true,
      value: { jwk: p256, notices: [], span: { from: 3 } },
    })
  })

  test('escapes in names and values', async () => {
    const text = '{"\\u006bty":"\\u006fct","k":"\\u0041Q"}'
    expect(await read(text)).toMatchObject({ ok: true, value: { jwk: { kty: 'oct', k: 'AQ' } } })
  })

  test('members that are no part of a key are passed over, whatever they are', async () => {
    const text = `{"__proto__":{"kty":"RSA"},"x5c":7,"ext":true,${JSON.stringify(p256).slice(1)}`
    const reading = await read(text)
    expect(reading.ok && reading.value.jwk).toEqual(p256)
  })

  test('kid, alg, use and key_ops are kept', async () => {
    const described = { ...p256, kid: 'a', alg: 'ES256', use: 'sig', key_ops: ['verify'] }
    const reading = await read(described)
    expect(reading.ok && reading.value.jwk).toEqual(described)
  })

  test('an empty secret, which is said', async () => {
    expect(await read({ kty: 'oct', k: '' })).toMatchObject({ ok: true, value: { bits: 0, jwk: { k: '' } } })
  })

  test('a member that stands twice: the last counts, and that is said', async () => {
    const text = `{"k":"AA","kty":"oct","k":"AQ"}`
    const reading = await read(text)
    expect(reading).toMatchObject({
      ok: true,
      value: { jwk: { k: 'AQ' }, notices: [{ code: 'jwk-duplicate-member', values: { name: 'k' } }] },
    })
    const span = reading.ok ? reading.value.notices[0]!.span : { from: 0, to: 0 }
    expect(text.slice(span.from, span.to)).toBe('"k"')
    expect(span.from).toBe(text.lastIndexOf('"k"'))
  })

  test('leading zero octets of an RSA modulus are left out, and that is said', async () => {
    const n = Buffer.concat([Buffer.alloc(2), Buffer.from(rsa.n ?? '', 'base64url')]).toString('base64url')
    const notices = [{ code: 'jwk-leading-zero', values: { member: 'n' } }]
    expect(await read({ ...rsa, n })).toMatchObject({ ok: true, value: { jwk: rsa, bits: 2048, notices } })
  })
})

describe('JWKs that cannot be read', () => {
  const without = (jwk: object, member: string) =>
    Object.fromEntries(Object.entries(jwk).filter(([name]) => name !== member))
  const rows: readonly [name: string, jwk: unknown, fault: object, marked: string | null][] = [
    ['broken JSON', '{"kty":"oct",}', { code: 'json-trailing-comma' }, ','],
    ['cut short', '{"kty":"oct","k":"AA', { code: 'json-unexpected-end' }, null],
    ['no kty', { k: 'AA' }, { code: 'jwk-member-missing', values: { member: 'kty', kty: '' } }, '{"k":"AA"}'],
    [
      'kty a number',
      { kty: 1 },
      { code: 'jwk-member-type', values: { member: 'kty', expected: 'string' } },
      '1',
    ],
    ['an unknown kty', { kty: 'EC2' }, { code: 'jwk-kty-unknown', values: { kty: 'EC2' } }, '"EC2"'],
    [
      'kty in another case',
      { ...p256, kty: 'ec' },
      { code: 'jwk-kty-unknown', values: { kty: 'ec' } },
      '"ec"',
    ],
    ['a kty that Object.prototype has', { kty: 'toString' }, { code: 'jwk-kty-unknown' }, '"toString"'],
    ['no k', { kty: 'oct' }, { code: 'jwk-member-missing', values: { member: 'k', kty: 'oct' } }, null],
    ['no n', without(rsa, 'n'), { code: 'jwk-member-missing', values: { member: 'n', kty: 'RSA' } }, null],
    ['no e', without(rsa, 'e'), { code: 'jwk-member-missing', values: { member: 'e', kty: 'RSA' } }, null],
    [
      'no crv',
      without(p256, 'crv'),
      { code: 'jwk-member-missing', values: { member: 'crv', kty: 'EC' } },
      null,
    ],
    ['no y', without(p256, 'y'), { code: 'jwk-member-missing', values: { member: 'y', kty: 'EC' } }, null],
    [
      'no pub',
      { kty: 'AKP', alg: 'ML-DSA-44' },
      { code: 'jwk-member-missing', values: { member: 'pub', kty: 'AKP' } },
      null,
    ],
    [
      'AKP without alg',
      { kty: 'AKP', pub: '' },
      { code: 'jwk-member-missing', values: { member: 'alg', kty: 'AKP' } },
      null,
    ],
    [
      'padding',
      { kty: 'oct', k: 'AA==' },
      { code: 'jwk-base64url', values: { member: 'k', why: 'base64url-padding' } },
      '"AA=="',
    ],
    [
      'base64 in place of base64url',
      { kty: 'oct', k: '+/+/' },
      { code: 'jwk-base64url', values: { member: 'k', why: 'base64url-alphabet' } },
      '"+/+/"',
    ],
    [
      'a character outside of base64url',
      { kty: 'oct', k: 'A!' },
      { code: 'jwk-base64url', values: { member: 'k', why: 'base64url-character', character: '!' } },
      '"A!"',
    ],
    [
      'spare bits',
      { kty: 'oct', k: 'AB' },
      { code: 'jwk-base64url', values: { member: 'k', why: 'base64url-spare-bits' } },
      '"AB"',
    ],
    [
      'x without its leading zero octet',
      { ...p256, x: 'AQ' },
      { code: 'key-length', values: { name: 'x', expected: 32, found: 1 } },
      '"AQ"',
    ],
    [
      'a point that is not on the curve',
      { ...p256, y: p256.x },
      { code: 'key-point-off-curve', values: { curve: 'P-256' } },
      null,
    ],
    [
      'the point of another curve',
      { ...p256, crv: 'P-384' },
      { code: 'key-length', values: { name: 'x', expected: 48, found: 32 } },
      null,
    ],
    [
      'a curve that is not read',
      { ...p256, crv: 'P-192' },
      { code: 'jwk-crv-unknown', values: { kty: 'EC', crv: 'P-192' } },
      '"P-192"',
    ],
    [
      'the point of P-256 as one of secp256k1',
      { ...p256, crv: 'secp256k1' },
      { code: 'key-point-off-curve', values: { curve: 'secp256k1' } },
      null,
    ],
    [
      'an Ed448 key of the wrong length',
      { ...ed25519, crv: 'Ed448' },
      { code: 'key-length', values: { name: 'x', expected: 57, found: 32 } },
      null,
    ],
    [
      'a crv that Object.prototype has',
      { ...p256, crv: 'constructor' },
      { code: 'jwk-crv-unknown' },
      '"constructor"',
    ],
    [
      'AKP for another algorithm',
      { kty: 'AKP', alg: 'SLH-DSA-SHA2-128s', pub: 'AA' },
      { code: 'jwk-akp-alg', values: { alg: 'SLH-DSA-SHA2-128s' } },
      '"SLH-DSA-SHA2-128s"',
    ],
    [
      'an ML-DSA key of another size',
      { kty: 'AKP', alg: 'ML-DSA-65', pub: 'A'.repeat(1752) },
      { code: 'key-length', values: { name: 'pub', expected: 1952, found: 1314 } },
      null,
    ],
    [
      'kid a number',
      { ...p256, kid: 1 },
      { code: 'jwk-member-type', values: { member: 'kid', expected: 'string' } },
      '1',
    ],
    [
      'key_ops a string',
      { ...p256, key_ops: 'verify' },
      { code: 'jwk-member-type', values: { member: 'key_ops', expected: 'array of strings' } },
      '"verify"',
    ],
    [
      'key_ops with a number in it',
      { ...p256, key_ops: ['verify', 1] },
      { code: 'jwk-member-type', values: { member: 'key_ops' } },
      '["verify",1]',
    ],
  ]
  test.each(rows)('%s', async (_, jwk, fault, marked) => {
    const text = typeof jwk === 'string' ? jwk : JSON.stringify(jwk)
    const reading = await readKey(text, 'detect')
    expect(reading).toMatchObject({ ok: false, fault })
    const { from, to } = reading.ok ? { from: 0, to: 0 } : reading.fault.span
    if (marked !== null) expect(text.slice(from, to)).toBe(marked)
  })

  test.each(['[]', '"text"', '1', 'null'])('%s where a JWK was chosen', async (text) => {
    expect(await readKey(text, 'jwk')).toMatchObject({ ok: false, fault: { code: 'jwk-not-object' } })
  })

  test('100,000 levels of nesting', async () => {
    const text = `{"kty":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(await readKey(text, 'detect')).toMatchObject({ ok: false, fault: { code: 'jwk-member-type' } })
  })
})
