import {
  createHmac,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { CompactSign } from 'jose'
import { describe, expect, test } from 'vitest'
import { signatureAlgorithms } from '../../../src/core/crypto/algorithms.ts'
import { fixture } from '../keys/fixture.ts'
import { check } from './check.ts'

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const segment = (value: unknown) => base64url(JSON.stringify(value))
const secret = 'an example secret of forty-five characters, ok'
const hs256 = (header: object, payload = '{}', key: string | Buffer = secret) => {
  const input = `${segment(header)}.${base64url(payload)}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}

describe('a token signed by jose or OpenSSL verifies', () => {
  const pairs = {
    RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }),
    secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
    Ed25519: generateKeyPairSync('ed25519'),
    Ed448: generateKeyPairSync('ed448'),
  }
  const algorithms = signatureAlgorithms.filter(({ kty }) => kty !== 'AKP')

  /** By jose, or by OpenSSL what jose does not sign. */
  const compact = (alg: string, payload: Uint8Array, key: KeyObject) => {
    if (!/^ES256K|ed448$/.test(alg + key.asymmetricKeyType)) {
      return new CompactSign(payload).setProtectedHeader({ alg }).sign(key)
    }
    const input = `${segment({ alg })}.${Buffer.from(payload).toString('base64url')}`
    const hash = alg === 'ES256K' ? 'sha256' : null
    const signature = sign(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
    return `${input}.${signature.toString('base64url')}`
  }

  test.each(algorithms)('$alg, $crv', async ({ alg, kty, crv, hash }) => {
    const payload = new TextEncoder().encode('{"sub":"p\u00e4ule"}')
    const pair = pairs[(crv ?? 'RSA') as keyof typeof pairs]
    const text = 'x'.repeat(64)
    const key = kty === 'oct' ? createSecretKey(Buffer.from(text)) : pair.privateKey
    const token = await compact(alg, payload, key)
    const keys =
      kty === 'oct'
        ? [text, JSON.stringify({ kty: 'oct', k: base64url(text), alg, use: 'sig', key_ops: ['verify'] })]
        : [
            pair.publicKey.export({ format: 'pem', type: 'spki' }) as string,
            pair.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,

            JSON.stringify({
              ...pair.publicKey.export({ format: 'jwk' }),
              alg,
              use: 'sig',
              key_ops: ['verify'],
            }),
            JSON.stringify({ ...pair.privateKey.export({ format: 'jwk' }), key_ops: ['sign'] }),
          ]
    for (const keyText of keys) expect(await check(token, keyText)).toEqual({ state: 'verified' })

    const other = token.replace(/\.[^.]*\./, `.${base64url('{"sub":"paul"}')}.`)
    for (const keyText of keys) expect(await check(other, keyText)).toEqual({ state: 'failed' })
    expect(hash === null || hash.endsWith(alg.slice(2, 5))).toBe(true)
  })

  test('of a payload that is not UTF-8', async () => {
    const octets = Uint8Array.from({ length: 256 }, (_, i) => i)
    const token = await new CompactSign(octets)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(secret))
    expect(await check(token, secret)).toEqual({ state: 'verified' })
  })
})

describe('alg', () => {
  test.each([
    [
      'none in another case',
      { alg: 'nOnE' },
      { code: 'crypto-alg-case', values: { alg: 'nOnE', meant: 'none' } },
    ],
    ['hs256', { alg: 'hs256' }, { code: 'crypto-alg-case', values: { alg: 'hs256', meant: 'HS256' } }],
    ['absent', { typ: 'JWT' }, { code: 'crypto-alg-missing', values: { isThere: 0 } }],
    ['a number', { alg: 256 }, { code: 'crypto-alg-missing', values: { isThere: 1 } }],
    ['null', { alg: null }, { code: 'crypto-alg-missing', values: { isThere: 1 } }],
    ['an array', { alg: ['HS256'] }, { code: 'crypto-alg-missing', values: { isThere: 1 } }],
    ['empty', { alg: '' }, { code: 'crypto-alg-unknown', values: { alg: '' } }],
    ['unknown', { alg: 'HS1024' }, { code: 'crypto-alg-unknown', values: { alg: 'HS1024' } }],
    ['of Object.prototype', { alg: 'constructor' }, { code: 'crypto-alg-unknown' }],
    [
      'for encryption',
      { alg: 'RSA-OAEP-256' },
      { code: 'crypto-alg-encryption', values: { alg: 'RSA-OAEP-256' } },
    ],
    [
      'for encrypting content',
      { alg: 'A128GCM' },
      { code: 'crypto-alg-encryption', values: { alg: 'A128GCM' } },
    ],
    ['a label of keys', { alg: 'RS1' }, { code: 'crypto-alg-prohibited', values: { alg: 'RS1' } }],
    ['of COSE', { alg: 'ESP256' }, { code: 'crypto-alg-cose', values: { alg: 'ESP256', meant: 'ES256' } }],
    ['of COSE alone', { alg: 'ESB256' }, { code: 'crypto-alg-cose', values: { alg: 'ESB256', meant: '' } }],
  ])('%s: impossible, with a key and without', async (_, header, reason) => {
    for (const key of [secret, '']) {
      expect(await check(hs256(header), key)).toMatchObject({ state: 'impossible', reason })
    }
  })

  test('none with a signature is not unsecured but failed', async () => {
    const note = { code: 'crypto-none-signature', values: { found: 32 } }
    expect(await check(hs256({ alg: 'none' }), '')).toMatchObject({ state: 'failed', note })
    expect(await check(hs256({ alg: 'none' }), secret)).toMatchObject({ state: 'failed', note })
  })
})

describe('crit', () => {
  test.each([
    [
      'an extension that is not processed',
      ['exp'],
      { code: 'crypto-crit-unknown', values: { names: 'exp' } },
    ],
    ['one of two', ['b64', 'exp'], { code: 'crypto-crit-unknown', values: { names: 'exp' } }],
    ['empty', [], { code: 'crypto-crit-malformed' }],
    ['not an array', 'b64', { code: 'crypto-crit-malformed' }],
    ['a parameter that is not there', ['missing'], { code: 'crypto-crit-malformed' }],
    ['a number', [1], { code: 'crypto-crit-malformed' }],
  ])('%s: impossible, though the MAC is right', async (_, crit, reason) => {
    const token = hs256({ alg: 'HS256', b64: true, exp: 1, crit })
    expect(await check(token, secret)).toMatchObject({ state: 'impossible', reason })
  })
})

describe('keys', () => {
  const ecPem = fixture('keys/p256.spki.pem')
  const rsaPem = fixture('keys/rsa2048.spki.pem')
  const ec = createPublicKey(ecPem).export({ format: 'jwk' })
  const oct = { kty: 'oct', k: base64url(secret) }
  const es256 = () => {
    const input = `${segment({ alg: 'ES256' })}.${base64url('{}')}`
    const key = { key: fixture('keys/p256.pkcs8.pem'), dsaEncoding: 'ieee-p1363' as const }
    return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
  }

  test('none: needs one, whatever the signature', async () => {
    expect(await check(hs256({ alg: 'HS256' }), '')).toEqual({ state: 'needs-key' })
    expect(await check(`${segment({ alg: 'HS256' })}.e30.`, '')).toEqual({ state: 'needs-key' })
  })

  test('one in the token is never used', async () => {
    const token = hs256({ alg: 'HS256', jwk: oct })
    expect(await check(token, '')).toEqual({ state: 'needs-key' })
    expect(await check(token, 'another secret')).toEqual({ state: 'failed' })
  })

  test('a public key is no HMAC secret, though the token be signed with its PEM text', async () => {
    const token = hs256({ alg: 'HS256' }, '{}', rsaPem)
    expect(await check(token, rsaPem)).toMatchObject({
      state: 'impossible',
      reason: { code: 'fit-key-type', values: { alg: 'HS256', needs: 'oct', has: 'RSA' } },
    })
    expect(await check(token, rsaPem, 'secret-utf8')).toEqual({ state: 'verified' })
  })

  test.each([
    ['a secret', secret, { code: 'fit-key-type', values: { alg: 'ES256', needs: 'EC', has: 'oct' } }],
    ['an RSA key', rsaPem, { code: 'fit-key-type', values: { alg: 'ES256', needs: 'EC', has: 'RSA' } }],
    [
      'another curve',
      fixture('keys/p384.spki.pem'),
      { code: 'fit-curve', values: { alg: 'ES256', needs: 'P-256', has: 'P-384' } },
    ],
    [
      'another alg',
      { ...ec, alg: 'ES384' },
      { code: 'fit-key-alg', values: { alg: 'ES256', keyAlg: 'ES384' } },
    ],
    ['use enc', { ...ec, use: 'enc' }, { code: 'fit-key-use', values: { alg: 'ES256', use: 'enc' } }],
    [
      'key_ops without verify',
      { ...ec, key_ops: ['deriveKey', 'sign'] },
      { code: 'fit-key-operations', values: { alg: 'ES256', operations: 'deriveKey, sign' } },
    ],
    ['no key_ops at all', { ...ec, key_ops: [] }, { code: 'fit-key-operations', values: { operations: '' } }],
  ])('%s does not fit ES256', async (_, key, reason) => {
    const text = typeof key === 'string' ? key : JSON.stringify(key)
    expect(await check(es256(), text)).toMatchObject({ state: 'impossible', reason })
  })

  test('EdDSA and Ed25519 are two names, of which a JWK names one', async () => {
    const key = generateKeyPairSync('ed25519')
    const token = await new CompactSign(new Uint8Array(2))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(key.privateKey)
    const jwk = key.publicKey.export({ format: 'jwk' })
    expect(await check(token, JSON.stringify({ ...jwk, alg: 'EdDSA' }))).toEqual({ state: 'verified' })
    expect(await check(token, JSON.stringify({ ...jwk, alg: 'Ed25519' }))).toMatchObject({
      state: 'impossible',
    })
  })

  test('an empty secret makes the MAC that HMAC with it makes', async () => {
    const token = hs256({ alg: 'HS256' }, '{}', '')
    const empty = JSON.stringify({ kty: 'oct', k: '' })
    expect(await check(token, empty)).toEqual({ state: 'verified' })
    expect(await check(hs256({ alg: 'HS256' }), empty)).toEqual({ state: 'failed' })
  })

  test('a secret with the line break that it was pasted with is another secret', async () => {
    expect(await check(hs256({ alg: 'HS256' }), `${secret}\n`)).toEqual({ state: 'failed' })
    expect(await check(hs256({ alg: 'HS256' }, '{}', `${secret}\n`), `${secret}\n`)).toEqual({
      state: 'verified',
    })
  })

  test('RSA below 2048 bits and short secrets are used all the same', async () => {
    const input = `${segment({ alg: 'RS256' })}.${base64url('{}')}`
    const signature = sign('sha256', Buffer.from(input), fixture('keys/rsa1024.pkcs8.pem'))
    const token = `${input}.${signature.toString('base64url')}`
    expect(await check(token, fixture('keys/rsa1024.spki.pem'))).toEqual({ state: 'verified' })
    expect(await check(hs256({ alg: 'HS256' }, '{}', 'a'), 'a')).toEqual({ state: 'verified' })
  })

  test('one that cannot be read', async () => {
    const answer = await check(es256(), '-----BEGIN PUBLIC KEY-----\nMFkw')
    expect(answer).toMatchObject({ state: 'impossible', reason: { code: 'pem-end-missing' } })
  })
})

describe('signature lengths', () => {
  const ed25519 = fixture('keys/ed25519.spki.pem')
  const rows: readonly [alg: string, key: string, expected: number][] = [
    ['HS256', secret, 32],
    ['HS384', secret, 48],
    ['HS512', secret, 64],
    ['RS256', fixture('keys/rsa2048.spki.pem'), 256],
    ['PS512', fixture('keys/rsa2048.spki.pem'), 256],
    ['ES256', fixture('keys/p256.spki.pem'), 64],
    ['ES384', fixture('keys/p384.spki.pem'), 96],
    ['ES512', fixture('keys/p521.spki.pem'), 132],
    ['EdDSA', ed25519, 64],
    ['Ed25519', ed25519, 64],
    ['ML-DSA-44', fixture('keys/mldsa44.spki.pem'), 2420],
    ['ML-DSA-65', fixture('keys/mldsa65.spki.pem'), 3309],
    ['ML-DSA-87', fixture('keys/mldsa87.spki.pem'), 4627],
  ]
  const token = (alg: string, octets: number) =>
    `${segment({ alg })}.e30.${Buffer.alloc(octets, 1).toString('base64url')}`

  test.each(rows)('%s: a wrong one fails, and the note says which is right', async (alg, key, expected) => {
    const empty = { code: 'crypto-signature-empty', values: { alg, expected } }
    expect(await check(token(alg, 0), key)).toMatchObject({ state: 'failed', note: empty })
    for (const found of [1, expected - 1, expected + 1]) {
      const note = { code: 'crypto-signature-length', values: { alg, expected, found } }
      expect(await check(token(alg, found), key)).toMatchObject({ state: 'failed', note })
    }
  })

  test('of a modulus that is no whole number of octets', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1028 })
    const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string
    expect(await check(token('PS256', 128), pem)).toMatchObject({ note: { values: { expected: 129 } } })
    const input = `${segment({ alg: 'RS256' })}.e30`
    const signature = sign('sha256', Buffer.from(input), privateKey).toString('base64url')
    expect(await check(`${input}.${signature}`, pem)).toEqual({ state: 'verified' })
  })
})
