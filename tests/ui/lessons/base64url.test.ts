import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64url, encodingOf, groupOf, lengthsIn, type Work } from '../../../src/state/lessons/base64url.ts'
import { isLearned } from '../../../src/state/lessons/lesson.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

/** `{"a` */
const right = 0x7b2261

test('a group is what Node makes of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (bits) => {
      const { octets, characters } = groupOf(bits)
      expect(characters).toBe(Buffer.from(octets).toString('base64url'))
      expect((octets[0]! << 16) | (octets[1]! << 8) | octets[2]!).toBe(bits)
    }),
  )
})

test('an encoding is what Node makes of it, plain and for addresses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { characters, padded } = encodingOf(text)
      expect(characters).toBe(Buffer.from(text).toString('base64url'))
      expect(padded).toBe(Buffer.from(text).toString('base64'))
    }),
  )
})

test('the bits of eyJh, and the first character that is another', async () => {
  const { work, scene } = await begun(base64url)
  const grouping = (bits: number) => base64url.steps({ ...work, bits, touched: true }, scene)[0]!
  expect(grouping(0)).toMatchObject({ state: 'wrong', why: 'character' })
  expect(grouping(right ^ 1).values).toEqual({
    place: '4',
    is: 'g',
    number: '32',
    want: 'h',
    wanted: '33',
    bits: '100001',
  })
  const reached = base64url.observe!({ ...work, bits: right, touched: true }, scene)
  expect(outcomes(base64url, { ...reached, bits: 0 }, scene)[0]).toBe('bits: done')
})

test.each([
  ['', 'open'],
  ['hello', 'wrong neither'],
  ['ab>', 'wrong noUnderscore'],
  ['ab?', 'wrong noDash'],
  ['ab>ab?', 'done'],
  ['ÿÿþ', 'done'],
])('the text “%s” is %s', async (text, outcome) => {
  const { work, scene } = await begun(base64url)
  const next = base64url.observe!({ ...work, text }, scene)
  expect(outcomes(base64url, next, scene)[1]).toBe(`text: ${outcome}`)
})

async function inBox() {
  const { work, inputs } = await begun(base64url)
  let now: Work = work
  const put = async (text: string) => {
    const scene = await sceneOf({ ...inputs, text })
    now = base64url.observe!(now, scene)
    expect(base64url.observe!(now, scene)).toBe(now)
    return { outcome: outcomes(base64url, now, scene), lengths: lengthsIn(scene), scene, work: now }
  }
  return { token: inputs.text, cut: inputs.text.slice(0, -1), put }
}

/** The character whose value is greater by `more`. */
function plus(character: string, more: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[(alphabet.indexOf(character) + more) % 64]!
}

test('the last character deleted and typed again', async () => {
  const { token, cut, put } = await inBox()
  expect((await put(token)).lengths).toEqual({ characters: 43, groups: 10, rest: 3, octets: 32 })
  expect((await put(`${token}\n`)).outcome[2]).toBe('last: open')
  const { outcome, lengths } = await put(cut)
  expect(outcome[2]).toBe('last: open')
  expect(lengths).toEqual({ characters: 42, groups: 10, rest: 2, octets: 31 })
  expect((await put(cut + plus(token.at(-1)!, 4))).outcome[2]).toBe('last: wrong other')
  expect((await put(token)).outcome[2]).toBe('last: done')
})

test('the bonus: another last character and the same octets; it need not be done', async () => {
  const { token, cut, put } = await inBox()
  await put(cut)
  await put(token)
  expect((await put(cut + plus(token.at(-1)!, 4))).outcome[3]).toBe('spare: wrong octets')
  expect((await put(`A${token.slice(1)}`)).outcome[3]).toBe('spare: wrong elsewhere')
  const { work, scene } = await put(token)
  const others = { ...work, grouped: true, found: true }
  expect(isLearned(base64url.steps(others, scene))).toBe(true)
  for (const more of [1, 2, 3]) {
    const spared = await put(cut + plus(token.at(-1)!, more))
    expect(spared.outcome[3]).toBe('spare: done')
    expect(spared.scene.word).toBe('unreadable')
  }
})
