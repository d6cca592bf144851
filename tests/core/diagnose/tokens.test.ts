import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosed, found, hinted, stateOf, taken } from './diagnosed.ts'
import { base64url, hs, jws, mac, publicPem, signature } from './sign.ts'

const secret = 'the secret of these tests'
const payloads = fc
  .record({ sub: fc.stringMatching(/^[a-z]{4,20}$/), n: fc.nat(), ok: fc.boolean() })
  .map((claims) => JSON.stringify(claims))
const at = (token: string, part: number) => token.split('.')[part]!
const withPart = (token: string, part: number, change: (text: string) => string) =>
  token
    .split('.')
    .map((text, i) => (i === part ? change(text) : text))
    .join('.')

interface Row {
  readonly name: string
  readonly id: string
  readonly damage: (token: string) => string
}

const repairable: readonly Row[] = [
  { name: 'without its first dot', id: 'token-dots', damage: (token) => token.replace('.', '') },
  { name: 'without its second dot', id: 'token-dots', damage: (token) => token.replace(/\.([^.]*)$/, '$1') },
  { name: 'without dots', id: 'token-dots', damage: (token) => token.replaceAll('.', '') },
  { name: 'with commas for dots', id: 'token-dots', damage: (token) => token.replaceAll('.', ',') },
  {
    name: 'with dots percent-encoded',
    id: 'token-percent-encoding',
    damage: (token) => token.replaceAll('.', '%2E'),
  },
  {
    name: 'with dots percent-encoded twice',
    id: 'token-percent-encoding',
    damage: (token) => token.replaceAll('.', '%252E'),
  },
  {
    name: 'whose hyphens became dashes',
    id: 'token-typeset',
    damage: (token) => token.replaceAll('--', '\u2014').replaceAll('-', '\u2013'),
  },
  {
    name: 'in wide letters',
    id: 'token-typeset',
    damage: (token) =>
      token.replaceAll(/[a-d]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  },
  {
    name: 'with dots as character references',
    id: 'token-markup',
    damage: (token) => token.replaceAll('.', '&period;'),
  },
  {
    name: 'with tags where its lines may break',
    id: 'token-markup',
    damage: (token) => token.replaceAll(/(.{40})/g, '$1<wbr>'),
  },
  {
    name: 'padded',
    id: 'token-base64',
    damage: (token) =>
      token
        .split('.')
        .map((part) => part.padEnd(Math.ceil(part.length / 4) * 4, '='))
        .join('.'),
  },
  {
    name: 'with an asterisk amid the payload',
    id: 'token-foreign',
    damage: (token) => withPart(token, 1, (text) => `${text.slice(0, 9)}*${text.slice(9)}`),
  },
]

describe.each(repairable)('a token $name', ({ id, damage }) => {
  test.each(['HS256', 'RS256', 'ES256'])('%s is repaired', async (alg) => {
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const good = alg === 'HS256' ? hs(secret, { payload }) : jws(alg, { payload })
        const text = damage(good)
        fc.pre(text !== good)
        const inputs = { text, keyText: alg === 'HS256' ? secret : publicPem(alg) }
        // What was recognized as a token as it is needs no repair.
        if ((await stateOf(inputs)) === 'verified') return
        const outcome = await diagnosed(inputs)
        expect(outcome.found.map((one) => one.id)).toEqual([id])
        expect(taken(inputs, outcome.found).text).toBe(good)
        expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
      }),
      { numRuns: 5 },
    )
  })

  test('without a key: what would make it readable is offered, where that is plain', async () => {
    const text = damage(hs(secret))
    expect(await found({ text, keyText: '' })).toEqual([])
    if (!/foreign|percent/.test(id) && text !== hs(secret))
      expect(await hinted({ text, keyText: '' })).toContain(id)
  })
})

describe('a token that was wrapped', () => {
  test.each([
    ['lines of 64', (token: string) => token.replaceAll(/(.{64})/g, '$1\n')],
    ['CR LF and indentation', (token: string) => token.replaceAll(/(.{40})/g, '$1\r\n    ')],
    ['spaces', (token: string) => token.replaceAll(/(.{30})/g, '$1 ')],
    ['zero-width spaces', (token: string) => token.replaceAll('.', '.\u200b')],
    ['quoted-printable', (token: string) => token.replaceAll(/(.{70})/g, '$1=\r\n')],
    ['a shell’s backslashes', (token: string) => token.replaceAll(/(.{50})/g, '$1\\\n')],
  ])('%s', async (_, wrap) => {
    const inputs = { text: wrap(hs(secret)), keyText: secret }
    const state = await stateOf(inputs)
    // What was recognized as one token already needs no repair.
    if (state === 'verified') return
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map(({ id }) => id)).toEqual(['token-space'])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
})

describe('a token that is wrapped, and damaged besides', () => {
  const wrapped = (token: string) => `Token:\n${token.replaceAll(/(.{40})/g, '$1\n')}\n`
  test('the mended one stands in its place', async () => {
    const inputs = { text: wrapped(hs(secret).slice(0, -7)), keyText: secret }
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map(({ id }) => id)).toEqual(['signature-cut'])
    const mended = taken(inputs, outcome.found)
    expect(mended.text).toContain(hs(secret))
    expect(mended.text.startsWith('Token:\n')).toBe(true)
    expect(await stateOf(mended)).toBe('verified')
  })
  test('a secret read otherwise', async () => {
    expect(await found({ text: wrapped(hs(secret)), keyText: `"${secret}"` })).toEqual(['secret-quotes'])
  })
})

describe('a token in JSON', () => {
  const json = (token: string) => {
    const [header, payload, signature] = token.split('.')
    return JSON.stringify({ payload, protected: header, signature }, null, 2)
  }
  test.each([
    ['secret-quotes', json(hs(secret)), `"${secret}"`],
    ['signature-cut', json(hs(secret).slice(0, -7)), secret],
    [
      'signature-der',
      json(jws('ES256', {}, (input) => signature('ES256', input, { dsaEncoding: 'der' }))),
      publicPem('ES256'),
    ],
  ])('%s', async (id, text, keyText) => {
    const inputs = { text, keyText }
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map((one) => one.id)).toEqual([id])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
})

describe('the wrong base64', () => {
  const header = '{"alg":"HS256","k":"???>>>~~~"}'
  const payload = '{"a":"???>>>~~~"}'
  test('put in on the way', async () => {
    const good = hs(secret, { header, payload })
    expect(good).toMatch(/_|-/)
    const inputs = { text: good.replaceAll('-', '+').replaceAll('_', '/'), keyText: secret }
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map(({ id }) => id)).toEqual(['token-base64'])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
  test('signed so: the token is refused, and its signature matches', async () => {
    const input = [header, payload].map((text) => Buffer.from(text).toString('base64')).join('.')
    const text = `${input}.${mac('HS256', secret, input).toString('base64')}`
    expect(await hinted({ text, keyText: secret })).toEqual(['token-base64-signed'])
  })
  test('signed padded, carried with + and / alone', async () => {
    const input = [header, payload].map((text) => Buffer.from(text).toString('base64')).join('.')
    const text = `${input.replaceAll('=', '')}.${base64url(mac('HS256', secret, input))}`
    expect(await found({ text, keyText: secret })).toEqual(['input-base64'])
  })
})

describe.each([
  ['header', 0],
  ['payload', 1],
] as const)('one character of the %s', (part, index) => {
  const letter = fc.constantFrom(...'ABQZaz09_-')
  test.each(['missing', 'extra'] as const)('%s', async (how) => {
    let repaired = 0
    let runs = 0
    await fc.assert(
      fc.asyncProperty(payloads, fc.nat(10_000), letter, async (payload, place, by) => {
        const good = hs(secret, { payload })
        const position = place % at(good, index).length
        const text = withPart(
          good,
          index,
          (old) =>
            old.slice(0, position) +
            (how === 'extra' ? by : '') +
            old.slice(how === 'extra' ? position : position + 1),
        )
        const inputs = { text, keyText: secret }
        const outcome = await diagnosed(inputs)
        runs++
        if (outcome.found.length === 0) return
        repaired++
        expect(outcome.found).toMatchObject([{ id: 'token-character', values: { part } }])
        expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
      }),
      { numRuns: 40 },
    )
    // Where the damage makes sense by accident, as in the midst of a long string, its place cannot be told.
    expect(repaired / runs).toBeGreaterThan(0.9)
  })

  test('an illegal one', async () => {
    const good = hs(secret)
    const inputs = {
      text: withPart(good, index, (text) => `${text.slice(0, 12)}!${text.slice(13)}`),
      keyText: secret,
    }
    const outcome = await diagnosed(inputs)
    expect(outcome.found).toMatchObject([
      { id: 'token-character', values: { part, at: 13, how: 'replaced', character: at(good, index)[12] } },
    ])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
})

describe('what came along', () => {
  test.each([
    ['a full stop', '.', { count: 1, characters: '.' }],
    ['one character of two code units', '😀', { count: 1, characters: '😀' }],
  ])('%s', async (_, stray, values) => {
    const inputs = { text: hs(secret) + stray, keyText: secret }
    const outcome = await diagnosed(inputs)
    expect(outcome.found).toMatchObject([{ id: 'token-foreign', values }])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
})

describe('what is pointed out', () => {
  test('a payload of an impossible length, where no repair is found', async () => {
    const text = withPart(hs('another'), 1, (payload) => payload.slice(0, 10) + payload.slice(11))
    expect(await hinted({ text, keyText: secret })).toContain('token-character')
  })
  test('small letters alone', async () => {
    expect(await hinted({ text: hs(secret).toLowerCase(), keyText: secret })).toContain('token-letter-case')
    expect(await hinted({ text: hs('another'), keyText: secret })).not.toContain('token-letter-case')
  })
  test('a token that ends in its payload, or before its signature', async () => {
    const good = hs(secret)
    const cut = await diagnosed({ text: good.slice(0, 70), keyText: secret })
    expect(cut.hints).toMatchObject([{ id: 'token-cut', values: { part: 'payload' } }])
    const unsigned = await diagnosed({ text: good.slice(0, good.lastIndexOf('.')), keyText: secret })
    expect(unsigned.hints).toMatchObject([{ id: 'token-cut', values: { part: 'signature' } }])
    const empty = await diagnosed({ text: good.slice(0, good.lastIndexOf('.') + 1), keyText: secret })
    expect(empty.hints).toMatchObject([{ id: 'token-cut', values: { part: 'signature' } }])
  })
})
