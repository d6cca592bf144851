/** Keys and signatures that do not go together: told, and never thrown. */
import { createHmac, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64url, jws, publicPem, signature } from '../diagnose/sign.ts'
import { fixture, jsonFixture } from '../keys/fixture.ts'
import { agreesIn, anatomyOf, cellIn, gapIn, partIn } from './anatomy.ts'

const { jwk, compact } = jsonFixture<{ readonly jwk: object; readonly compact: string }>('rfc7515/A_1.json')
const inputOf = (text: string) => text.slice(0, text.lastIndexOf('.'))

describe('what does not agree is told, and nothing throws', () => {
  /** Another RSA key, with a modulus above that of the fixture: every signature of the fixture's is below it. */
  const pem = (): string => {
    for (;;) {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      const [first = 0] = Buffer.from(publicKey.export({ format: 'jwk' }).n!, 'base64url')
      if (first > 0xd0) return publicKey.export({ format: 'pem', type: 'spki' }) as string
    }
  }
  const flipped = (text: string, at = 5) => {
    const dot = text.lastIndexOf('.') + 1
    const octets = Buffer.from(text.slice(dot), 'base64url')
    octets[octets.length - at]! ^= 1
    return text.slice(0, dot) + octets.toString('base64url')
  }
  test.each<readonly [string, string, string, boolean | null, string | null]>([
    ['HMAC, another secret', compact, 'another secret of more than 32 octets', false, null],
    ['HMAC, a damaged signature', flipped(compact), JSON.stringify(jwk), false, null],
    [
      'HMAC, a signature cut short',
      compact.slice(0, -8),
      JSON.stringify(jwk),
      false,
      'crypto-signature-length',
    ],
    [
      'HMAC, an empty signature',
      `${inputOf(compact)}.`,
      JSON.stringify(jwk),
      false,
      'crypto-signature-empty',
    ],
    ['HMAC, an RSA key', compact, publicPem('RS256'), null, 'fit-key-type'],
    ['no key', jws('RS256'), '', null, 'no-key'],
    ['RS256, another key', jws('RS256'), pem(), null, 'not-opened'],
    [
      'RS256, another length',
      jws('RS256'),
      fixture('keys/rsa1024.pkcs8.pem'),
      null,
      'crypto-signature-length',
    ],
    ['RS256 under an EC key', jws('RS256'), publicPem('ES256'), null, 'fit-key-type'],
    [
      'RS256, other content',
      `${base64url('{"alg":"RS256"}')}.e30.${jws('RS256').split('.')[2]}`,
      publicPem('RS256'),
      false,
      null,
    ],
    [
      'RS256 made with SHA-512',
      jws('RS256', {}, (input) => signature('RS512', input)),
      publicPem('RS256'),
      false,
      'other-hash',
    ],
    [
      'PS256 that is RS256',
      jws('PS256', {}, (input) => signature('RS256', input)),
      publicPem('PS256'),
      null,
      'not-opened',
    ],
    [
      'PS256 with a salt of 20',
      jws('PS256', {}, (input) => signature('PS256', input, { saltLength: 20 })),
      publicPem('PS256'),
      false,
      null,
    ],
    ['PS256, another key', jws('PS256'), pem(), null, 'not-opened'],
    ['ES256, another content', flipped(jws('ES256')), publicPem('ES256'), false, null],
    ['ES256 under P-384', jws('ES256'), publicPem('ES384'), null, 'fit-curve'],
    [
      'ES256, s is zero',
      jws('ES256', {}, () => new Uint8Array(64).fill(1, 0, 32)),
      publicPem('ES256'),
      null,
      'crypto-signature-number',
    ],
    [
      'ES256 as DER',
      jws('ES256', {}, (input) => signature('ES256', input, { dsaEncoding: 'der' })),
      publicPem('ES256'),
      null,
      'crypto-signature-length',
    ],
    ['Ed25519, damaged', flipped(jws('Ed25519'), 20), publicPem('Ed25519'), false, null],
    ['no alg', `${base64url('{}')}.e30.AAAA`, '', null, 'no-algorithm'],
    ['an unknown alg', `${base64url('{"alg":"XS1"}')}.e30.AAAA`, '', null, 'no-algorithm'],
    ['none with a signature', `${base64url('{"alg":"none"}')}.e30.AAAA`, '', null, null],
  ])('%s', async (_, text, key, agrees, gap) => {
    const found = await anatomyOf(text, key)
    expect([agreesIn(found), gapIn(found)]).toEqual([agrees, gap])
    expect(found.cells[0]!.id).toBe('signing-input')
  })

  test('a payload that is sent apart, and one that is not encoded', async () => {
    const header = '{"alg":"HS256","b64":false,"crit":["b64"]}'
    const input = `${base64url(header)}.$.02`
    const text = `${base64url(header)}..${createHmac('sha256', 'x'.repeat(32)).update(input).digest('base64url')}`
    const key = JSON.stringify({ kty: 'oct', k: base64url('x'.repeat(32)) })
    const without = await anatomyOf(text, key)
    expect([agreesIn(without), without.gap]).toEqual([false, 'no-payload'])
    const found = await anatomyOf(text, key, '$.02')
    expect(partIn(found, 'signing-input', 'payload')).toBe(Buffer.from('$.02').toString('hex'))
    expect(agreesIn(found)).toBe(true)
  })

  test('ML-DSA tells its length', async () => {
    const text = `${base64url('{"alg":"ML-DSA-44"}')}.e30.${base64url(new Uint8Array(2420))}`
    const found = await anatomyOf(text)
    expect(found).toMatchObject({ kind: 'ml-dsa', gap: 'too-long' })
    expect(cellIn(found, 'signature').octets).toHaveLength(2420)
  })

  test('any octets for a signature', async () => {
    const algs = ['HS256', 'RS256', 'PS384', 'ES256', 'ES512', 'Ed25519', 'Ed448', 'none']
    const lengths = [0, 1, 32, 64, 114, 132, 256, 300]
    const octets = fc
      .constantFrom(...lengths)
      .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...algs), octets, fc.boolean(), async (alg, made, keyed) => {
        const key =
          alg === 'none' || !keyed ? '' : alg.startsWith('HS') ? JSON.stringify(jwk) : publicPem(alg)
        const found = await anatomyOf(
          jws(alg, {}, () => made),
          key,
        )
        expect(agreesIn(found)).not.toBe(true)
        for (const { octets: all, parts } of found.cells) {
          if (parts === undefined) continue
          expect([parts[0]?.from ?? 0, parts.at(-1)?.to ?? all.length]).toEqual([0, all.length])
        }
      }),
      { numRuns: 60 },
    )
  })
})
