import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosed, found, stateOf, taken } from './diagnosed.ts'
import { base64url, hs, jws, publicPem, signature } from './sign.ts'

const es = ['ES256', 'ES384', 'ES512'] as const
const payloads = fc.record({ sub: fc.string(), n: fc.integer() }).map((claims) => JSON.stringify(claims))

/** The signature of a token, changed. */
const changed = (token: string, change: (octets: Buffer) => Uint8Array) => {
  const [header, payload, last] = token.split('.') as [string, string, string]
  return `${header}.${payload}.${base64url(change(Buffer.from(last, 'base64url')))}`
}
const withText = (token: string, change: (text: string) => string) => {
  const at = token.lastIndexOf('.') + 1
  return token.slice(0, at) + change(token.slice(at))
}
const halves = (octets: Buffer) =>
  [octets.subarray(0, octets.length / 2), octets.subarray(octets.length / 2)] as const

interface Row {
  readonly name: string
  readonly id: string
  readonly alg: string
  readonly make: (payload: string) => string
}

const rows: readonly Row[] = es.flatMap((alg): Row[] => [
  {
    name: 'in DER',
    id: 'signature-der',
    alg,
    make: (payload) => jws(alg, { payload }, (input) => signature(alg, input, { dsaEncoding: 'der' })),
  },
  {
    name: 'swapped',
    id: 'signature-swapped',
    alg,
    make: (payload) =>
      changed(jws(alg, { payload }), (octets) => Buffer.concat([...halves(octets)].reverse())),
  },
  {
    name: 'numbers reversed',
    id: 'signature-byte-order',
    alg,
    make: (payload) =>
      changed(jws(alg, { payload }), (octets) =>
        Buffer.concat(halves(octets).map((half) => Buffer.from(half).reverse())),
      ),
  },
  {
    name: 'all reversed',
    id: 'signature-byte-order',
    alg,
    make: (payload) => changed(jws(alg, { payload }), (octets) => octets.reverse()),
  },
])
const hex = (octets: Buffer) => octets.toString('hex')
const encodings: readonly Row[] = ['HS256', 'RS256', 'PS384', 'ES256', 'Ed25519'].flatMap((alg): Row[] => {
  const whole = (payload: string) => (alg === 'HS256' ? hs('secret', { payload }) : jws(alg, { payload }))
  return [
    {
      name: 'hexadecimal in base64url',
      id: 'signature-encoded',
      alg,
      make: (payload) => changed(whole(payload), (octets) => Buffer.from(hex(octets))),
    },
    {
      name: 'base64 in base64url',
      id: 'signature-encoded',
      alg,
      make: (payload) => changed(whole(payload), (octets) => Buffer.from(octets.toString('base64'))),
    },
    {
      name: 'hexadecimal itself',
      id: 'signature-encoded',
      alg,
      make: (payload) => withText(whole(payload), (text) => hex(Buffer.from(text, 'base64url'))),
    },
  ]
})
const rsa: readonly Row[] = ['RS256', 'PS256'].map((alg) => ({
  name: 'reversed',
  id: 'signature-byte-order',
  alg,
  make: (payload) => changed(jws(alg, { payload }), (octets) => octets.reverse()),
}))

describe.each([...rows, ...encodings, ...rsa])('$alg signature $name', ({ id, alg, make }) => {
  test('is found, and the repaired token verifies', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const inputs = { text: make(payload), keyText: alg === 'HS256' ? 'secret' : publicPem(alg) }
        const outcome = await diagnosed(inputs)
        expect(outcome.found.map((one) => one.id)).toEqual([id])
        expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
      }),
      { numRuns: 5 },
    )
  })
})

/** Signs until the signature has a zero octet in front of one of its numbers. */
function withLeadingZero(alg: string, where: (octets: Buffer) => number): string {
  for (let n = 0; ; n++) {
    const token = jws(alg, { payload: `{"n":${n}}` })
    const octets = Buffer.from(token.split('.')[2]!, 'base64url')
    if (where(octets) === 0) return token
  }
}

describe('leading zeros', () => {
  test.each([
    [
      'ES256, of r',
      () =>
        changed(
          withLeadingZero('ES256', (o) => o[0]!),
          (o) => o.subarray(1),
        ),
      'ES256',
    ],
    [
      'ES256, of s',
      () =>
        changed(
          withLeadingZero('ES256', (o) => o[32]!),
          (o) => Buffer.concat([o.subarray(0, 32), o.subarray(33)]),
        ),
      'ES256',
    ],
    [
      'ES384, of s',
      () =>
        changed(
          withLeadingZero('ES384', (o) => o[48]!),
          (o) => Buffer.concat([o.subarray(0, 48), o.subarray(49)]),
        ),
      'ES384',
    ],
    [
      'ES512, of both, as its numbers are a little shorter than their octets',
      () =>
        changed(
          withLeadingZero('ES512', (o) => o[0]! + o[66]!),
          (o) => Buffer.concat([o.subarray(1, 66), o.subarray(67)]),
        ),
      'ES512',
    ],
    [
      'RS256',
      () =>
        changed(
          withLeadingZero('RS256', (o) => o[0]!),
          (o) => o.subarray(1),
        ),
      'RS256',
    ],
  ] as const)('%s: stripped', async (_, make, alg) => {
    const inputs = { text: make(), keyText: publicPem(alg) }
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map(({ id }) => id)).toEqual(['signature-leading-zeros'])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })

  test.each(['ES256', 'ES384', 'RS256'])('%s: one too many, as of a signed number', async (alg) => {
    const zero = Buffer.alloc(1)
    const text = changed(jws(alg), (octets) =>
      alg === 'RS256'
        ? Buffer.concat([zero, octets])
        : Buffer.concat(halves(octets).flatMap((half) => [zero, half])),
    )
    const inputs = { text, keyText: publicPem(alg) }
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map(({ id }) => id)).toEqual(['signature-leading-zeros'])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
})

describe('damage to an HMAC', () => {
  const letter = fc.constantFrom(...'ABCxyz019-_')
  test('cut short at either end names the missing count', async () => {
    await fc.assert(
      fc.asyncProperty(
        payloads,
        fc.integer({ min: 1, max: 32 }),
        fc.boolean(),
        async (payload, count, atEnd) => {
          const text = withText(hs('secret', { payload }), (last) =>
            atEnd ? last.slice(0, -count) : last.slice(count),
          )
          const inputs = { text, keyText: 'secret' }
          const outcome = await diagnosed(inputs)
          expect(outcome.found).toMatchObject([
            { id: 'signature-cut', values: { count, where: atEnd ? 'end' : 'start' } },
          ])
          expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
        },
      ),
      { numRuns: 30 },
    )
  })

  test('one character lost, replaced or too many is found, and said where', async () => {
    await fc.assert(
      fc.asyncProperty(
        payloads,
        fc.integer({ min: 1, max: 41 }),
        letter,
        fc.constantFrom('missing', 'replaced', 'extra'),
        async (payload, at, by, how) => {
          const good = hs('secret', { payload })
          // Lost amid its equals at an end, the character is lost from the end: that is a cut.
          let cut = false
          const text = withText(good, (last) => {
            const rest = how === 'extra' ? at : at + 1
            const changed = last.slice(0, at) + (how === 'missing' ? '' : by) + last.slice(rest)
            cut = how === 'missing' && (last.startsWith(changed) || last.endsWith(changed))
            return changed
          })
          fc.pre(text !== good && !cut)
          const inputs = { text, keyText: 'secret' }
          const outcome = await diagnosed(inputs)
          expect(outcome.found).toMatchObject([{ id: 'signature-character', values: { how } }])
          // Of equal neighbours, it is all one which was lost.
          expect(Math.abs(Number(outcome.found[0]!.values.at) - 1 - at)).toBeLessThan(4)
          expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe.each(['ES256', 'RS256', 'Ed25519'])('damage to a signature in %s', (alg) => {
  const keyText = publicPem(alg)
  const good = () => jws(alg)

  test.each([
    ['the last character lost', (text: string) => text.slice(0, -1)],
    ['the first character lost', (text: string) => text.slice(1)],
    ['a character behind it', (text: string) => `${text}Q`],
    ['an illegal character in it', (text: string) => `${text.slice(0, 20)}*${text.slice(21)}`],
  ])('%s', async (_, change) => {
    const inputs = { text: withText(good(), change), keyText }
    const outcome = await diagnosed(inputs)
    expect(outcome.found).toMatchObject([{ id: 'signature-character' }])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })

  test('more lost: the number of missing characters is told', async () => {
    const { found: none, hints } = await diagnosed({
      text: withText(good(), (text) => text.slice(0, -7)),
      keyText,
    })
    expect(none).toEqual([])
    expect(hints).toContainEqual(
      expect.objectContaining({ id: 'signature-cut', values: expect.objectContaining({ count: 7 }) }),
    )
  })
})

test('a character too many amid a short signature is found', async () => {
  const inputs = {
    text: withText(jws('ES256'), (text) => `${text.slice(0, 40)}Q${text.slice(40)}`),
    keyText: publicPem('ES256'),
  }
  expect(await found(inputs)).toEqual(['signature-character'])
})

test('EdDSA takes its signature’s length from the key’s curve', async () => {
  const token = jws('Ed448', { header: '{"alg":"EdDSA"}' })
  const altered = changed(token, (octets) => octets.map((octet, i) => (i === 5 ? octet ^ 1 : octet)))
  const { found: ids, hints } = await diagnosed({ text: altered, keyText: publicPem('Ed448') })
  expect([...ids, ...hints]).toEqual([])
  const { hints: cut } = await diagnosed({ text: token.slice(0, -3), keyText: publicPem('Ed448') })
  expect(cut).toMatchObject([{ id: 'signature-cut', values: { expected: 114, count: 3 } }])
})

test.each(['RS256', 'ES512', 'Ed448'])(
  'one character of %s that is doubled is found, however long',
  async (alg) => {
    const token = jws(alg)
    const at = token.lastIndexOf('.') + 60
    const text = token.slice(0, at) + token[at - 1] + token.slice(at)
    const inputs = { text, keyText: publicPem(alg) }
    const outcome = await diagnosed(inputs)
    expect(outcome.found).toMatchObject([{ id: 'signature-character', values: { how: 'extra' } }])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  },
)

test('of a signature with an ellipsis in it, the characters that are missing are counted', async () => {
  const token = hs('secret')
  const { hints } = await diagnosed({ text: `${token.slice(0, -20)}…${token.slice(-5)}`, keyText: 'secret' })
  expect(hints).toMatchObject([{ id: 'signature-cut', values: { count: 15 } }])
})
