import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosed, found, hinted } from './diagnosed.ts'
import { base64url, hs, jws, mac, publicPem, signature } from './sign.ts'

const secret = 'the secret of these tests'
const HEADER = '{"alg":"HS256","typ":"JWT"}'

/** A token whose parts are these texts, signed over other ones. */
function signedOver(input: string | Uint8Array, payload: string, header = HEADER): string {
  return `${base64url(header)}.${base64url(payload)}.${base64url(mac('HS256', secret, input))}`
}
const input = (header: string, payload: string) => `${base64url(header)}.${base64url(payload)}`

/** As Python writes JSON by default. */
const spaced = (text: string) => text.replaceAll('":', '": ').replaceAll(',', ', ')

const claims = fc.record({ b: fc.integer(), a: fc.stringMatching(/^[A-Za-z0-9]{0,12}$/), c: fc.boolean() })
const compact = claims.map((value) =>
  JSON.stringify({ b: value.b, a: value.a, c: { z: value.c, y: [1, 2] } }),
)

const pretty = (indent: number | string) => (text: string) => JSON.stringify(JSON.parse(text), null, indent)
const sorted = (text: string) => {
  const { a, b, c } = JSON.parse(text) as { a: string; b: number; c: { y: number[]; z: boolean } }
  return JSON.stringify({ a, b, c: { y: c.y, z: c.z } })
}

describe('JSON that was written anew', () => {
  test.each([
    ['Python’s separators', spaced],
    ['indented by two', pretty(2)],
    ['indented by four', pretty(4)],
    ['indented by a tab', pretty('\t')],
    ['sorted names', sorted],
    ['sorted names with Python’s separators', (text: string) => spaced(sorted(text))],
    ['a line break behind', (text: string) => `${text}\n`],
    ['indented, with a line break behind', (text: string) => `${pretty(2)(text)}\n`],
  ])('payload: %s', async (_, before) => {
    await fc.assert(
      fc.asyncProperty(compact, async (payload) => {
        const signed = before(payload)
        fc.pre(signed !== payload)
        const inputs = { text: signedOver(input(HEADER, signed), payload), keyText: secret }
        const outcome = await diagnosed(inputs)
        expect(outcome.found).toMatchObject([
          { id: 'input-reserialized', values: { part: 'payload' }, fix: null },
        ])
      }),
      { numRuns: 10 },
    )
  })

  test.each([
    ['Python’s separators', spaced(HEADER)],
    ['another order', '{"typ":"JWT","alg":"HS256"}'],
    ['another order with Python’s separators', '{"typ": "JWT", "alg": "HS256"}'],
  ])('header: %s', async (_, header) => {
    const text = signedOver(input(header, '{"a":1}'), '{"a":1}')
    const outcome = await diagnosed({ text, keyText: secret })
    expect(outcome.found).toMatchObject([{ id: 'input-reserialized', values: { part: 'header' } }])
  })

  test('both', async () => {
    const text = signedOver(input(spaced(HEADER), '{"a": 1, "b": 2}'), '{"a":1,"b":2}')
    const outcome = await diagnosed({ text, keyText: secret })
    expect(outcome.found).toMatchObject([
      { id: 'input-reserialized', values: { part: 'header and payload' } },
    ])
  })

  test('compact before, spaced in the token', async () => {
    const text = signedOver(input(HEADER, '{"a":1,"b":[1,2]}'), '{"a": 1, "b": [1, 2]}')
    expect(await found({ text, keyText: secret })).toEqual(['input-reserialized'])
  })

  test.each([
    ['non-ASCII as escapes', '{"name":"Jos\\u00e9 \\ud83d\\ude00"}', '{"name":"José 😀"}'],
    ['non-ASCII as it is', '{"name":"José"}', '{"name":"Jos\\u00e9"}'],
    ['PHP’s slashes', '{"iss":"https:\\/\\/a.example\\/"}', '{"iss":"https://a.example/"}'],
    ['plain slashes', '{"iss":"https://a.example/"}', '{"iss":"https:\\/\\/a.example\\/"}'],
    ['PHP’s slashes and escapes', '{"iss":"https:\\/\\/\\u00e9.example"}', '{"iss":"https://é.example"}'],
    ['Go’s HTML escapes', '{"q":"a\\u0026b\\u003cc"}', '{"q":"a&b<c"}'],
    ['.NET’s capitals', '{"q":"\\u00C9t\\u00E9 \\u0022x\\u0022"}', '{"q":"Été \\"x\\""}'],
  ])('%s', async (_, signed, payload) => {
    const outcome = await diagnosed({ text: signedOver(input(HEADER, signed), payload), keyText: secret })
    expect(outcome.found).toMatchObject([{ id: 'input-reserialized', values: { part: 'payload' } }])
  })

  test('with a public key', async () => {
    const header = '{"alg":"ES256","typ":"JWT"}'
    const signed = input(header, '{"a": 1, "b": 2}')
    const text = `${input(header, '{"a":1,"b":2}')}.${base64url(signature('ES256', signed))}`
    expect(await found({ text, keyText: publicPem('ES256') })).toEqual(['input-reserialized'])
  })

  test('not of a large payload, and the rest is still said', async () => {
    const payload = JSON.stringify({ a: 'x'.repeat(70_000) })
    const text = signedOver(input(HEADER, spaced(payload)), payload)
    const outcome = await diagnosed({ text, keyText: secret })
    expect(outcome.found).toEqual([])
    expect(outcome.complete).toBe(true)
  })
})

const PAYLOAD = '{"sub":"123?>~","n":1}'

describe('another signing input', () => {
  const own = input(HEADER, PAYLOAD)
  const standard = (text: string) => Buffer.from(text).toString('base64')
  test.each([
    ['padding', 'input-base64', `${standard(HEADER)}.${standard(PAYLOAD)}`],
    ['padding, base64url', 'input-base64', `${base64url(HEADER)}.${base64url(PAYLOAD)}==`],
    ['the standard alphabet', 'input-base64', own.replaceAll('-', '+').replaceAll('_', '/')],
    ['decoded JSON', 'input-decoded', `${HEADER}.${PAYLOAD}`],
    ['a decoded payload', 'input-decoded', `${base64url(HEADER)}.${PAYLOAD}`],
    ['the decoded payload alone', 'input-decoded', PAYLOAD],
    ['a line break behind', 'input-line-break', `${own}\n`],
    ['the payload alone', 'input-part', base64url(PAYLOAD)],
    ['without the dot', 'input-part', own.replace('.', '')],
    ['a digest', 'input-hashed', createHash('sha256').update(own).digest()],
    ['a digest in hexadecimal', 'input-hashed', createHash('sha256').update(own).digest('hex')],
    [
      'a payload encoded twice',
      'payload-double-encoded',
      `${base64url(HEADER)}.${base64url(base64url(PAYLOAD))}`,
    ],
  ])('%s', async (_, id, signed) => {
    const outcome = await diagnosed({ text: signedOver(signed, PAYLOAD), keyText: secret })
    expect(outcome.found).toMatchObject([{ id, fix: null }])
    const header = '{"alg":"RS256"}'
    const text = `${input(header, PAYLOAD)}.${base64url(signature('RS256', typeof signed === 'string' ? signed.replaceAll(HEADER, header).replaceAll(base64url(HEADER), base64url(header)) : createHash('sha256').update(input(header, PAYLOAD)).digest()))}`
    if (!/digest in|standard|padding$/.test(_))
      expect(await found({ text, keyText: publicPem('RS256') })).toEqual([id])
  })

  test('a payload that was encoded once more after it was signed', async () => {
    const text = signedOver(own, base64url(PAYLOAD))
    expect(await found({ text, keyText: secret })).toEqual(['payload-double-encoded'])
    const other = hs('another', { payload: Buffer.from(PAYLOAD).toString('base64') })
    expect(await hinted({ text: other, keyText: secret })).toContain('payload-double-encoded')
  })
})

describe('the nonce of Microsoft Graph', () => {
  const digest = (nonce: string) => createHash('sha256').update(nonce).digest()
  const header = (nonce: string) => `{"typ":"JWT","nonce":"${nonce}","alg":"RS256","kid":"k"}`
  const payload = '{"aud":"00000003-0000-0000-c000-000000000000","iss":"https://sts.windows.net/x/"}'
  test.each(['base64url', 'base64', 'hex'] as const)('signed as its SHA-256 in %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9_-]{20,43}$/), async (nonce) => {
        const signed = input(header(digest(nonce).toString(encoding)), payload)
        const text = `${input(header(nonce), payload)}.${base64url(signature('RS256', signed))}`
        const outcome = await diagnosed({ text, keyText: publicPem('RS256') })
        expect(outcome.found).toMatchObject([{ id: 'nonce-hashed', values: { encoding } }])
      }),
      { numRuns: 5 },
    )
  })
  test('is pointed out where the key is another too', async () => {
    const text = `${input(header('abc'), payload)}.${'A'.repeat(342)}`
    expect(await hinted({ text, keyText: publicPem('RS256') })).toContain('nonce-hashed')
  })
})

describe('another algorithm than alg says', () => {
  const pairs = [
    ['RS256', 'RS384'],
    ['RS256', 'RS512'],
    ['RS512', 'RS256'],
    ['RS256', 'PS256'],
    ['PS256', 'RS256'],
    ['PS512', 'PS256'],
    ['ES384', 'ES256'],
    ['ES256', 'ES512'],
    ['EdDSA', 'ES256'],
    ['HS256', 'ES256'],
    ['HS256', 'RS256'],
  ] as const
  test.each(pairs)('%s, made with %s', async (alg, actual) => {
    const text = jws(actual, { header: JSON.stringify({ alg, typ: 'JWT' }) })
    const outcome = await diagnosed({ text, keyText: publicPem(actual) })
    expect(outcome.found).toMatchObject([{ id: 'alg-variant', values: { alg, actual } }])
  })
  test.each([
    ['HS256', 'HS384'],
    ['HS256', 'HS512'],
    ['HS512', 'HS256'],
    ['RS256', 'HS256'],
    ['ES256', 'HS256'],
    ['hs256', 'HS256'],
    ['SHA256', 'HS256'],
  ])('%s, made with %s', async (alg, actual) => {
    const outcome = await diagnosed({
      text: hs(secret, { header: JSON.stringify({ alg }) }, actual),
      keyText: secret,
    })
    expect(outcome.found).toMatchObject([{ id: 'alg-variant', values: { alg, actual } }])
  })
  test('no alg at all', async () => {
    const outcome = await diagnosed({ text: hs(secret, { header: '{"typ":"JWT"}' }), keyText: secret })
    expect(outcome.found).toMatchObject([{ id: 'alg-variant', values: { alg: '', actual: 'HS256' } }])
  })
  test('an extension that is not known', async () => {
    const text = hs(secret, { header: '{"alg":"HS256","crit":["exp"],"exp":1}' })
    expect(await found({ text, keyText: secret })).toEqual(['crit-ignored'])
  })
})

test('header and payload of different hands are pointed out', async () => {
  const text = hs('another', { payload: '{"a": 1, "b": 2}' })
  expect(await hinted({ text, keyText: secret })).toEqual(['payload-style'])
  expect(await hinted({ text: hs('another'), keyText: secret })).toEqual([])
})
