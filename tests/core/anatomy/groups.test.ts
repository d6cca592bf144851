import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsIn, openGroup } from '../../../src/core/anatomy/groups.ts'
import { groupCount } from '../../../src/core/decode/sourceMap.ts'
import type { Token } from '../../../src/core/decode/token.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { base64url } from '../diagnose/sign.ts'

function tokenIn(text: string): Token {
  const { token } = inspect(text)
  if (token === null) throw new Error('no token')
  return token
}
const withPayload = (payload: string | Uint8Array) =>
  `${base64url('{"alg":"HS256"}')}.${base64url(payload)}.AAAA`
const segmentOf = (token: Token, name: string) => token.segments.find((one) => one.name === name)!

describe('groups', () => {
  test('RFC 7515 appendix A.1: the first of the header', () => {
    const text = withPayload('{}').replace(/^[^.]*/, 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9')
    const first = openGroup(text, tokenIn(text), 'protected', 0)!
    expect(first.sextets.map(({ character, value, bits }) => [character, value, bits])).toEqual([
      ['e', 30, '011110'],
      ['y', 50, '110010'],
      ['J', 9, '001001'],
      ['0', 52, '110100'],
    ])
    expect([...first.values]).toEqual([123, 34, 116])
    expect(first.letters.map(({ text: letter, path }) => [letter, path])).toEqual([
      ['{', ''],
      ['"', '/typ'],
      ['t', '/typ'],
    ])
  })

  test('go forward and back for any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (octets) => {
        const text = withPayload(octets)
        const token = tokenIn(text)
        const count = groupCount(segmentOf(token, 'payload'))
        expect(count).toBe(Math.ceil(octets.length / 3))
        const groups = Array.from({ length: count }, (_, i) => openGroup(text, token, 'payload', i)!)
        expect(groups.flatMap(({ values }) => [...values])).toEqual([...octets])
        expect(groups.flatMap(({ sextets }) => sextets.map(({ character }) => character)).join('')).toBe(
          base64url(octets),
        )
        for (const { sextets, values } of groups) {
          const bits = sextets.map((one) => one.bits.slice(0, 6 - one.spare)).join('')
          expect(bits).toBe([...values].map((octet) => octet.toString(2).padStart(8, '0')).join(''))
        }
      }),
    )
  })

  test('letters together are the text, each whole in every group it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (payload) => {
        const text = withPayload(payload)
        const token = tokenIn(text)
        const { octets } = segmentOf(token, 'payload')
        for (let i = 0; i < groupCount(segmentOf(token, 'payload')); i++) {
          for (const letter of openGroup(text, token, 'payload', i)!.letters) {
            const own = octets.subarray(letter.octets.from, letter.octets.to)
            expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(own)).toBe(letter.text)
          }
        }
      }),
    )
  })

  test('a character of four octets that straddles two groups', () => {
    const text = withPayload('{"a":"x😀"}')
    const token = tokenIn(text)
    const places = [2, 3].map((i) => openGroup(text, token, 'payload', i)!.letters)
    expect(places[0]!.map((one) => one.text)).toEqual(['x', '😀'])
    expect(places[1]!.map((one) => one.text)).toEqual(['😀', '"'])
    expect(places[0]![1]!.octets).toEqual({ from: 7, to: 11 })
  })

  test.each([
    ['AB', [[2], [0, 4]]],
    [
      'ABC',
      [
        [1, 2],
        [0, 0, 2],
      ],
    ],
  ] as const)('the spare bits of %s', (characters, [, spare]) => {
    const text = `${base64url('{"alg":"HS256"}')}.${characters}.AAAA`
    expect(openGroup(text, tokenIn(text), 'payload', 0)!.sextets.map((one) => one.spare)).toEqual(spare)
  })

  test('a character left over carries no octet', () => {
    const text = `${base64url('{"alg":"HS256"}')}.AAAAB.AAAA`
    const last = openGroup(text, tokenIn(text), 'payload', 1)!
    expect(last.sextets.map(({ character, spare }) => [character, spare])).toEqual([['B', 6]])
    expect(last.octets).toEqual({ from: 3, to: 3 })
    expect(last.letters).toEqual([])
  })

  test('a token that is wrapped: offsets are those of the paste', () => {
    const whole = withPayload('{"sub":"a person with a long name","n":12345678901234567890}')
    const text = whole.replace(/(.{20})/g, '$1\n')
    const token = tokenIn(text)
    const count = groupCount(segmentOf(token, 'payload'))
    const read = Array.from({ length: count }, (_, i) => openGroup(text, token, 'payload', i)!)
    for (const { sextets } of read) for (const { at, character } of sextets) expect(text[at]).toBe(character)
    expect(read.flatMap(({ sextets }) => sextets.map((one) => one.character)).join('')).toBe(
      whole.split('.')[1],
    )
  })

  test('+ and / are read as they stand', () => {
    const text = `${base64url('{"alg":"HS256"}')}.+/+/.AAAA`
    expect(
      openGroup(text, tokenIn(text), 'payload', 0)!.sextets.map((one) => [one.character, one.value]),
    ).toEqual([
      ['+', 62],
      ['/', 63],
      ['+', 62],
      ['/', 63],
    ])
  })

  test('a payload that is not encoded has none', () => {
    const text = `${base64url('{"alg":"HS256","b64":false,"crit":["b64"]}')}.$02.AAAA`
    const token = tokenIn(text)
    expect(groupCount(segmentOf(token, 'payload'))).toBe(0)
    expect(openGroup(text, token, 'payload', 0)).toBeNull()
  })

  test('there is none outside of the segment, or in one that is not there', () => {
    const text = withPayload('{}')
    const token = tokenIn(text)
    expect([-1, 1, 99].map((i) => openGroup(text, token, 'payload', i))).toEqual([null, null, null])
    expect(openGroup(text, token, 'tag', 0)).toBeNull()
  })
})

test('claims and their octets', () => {
  const text = withPayload('{"é":1, "b":[true]}')
  expect(claimsIn(tokenIn(text), 'payload', 9).map(({ name, octets }) => [name, octets])).toEqual([
    ['é', { from: 1, to: 7 }],
    ['b', { from: 9, to: 19 }],
  ])
  expect(claimsIn(tokenIn(text), 'payload', 1)).toHaveLength(1)
  expect(claimsIn(tokenIn(withPayload('[1]')), 'payload', 9)).toEqual([])
  expect(claimsIn(tokenIn(text), 'signature', 9)).toEqual([])
})
