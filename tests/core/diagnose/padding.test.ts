/** Zero octets on the wrong side of a signature's numbers, and bits at its end that belong to no octet. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosed, found, stateOf, taken } from './diagnosed.ts'
import { base64url, hs, jws, publicPem } from './sign.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const sizes = { ES256: 32, ES384: 48, ES512: 66 } as const
type Alg = keyof typeof sizes

/** Signs until the numbers, of `size` octets each, are as wanted. */
function signedSo(alg: Alg, wanted: (r: Buffer, s: Buffer) => boolean): readonly [string, Buffer, Buffer] {
  for (let n = 0; ; n++) {
    const token = jws(alg, { payload: `{"n":${n}}` })
    const octets = Buffer.from(token.split('.')[2]!, 'base64url')
    const [r, s] = [octets.subarray(0, sizes[alg]), octets.subarray(sizes[alg])]
    if (wanted(r, s)) return [token, r, s]
  }
}
const withOctets = (token: string, ...pieces: readonly Uint8Array[]) =>
  token.slice(0, token.lastIndexOf('.') + 1) + base64url(Buffer.concat(pieces))
const zeros = (count: number) => Buffer.alloc(count)

const short = (number: Buffer) => number[0] === 0
const bare = (number: Buffer) => number.subarray(number.findIndex((octet) => octet !== 0))
/** As short as it is, and filled up at its end. */
const toEnd = (number: Buffer, length = number.length) =>
  Buffer.concat([bare(number), zeros(length - bare(number).length)])

describe.each(['ES256', 'ES384', 'ES512'] as const)('padding of %s on the wrong side', (alg) => {
  const size = sizes[alg]
  const rShort = () => signedSo(alg, (r, s) => short(r) && !short(s))
  const sShort = () => signedSo(alg, (r, s) => !short(r) && short(s))

  test.each([
    ['r, filled up at its end', rShort, (t: string, r: Buffer, s: Buffer) => withOctets(t, toEnd(r), s)],
    ['s, filled up at its end', sShort, (t: string, r: Buffer, s: Buffer) => withOctets(t, r, toEnd(s))],
    [
      'r short, and all filled up at the end',
      rShort,
      (t: string, r: Buffer, s: Buffer) => withOctets(t, bare(r), s, zeros(size - bare(r).length)),
    ],
    [
      's short, and all filled up in front',
      sShort,
      (t: string, r: Buffer, s: Buffer) => withOctets(t, zeros(size - bare(s).length), r, bare(s)),
    ],
    ['zeros behind the whole', rShort, (t: string, r: Buffer, s: Buffer) => withOctets(t, r, s, zeros(2))],
    ['zeros before the whole', sShort, (t: string, r: Buffer, s: Buffer) => withOctets(t, zeros(3), r, s)],
    [
      'each in 72 octets, with zeros in front',
      sShort,
      (t: string, r: Buffer, s: Buffer) => withOctets(t, zeros(72 - size), r, zeros(72 - size), s),
    ],
    [
      'each in 72 octets, with zeros behind',
      rShort,
      (t: string, r: Buffer, s: Buffer) => withOctets(t, toEnd(r, 72), toEnd(s, 72)),
    ],
  ] as const)('%s: found, and mended', async (_, sign, change) => {
    const inputs = { text: change(...sign()), keyText: publicPem(alg) }
    const outcome = await diagnosed(inputs)
    expect(outcome.found.map(({ id }) => id)).toEqual(['signature-leading-zeros'])
    expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
  })
})

test('padding of RS256 at the end', async () => {
  let [token, octets] = ['', Buffer.alloc(0)]
  for (let n = 0; token === '' || octets[0] !== 0; n++) {
    token = jws('RS256', { payload: `{"n":${n}}` })
    octets = Buffer.from(token.split('.')[2]!, 'base64url')
  }
  const inputs = { text: withOctets(token, octets.subarray(1), zeros(1)), keyText: publicPem('RS256') }
  const outcome = await diagnosed(inputs)
  expect(outcome.found.map(({ id }) => id)).toEqual(['signature-leading-zeros'])
  expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
})

test.each(['ES256', 'ES512'] as const)(
  'a signature of %s that is all zeros ends the search in time',
  async (alg) => {
    const [token] = signedSo(alg, () => true)
    for (const length of [2 * sizes[alg], 2 * sizes[alg] + 4, 300, 301]) {
      const outcome = await diagnosed({ text: withOctets(token, zeros(length)), keyText: publicPem(alg) })
      expect(outcome).toMatchObject({ found: [], complete: true })
    }
  },
)

/** The last character with some of its spare bits set. */
function withBits(part: string, bits: number): string {
  const mask = { 2: 15, 3: 3 }[part.length % 4]!
  const last = ALPHABET.indexOf(part.at(-1)!)
  return part.slice(0, -1) + ALPHABET[last | (1 + (bits % mask))]
}

const sign = (alg: string, payload: string) =>
  alg.startsWith('HS') ? hs('secret', { header: `{"alg":"${alg}"}`, payload }, alg) : jws(alg, { payload })
const keyFor = (alg: string) => (alg.startsWith('HS') ? 'secret' : publicPem(alg))

describe.each(['HS256', 'HS512', 'RS256', 'PS384', 'ES256', 'ES256K', 'Ed25519'])(
  'spare bits of %s',
  (alg) => {
    test('set in the signature, which matches, are named and cleared', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 14 }), fc.json(), async (bits, payload) => {
          const [header, claims, signature] = sign(alg, payload).split('.') as [string, string, string]
          const inputs = { text: `${header}.${claims}.${withBits(signature, bits)}`, keyText: keyFor(alg) }
          expect(await stateOf(inputs)).toBe('unreadable')
          const outcome = await diagnosed(inputs)
          expect(outcome.found).toMatchObject([
            { id: 'signature-character', values: { at: signature.length, character: signature.at(-1) } },
          ])
          expect(taken(inputs, outcome.found).text).toBe(`${header}.${claims}.${signature}`)
          expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
        }),
        { numRuns: 6 },
      )
    })
  },
)

test('spare bits beside another cause: the other is told first', async () => {
  const secret = Buffer.alloc(32, 7)
  const [header, claims, signature] = hs(secret).split('.') as [string, string, string]
  const inputs = { text: `${header}.${claims}.${withBits(signature, 1)}`, keyText: secret.toString('base64') }
  const outcome = await diagnosed(inputs)
  expect(outcome.found.map(({ id }) => id)).toEqual(['secret-base64'])
  expect(await found(taken(inputs, outcome.found))).toEqual(['signature-character'])
})

test('spare bits in the payload, set after it was signed, are cleared', async () => {
  const [header, claims, last] = jws('ES256', { payload: '{"sub":"abc"}' }).split('.') as [
    string,
    string,
    string,
  ]
  const inputs = { text: `${header}.${withBits(claims, 1)}.${last}`, keyText: publicPem('ES256') }
  const outcome = await diagnosed(inputs)
  expect(outcome.found).toMatchObject([{ id: 'token-character' }])
  expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
})
