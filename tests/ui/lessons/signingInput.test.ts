import { expect, test } from 'vitest'
import { encode } from '../../../src/core/produce/sign.ts'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import {
  chosen,
  hmac,
  signingInput as lesson,
  type Made,
  type Piece,
  type Work,
} from '../../../src/state/lessons/signingInput.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

type Change = Parameters<typeof sceneOf>[0]

/** The page after a change, with what the lesson remembers of it. */
async function after(work: Work, change: Change): Promise<{ work: Work; scene: Scene }> {
  const scene = await sceneOf(change)
  return { work: lesson.observe!(work, scene), scene }
}

async function made(scene: Scene, k: string, of: readonly Piece[], as: Made['as'] = 'characters') {
  return { of, as, k, mac: await hmac(chosen(scene, { of, as })!, k), signature: '' }
}

const whole = ['header', 'dot', 'payload'] as const

/** The exercise up to the task of this number. */
async function upTo(count: number) {
  const start = await begun(lesson)
  let { work, scene } = start
  const { text } = start.inputs
  const { secret } = work
  const right = { text, keyText: secret, keyFormat: 'secret-base64url' } as const
  if (count > 0) work = (await after(work, { text, keyText: secret })).work
  if (count > 1) ({ work, scene } = await after(work, right))
  if (count > 2) work = lesson.observe!({ ...work, made: await made(scene, secret, whole) }, scene)
  return { work, scene, text, right, secret, dot: text.lastIndexOf('.') }
}

function withPayload(text: string, payload: string): string {
  const [header, , signature] = text.split('.')
  return `${header}.${encode(payload)}.${signature}`
}

async function signed(text: string, payload: string, k: string): Promise<string> {
  const input = withPayload(text, payload).split('.').slice(0, 2).join('.')
  return `${input}.${await hmac(input, k)}`
}

test('text, reading, bytes, space and another signature', async () => {
  let { work, scene, text, right, secret } = await upTo(3)
  expect(outcomes(lesson, work, scene)).toEqual([
    'text: done',
    'reading: done',
    'compute: done',
    'space: open',
    'resign: open',
  ])
  const spaced = work.good!.payload.replace(',', ', ')
  ;({ work, scene } = await after(work, { ...right, text: withPayload(text, spaced) }))
  expect(scene.word).toBe('failed')
  expect(outcomes(lesson, work, scene).slice(3)).toEqual(['space: done', 'resign: open'])
  ;({ work, scene } = await after(work, { ...right, text: await signed(text, spaced, secret) }))
  expect(lesson.steps(work, scene).every(({ state }) => state === 'done')).toBe(true)
})

test('another secret, and the right reading before the text was tried', async () => {
  let { work, scene, text, right, secret } = await upTo(0)
  ;({ work, scene } = await after(work, { text, keyText: `${secret}\n` }))
  expect(lesson.steps(work, scene)[0]).toMatchObject({
    why: 'secret',
    values: { found: '44', wanted: '43' },
  })
  ;({ work, scene } = await after(work, right))
  expect(outcomes(lesson, work, scene)[0]).toBe('text: wrong early')
  ;({ work, scene } = await after(work, { ...right, keyFormat: 'secret-utf8' }))
  expect(outcomes(lesson, work, scene).slice(0, 2)).toEqual(['text: done', 'reading: open'])
})

test('readings that are not the issuer’s, and the same bytes in another form', async () => {
  let { work, scene, text, right, secret } = await upTo(1)
  ;({ work, scene } = await after(work, { ...right, keyFormat: 'secret-base64' }))
  expect(outcomes(lesson, work, scene)[1]).toBe('reading: wrong unread')
  ;({ work, scene } = await after(work, { text, keyText: `${secret}00` }))
  expect(outcomes(lesson, work, scene)[1]).toBe('reading: wrong reading')
  const keyText = Buffer.from(secret, 'base64url').toString('hex')
  ;({ work, scene } = await after(work, { text, keyText, keyFormat: 'secret-hex' }))
  expect(outcomes(lesson, work, scene)[1]).toBe('reading: done')
})

test.each([
  ['header', ['dot', 'payload'], 'characters'],
  ['payload', ['header', 'dot'], 'characters'],
  ['dot', ['header', 'payload'], 'characters'],
  ['second', [...whole, 'second'], 'characters'],
  ['json', whole, 'json'],
] as const)('bytes that are not covered: %s', async (why, of, as) => {
  let { work, scene, secret } = await upTo(2)
  work = lesson.observe!({ ...work, made: await made(scene, secret, of, as) }, scene)
  expect(outcomes(lesson, work, scene)[2]).toBe(`compute: wrong ${why}`)
})

test('the right bytes under another key are not it', async () => {
  let { work, scene, text, secret } = await upTo(2)
  ;({ work, scene } = await after(work, { text, keyText: secret }))
  work = lesson.observe!({ ...work, made: await made(scene, encode(secret), whole) }, scene)
  expect(outcomes(lesson, work, scene)[2]).toBe('compute: wrong key')
})

test.each([
  ['value', (json: string) => json.replace('user-42', 'user 42')],
  ['value', (json: string) => json.replace('user-42', 'user-43')],
  ['broken', (json: string) => json.replace('user-42"', 'user-42')],
])('a change that is not white space alone: %s', async (why, change) => {
  let { work, scene, text, right } = await upTo(3)
  ;({ work, scene } = await after(work, { ...right, text: withPayload(text, change(work.good!.payload)) }))
  expect(outcomes(lesson, work, scene)[3]).toBe(`space: wrong ${why}`)
})

test.each([
  ['behind the closing brace', (json: string) => `${json}\n\n`],
  ['behind the opening brace', (json: string) => json.replace('{', '{ ')],
  ['around a colon', (json: string) => json.replace(':', ': ')],
  ['a line break', (json: string) => json.replace(',', ',\n')],
  ['two of them', (json: string) => json.replace(',', ',  ')],
  ['one in two places', (json: string) => json.replaceAll(',', ', ')],
])('white space that is no space between two members: %s', async (_, change) => {
  let { work, scene, text, right } = await upTo(3)
  ;({ work, scene } = await after(work, { ...right, text: withPayload(text, change(work.good!.payload)) }))
  expect(outcomes(lesson, work, scene)[3]).toBe('space: wrong place')
})

test('the space taken out again, and the claims changed, are no new signature over the same claims', async () => {
  let { work, scene, text, right, secret } = await upTo(3)
  const { payload } = work.good!
  ;({ work } = await after(work, { ...right, text: withPayload(text, payload.replace(',', ' ,')) }))
  ;({ work, scene } = await after(work, { ...right, text }))
  expect(outcomes(lesson, work, scene)[4]).toBe('resign: wrong back')
  const other = payload.replace('42', '43')
  ;({ work, scene } = await after(work, { ...right, text: await signed(text, other, secret) }))
  expect(outcomes(lesson, work, scene)[4]).toBe('resign: wrong value')
})
