import { expect, test } from 'vitest'
import { encode, signCompact } from '../../../src/core/produce/sign.ts'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import {
  asIssued,
  flipBit,
  type Kind,
  kinds,
  tampering as lesson,
  signedBy,
  type Work,
} from '../../../src/state/lessons/tampering.ts'
import { useInputs } from '../../../src/state/store.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

async function learner() {
  const start = await begun(lesson)
  let work: Work = start.work
  let scene: Scene = start.scene
  const issued = asIssued(work)
  const look = async (text: string, keyText: string = scene.inputs.keyText) => {
    scene = await sceneOf({ text, keyText })
    work = lesson.observe!(work, scene)
  }
  return {
    look,
    issued,
    outcome: (kind: Kind | 'attacker') => outcomes(lesson, work, scene)[[...kinds, 'attacker'].indexOf(kind)],
    why: () => lesson.steps(work, scene).find(({ state }) => state === 'wrong'),
    back: () => look(issued.text, issued.keyText),
    async edit(from: string, to: string) {
      const [header, payload, signature] = scene.inputs.text.split('.')
      const json = Buffer.from(payload!, 'base64url').toString().replace(from, to)
      await look(`${header}.${encode(json)}.${signature}`)
    },
    async flip(bit: number) {
      flipBit(scene.inspection, bit)
      await look(useInputs.getState().text)
    },
    async sign(by: 'issuers' | 'own') {
      const input = scene.inputs.text.split('.').slice(0, 2).join('.')
      const { signature, change } = await signedBy(work, by, input)
      work = { ...work, ...change }
      await look(`${input}.${signature}`)
    },
    choose(choices: Work['choices']) {
      work = { ...work, choices }
    },
  }
}

const toOne = ['"user_id":"7"', '"user_id":"1"'] as const

test('four tokens, and who could make them', async () => {
  const at = await learner()
  await at.edit(...toOne)
  expect(at.outcome('payload')).toBe('payload: done')
  await at.back()
  await at.flip(77)
  expect(at.outcome('bit')).toBe('bit: done')
  await at.sign('own')
  expect(at.outcome('key')).toBe('key: done')
  await at.edit(...toOne)
  await at.sign('issuers')
  expect(at.outcome('right')).toBe('right: done')
  expect(at.outcome('attacker')).toBe('attacker: open')
  at.choose({ payload: true, bit: true, key: false, right: false })
  expect(at.outcome('attacker')).toBe('attacker: wrong can-key')
  at.choose({ payload: true, bit: true, key: true, right: true })
  expect(at.outcome('attacker')).toBe('attacker: wrong cannot')
  at.choose({ payload: true, bit: true, key: true, right: false })
  expect(at.outcome('attacker')).toBe('attacker: done')
})

test('in another order, over a changed payload, with a character retyped', async () => {
  const at = await learner()
  await at.edit(...toOne)
  await at.sign('own')
  await at.sign('issuers')
  const { text } = at.issued
  const dot = text.lastIndexOf('.')
  // The least bit of the signature's second character.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const other = alphabet[alphabet.indexOf(text[dot + 2]!) ^ 1]!
  await at.look(text.slice(0, dot + 2) + other + text.slice(dot + 3))
  expect(kinds.map(at.outcome)).toEqual(['payload: done', 'bit: done', 'key: done', 'right: done'])
})

test('another claim, broken JSON, another key in the Key box', async () => {
  const at = await learner()
  await at.edit('access', 'refresh')
  expect(at.why()).toMatchObject({ task: 'payload', why: 'same', values: { id: '7' } })
  await at.edit('{', '')
  expect(at.outcome('payload')).toBe('payload: wrong broken')
  await at.back()
  await at.look(at.issued.text.replace('eyJ', 'eyI'), '{"kty":"oct","k":"AAAA"}')
  expect(at.outcome('payload')).toBe('payload: wrong verifier')
})

test('a signature changed by more than a bit, by its length, by bits that count for nothing', async () => {
  const at = await learner()
  await at.edit(...toOne)
  await at.flip(0)
  expect(at.outcome('bit')).toBe('bit: wrong both')
  await at.back()
  const { text } = at.issued
  const last = text.at(-1)!
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  await at.look(text.slice(0, -1) + alphabet[alphabet.indexOf(last) ^ 1])
  expect(at.outcome('bit')).toBe('bit: wrong spare')
  await at.look(text.slice(0, -4))
  expect(at.why()).toMatchObject({ why: 'length', values: { count: '29' } })
  const dot = text.lastIndexOf('.')
  const retyped = alphabet[alphabet.indexOf(text[dot + 2]!) ^ 7]!
  await at.look(text.slice(0, dot + 2) + retyped + text.slice(dot + 3))
  expect(at.outcome('bit')).toBe('bit: wrong bits')
  expect(at.outcome('key')).toBe('key: open')
})

test.each([[['', '']], [toOne]])('signed elsewhere with another key: %j', async ([from, to]) => {
  const at = await learner()
  const payload = at.issued.text.split('.')[1]
  const json = Buffer.from(payload!, 'base64url').toString().replace(from, to)
  const k = Buffer.from('another key, of thirty-two octets').toString('base64url')
  const sign = (claims: string) =>
    signCompact('{"alg":"HS256","typ":"JWT"}', claims, 'HS256', { kty: 'oct', k })
  const own = JSON.stringify({ kty: 'oct', k })
  for (const claims of ['{"sub":"1234567890"}', json]) {
    const text = await sign(claims)
    await at.look(text, at.issued.keyText)
    expect(at.outcome('key')).toBe('key: open')
    await at.look(text, own)
    expect(at.outcome('key')).not.toBe('key: done')
    await at.look(text, at.issued.keyText)
    expect(at.outcome('key')).toBe(claims === json ? 'key: done' : 'key: open')
  }
})

test('characters that look like a signature are made with no key', async () => {
  const at = await learner()
  await at.edit(...toOne)
  await at.back()
  await at.flip(9)
  await at.look(at.issued.text.replace(/[^.]*$/, 'A'.repeat(43)))
  expect(at.outcome('key')).toBe('key: wrong unproved')
})

test('what was signed here, with the payload changed or a bit turned since, is of no other key', async () => {
  const at = await learner()
  await at.edit(...toOne)
  await at.sign('issuers')
  await at.flip(5)
  await at.edit('"user_id":"1"', '"user_id":"2"')
  expect(at.outcome('key')).toBe('key: open')
})

test('the same user as a number is no other user', async () => {
  const at = await learner()
  await at.edit('"user_id":"7"', '"user_id":7')
  expect(at.why()).toMatchObject({ task: 'payload', why: 'same' })
})

test('what the issuer signed already, and a payload that nobody signed', async () => {
  const at = await learner()
  await at.edit(...toOne)
  await at.back()
  await at.flip(255)
  await at.sign('own')
  await at.sign('issuers')
  expect(at.outcome('right')).toBe('right: wrong unchanged')
  await at.edit(...toOne)
  expect(at.outcome('right')).toBe('right: wrong unsigned')
  await at.flip(3)
  expect(at.outcome('right')).toBe('right: wrong unsigned')
  await at.edit('"user_id":"1"', '"user_id":"7","x":1')
  await at.sign('issuers')
  expect(at.outcome('right')).toBe('right: wrong same')
})
