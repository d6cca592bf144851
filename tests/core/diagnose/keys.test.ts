import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fixture } from '../keys/fixture.ts'
import { diagnosed, found, hinted, stateOf, taken } from './diagnosed.ts'
import { base64url, hs, jws, publicPem } from './sign.ts'

const jwkOf = (alg: string) => createPublicKey(publicPem(alg)).export({ format: 'jwk' })
const derOf = (alg: string, type: 'spki' | 'pkcs1' = 'spki') =>
  createPublicKey(publicPem(alg)).export({ format: 'der', type })

describe('an HMAC made with a public key', () => {
  const pem = publicPem('RS256')
  const rows: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['the PEM as it was pasted', pem, pem],
    ['the PEM without its last line break', pem.trimEnd(), pem],
    ['the PEM with one', pem, pem.trimEnd()],
    ['the PEM with CR LF', pem.replaceAll('\n', '\r\n'), pem],
    ['the PEM with LF, of one pasted with CR LF', pem, pem.replaceAll('\n', '\r\n')],
    ['the DER', derOf('RS256'), pem],
    ['the DER, PKCS #1', derOf('RS256', 'pkcs1'), pem],
    ['the PEM, of a JWK', pem, JSON.stringify(jwkOf('RS256'))],
    [
      'the PEM, of a certificate',
      createPublicKey(fixture('keys/rsa2048.certificate.pem')).export({
        format: 'pem',
        type: 'spki',
      }) as string,
      fixture('keys/rsa2048.certificate.pem'),
    ],
    ['the PEM, PKCS #1', createPublicKey(pem).export({ format: 'pem', type: 'pkcs1' }) as string, pem],
    ['the PEM, of a private key', pem, fixture('keys/rsa2048.pkcs8.pem')],
    [
      'the JWK as it was pasted',
      JSON.stringify(jwkOf('ES256'), null, 2),
      JSON.stringify(jwkOf('ES256'), null, 2),
    ],
    ['the compact JWK', JSON.stringify(jwkOf('ES256')), JSON.stringify(jwkOf('ES256'), null, 2)],
    ['the PEM of an EC key', publicPem('ES256'), publicPem('ES256')],
    ['the PEM of an Ed25519 key', publicPem('Ed25519'), publicPem('Ed25519')],
    ['the modulus', jwkOf('RS256').n!, pem],
  ]
  test.each(rows)('%s is an attack', async (_, secret, keyText) => {
    for (const alg of ['HS256', 'HS512']) {
      const inputs = { text: hs(secret, { header: JSON.stringify({ alg }) }, alg), keyText }
      expect(await stateOf(inputs)).toBe('impossible')
      const outcome = await diagnosed(inputs)
      expect(outcome.found).toMatchObject([{ id: 'key-confusion', values: { alg }, fix: null }])
    }
  })
})

describe('a JWK that says what it is for', () => {
  test.each([
    ['use', { use: 'enc' }],
    ['alg', { alg: 'RS512' }],
    ['alg', { alg: 'RSA-OAEP' }],
    ['key_ops', { key_ops: ['encrypt'] }],
  ])('%s', async (member, members) => {
    const inputs = { text: jws('RS256'), keyText: JSON.stringify({ ...jwkOf('RS256'), ...members }) }
    const outcome = await diagnosed(inputs)
    expect(outcome.found).toMatchObject([{ id: 'key-restricted', values: { member } }])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
  test('of a secret', async () => {
    const keyText = JSON.stringify({ kty: 'oct', k: base64url('secret'), use: 'enc' })
    expect(await found({ text: hs('secret'), keyText })).toEqual(['key-restricted'])
  })
})

describe('the token’s own key', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  const keyText = other.export({ format: 'pem', type: 'spki' }) as string
  test('in jwk', async () => {
    const text = jws('RS256', { header: JSON.stringify({ alg: 'RS256', jwk: jwkOf('RS256') }) })
    const outcome = await diagnosed({ text, keyText })
    expect(outcome.found).toMatchObject([{ id: 'key-embedded', values: { name: 'jwk' }, fix: null }])
  })
  test('in x5c', async () => {
    const body = fixture('keys/rsa2048.certificate.pem').replaceAll(/-----[^-]+-----|\s/g, '')
    const text = jws('RS256', { header: JSON.stringify({ alg: 'RS256', x5c: [body] }) })
    const outcome = await diagnosed({ text, keyText })
    expect(outcome.found).toMatchObject([{ id: 'key-embedded', values: { name: 'x5c' } }])
  })
  test('that is another too', async () => {
    const text = jws('RS256', {
      header: JSON.stringify({ alg: 'RS256', jwk: other.export({ format: 'jwk' }) }),
    })
    expect(await found({ text, keyText })).toEqual([])
  })
})

describe('a key of another kind', () => {
  test.each([
    ['HS256', hs('secret'), publicPem('RS256'), 'RS256, RS384, RS512, PS256, PS384, PS512'],
    ['RS256', jws('RS256'), 'a secret', 'HS256, HS384, HS512'],
    ['RS256', jws('RS256'), publicPem('ES256'), 'ES256'],
    ['ES256', jws('ES256'), publicPem('ES384'), 'ES384'],
    ['ES256', jws('ES256'), publicPem('RS256'), 'RS256, RS384, RS512, PS256, PS384, PS512'],
  ])('%s', async (alg, text, keyText, serves) => {
    const { found: none, hints } = await diagnosed({ text, keyText })
    expect(none).toEqual([])
    expect(hints).toContainEqual(
      expect.objectContaining({ id: 'key-type', values: expect.objectContaining({ alg, serves }) }),
    )
  })
})

describe('which key it is', () => {
  const keyText = JSON.stringify({ ...jwkOf('RS256'), kid: 'mine' })
  const by = (header: object) =>
    jws('RS256', { header: JSON.stringify({ alg: 'RS256', ...header }) }, () => Buffer.alloc(256, 1))
  test('kid is none of the keys’', async () => {
    const { hints } = await diagnosed({ text: by({ kid: 'theirs' }), keyText })
    expect(hints).toContainEqual(
      expect.objectContaining({ id: 'key-id', values: { kid: 'theirs', kids: 'mine', count: 1 } }),
    )
    expect(await hinted({ text: by({ kid: 'mine' }), keyText })).not.toContain('key-id')
    expect(await hinted({ text: by({}), keyText })).not.toContain('key-id')
  })
  test('kid is the thumbprint of another', async () => {
    const bare = JSON.stringify(jwkOf('RS256'))
    expect(await hinted({ text: by({ kid: 'A'.repeat(43) }), keyText: bare })).toContain('key-thumbprint')
    const { n, e } = jwkOf('RS256')
    const own = createHash('sha256').update(`{"e":"${e}","kty":"RSA","n":"${n}"}`).digest('base64url')
    expect(await hinted({ text: by({ kid: own }), keyText: bare })).not.toContain('key-thumbprint')
  })
  test('the length of the signature is that of another key', async () => {
    const text = jws('RS256', {}, () => Buffer.alloc(384, 7))
    const { hints } = await diagnosed({ text, keyText })
    expect(hints).toContainEqual(
      expect.objectContaining({
        id: 'signature-size',
        values: expect.objectContaining({ found: 384, expected: 256, as: 'RSA with 3072 bits' }),
      }),
    )
  })
})

describe('the certificate', () => {
  const keyText = fixture('keys/rsa2048.certificate.pem')
  const by = (iss: string) => jws('RS256', { payload: JSON.stringify({ iss }) }, () => Buffer.alloc(256, 1))
  test('is for another host than the issuer’s', async () => {
    expect(await hinted({ text: by('https://login.other.example'), keyText })).toContain('key-issuer')
    for (const iss of [
      'https://rsa2048.example.com/tenant',
      'https://a.rsa2048.example.com',
      'example.com',
      'me',
    ]) {
      expect(await hinted({ text: by(iss), keyText })).not.toContain('key-issuer')
    }
  })
  test('has another thumbprint than the header says', async () => {
    const der = Buffer.from(keyText.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
    for (const [name, hash] of [
      ['x5t', 'sha1'],
      ['x5t#S256', 'sha256'],
    ] as const) {
      const of = (value: string) =>
        jws('RS256', { header: JSON.stringify({ alg: 'RS256', [name]: value }) }, () => Buffer.alloc(256, 1))
      const own = createHash(hash).update(der).digest('base64url')
      expect(await hinted({ text: of(own), keyText })).not.toContain('key-thumbprint')
      expect(await hinted({ text: of('AAAA'), keyText })).toContain('key-thumbprint')
    }
  })
})

test('an SD-JWT: what the issuer signed is looked at', async () => {
  const text = `${hs('secret', { header: '{"alg":"HS256","typ":"dc+sd-jwt"}', payload: '{"_sd_alg":"sha-256"}' })}~`
  expect(await found({ text, keyText: 'secret\n' })).toEqual(['secret-line-break'])
})

describe('wrong keys', () => {
  test.each(['RS256', 'PS512', 'ES256', 'ES512', 'EdDSA'])(
    '%s: nothing is found with another key',
    async (alg) => {
      const kinds = {
        RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
        PS512: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
        ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
        ES512: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
        EdDSA: () => generateKeyPairSync('ed25519'),
      }
      for (let i = 0; i < 4; i++) {
        const { publicKey } = kinds[alg as keyof typeof kinds]()
        const outcome = await diagnosed({
          text: jws(alg),
          keyText: publicKey.export({ format: 'pem', type: 'spki' }) as string,
        })
        expect(outcome.found).toEqual([])
        expect(outcome.attempts).toBeLessThanOrEqual(200)
        expect(outcome.attempts).toBeGreaterThan(10)
      }
    },
  )
})
