import { calculateJwkThumbprint } from 'jose'
import { expect, test } from 'vitest'
import { hashedText, jwks, tokensAt, type Work, withKey } from '../../../src/state/lessons/jwks.ts'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import { type Kid, kids, POINTS, setText, tryOut } from '../../../src/state/lessons/rotation.ts'
import { begun, NOW, outcomes, sceneOf } from './scene.ts'

const start = await begun(jwks)
const { keys, tokens } = start.work

/** After these points were gone to, with these sets published. */
async function after(sets: Work['sets'], points: readonly number[], work: Work = start.work) {
  const tried = { sets, outcomes: await tryOut(keys, tokens, sets, NOW) }
  let next: Work = { ...work, sets, tried }
  for (const at of points) next = jwks.observe!({ ...next, at }, start.scene)
  return { work: next, steps: jwks.steps(next, start.scene) }
}

const all = Array.from({ length: POINTS }, (_, point) => point)
const right: Work['sets'] = [
  ['key-1', 'key-2'],
  ['key-1', 'key-2'],
  ['key-2'],
  ['key-2', 'key-3'],
  ['key-2', 'key-3'],
  ['key-2', 'key-3'],
  ['key-3'],
  ['key-3'],
]
const states = (steps: Awaited<ReturnType<typeof after>>['steps']) =>
  steps.slice(1, 4).map(({ task, state, why }) => `${task}: ${why ?? state}`)

test('the key is picked by what verifies', async () => {
  const picked = (kid: Kid, scene: Scene = start.scene) => {
    const work = jwks.observe!({ ...start.work, picked: kid, pickedFor: start.inputs.text }, scene)
    return outcomes(jwks, work, scene)[0]
  }
  expect(picked('key-1')).toBe('pick: wrong other')
  expect(picked('key-3')).toBe('pick: wrong other')
  expect(picked('key-2')).toBe('pick: done')
  // A kid that lies does not decide.
  const lying = await sceneOf({ ...start.inputs, keyText: setText(keys, ['key-1', 'key-3']) })
  expect(picked('key-2', lying)).toBe('pick: open')
})

test('a choice is for the token that was in the box, not for the next one', async () => {
  const later = await sceneOf({ ...start.inputs, text: tokensAt(start.work, 0)[0]!.text })
  const work: Work = { ...start.work, picked: 'key-1', pickedFor: start.inputs.text }
  expect(outcomes(jwks, jwks.observe!(work, later), later)[0]).toBe('pick: open')
  expect(jwks.observe!({ ...work, pickedFor: later.inputs.text }, later).found).toBe(true)
})

test('three keys, and tokens along the line', () => {
  expect(kids.every((kid) => start.inputs.keyText!.includes(kid))).toBe(true)
  const ends = all.map((point) => [tokensAt(start.work, point)[0]!, tokensAt(start.work, point).at(-1)!])
  expect(ends.map(([oldest, newest]) => `${oldest!.kid} ${newest!.kid}`)).toEqual([
    'key-1 key-2',
    'key-1 key-2',
    'key-2 key-2',
    'key-2 key-2',
    'key-2 key-3',
    'key-2 key-3',
    'key-3 key-3',
    'key-3 key-3',
  ])
  for (const point of all) expect(tokensAt(start.work, point)).toHaveLength(3)
})

test('published before, kept until the last token has expired, then retired', async () => {
  expect(states((await after(right, all)).steps)).toEqual(['keep: done', 'publish: done', 'retire: done'])
})

test('all at once from the beginning is as good, if it ends', async () => {
  const sets = right.map((set, point) => (point < POINTS - 1 ? kids : set))
  expect(states((await after(sets, all)).steps)).toEqual(['keep: done', 'publish: done', 'retire: done'])
})

test('what is not looked at is not done', async () => {
  const { steps } = await after(right, all.slice(0, -1))
  expect(states(steps)).toEqual(['keep: open', 'publish: done', 'retire: open'])
})

test.each([
  ['the sets of the beginning', start.work.sets, ['keep: oldest', 'publish: copy', 'retire: open']],
  [
    'an old key retired too early',
    right.with(5, ['key-3']),
    ['keep: oldest', 'publish: done', 'retire: open'],
  ],
  ['a new key published too late', right.with(3, ['key-2']), ['keep: done', 'publish: copy', 'retire: done']],
  ['a new key not published', right.with(4, ['key-2']), ['keep: newest', 'publish: copy', 'retire: open']],
  [
    'an old key that stays',
    right.with(7, ['key-2', 'key-3']),
    ['keep: done', 'publish: done', 'retire: stale'],
  ],
  ['nothing at all', right.with(2, []), ['keep: oldest', 'publish: copy', 'retire: open']],
] as const)('%s', async (_, sets, expected) => {
  expect(states((await after(sets, all)).steps)).toEqual(expected)
})

test('the reason names point and key', async () => {
  const { steps } = await after(start.work.sets, [0])
  expect(steps[1]).toMatchObject({ why: 'oldest', values: { point: '0', name: 'key-1' } })
  const late = await after(right.with(3, ['key-2']), [4])
  expect(late.steps[2]).toMatchObject({ why: 'copy', values: { point: '4', name: 'key-3' } })
})

test('a key is published from a point on', () => {
  const sets = withKey(start.work.sets, 2, 'key-1', true)
  expect(sets.slice(0, 5)).toEqual([
    ['key-2'],
    ['key-2'],
    ['key-1', 'key-2'],
    ['key-1', 'key-2'],
    ['key-1', 'key-3'],
  ])
  expect(withKey(sets, 4, 'key-1', false)[7]).toEqual(['key-3'])
})

test('a key is matched with its thumbprint, however it is put into the box', async () => {
  const prints = await Promise.all(keys.map(({ publicJwk }) => calculateJwkThumbprint(publicJwk)))
  const index = prints.indexOf(start.work.wanted)
  const put = async (keyText: string, work: Work = start.work) => {
    const scene = await sceneOf({ ...start.inputs, keyText })
    return { step: outcomes(jwks, jwks.observe!(work, scene), scene)[4], scene }
  }
  const jwk = (i: number) => JSON.stringify(keys[i]!.publicJwk)
  expect((await put(jwk(index))).step).toBe('thumbprint: done')
  expect((await put(setText(keys, [kids[index]!]))).step).toBe('thumbprint: done')
  const { step, scene } = await put(jwk((index + 1) % 3))
  expect(step).toBe('thumbprint: wrong print')
  const octets = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(hashedText(start.work, scene)!),
  )
  expect(Buffer.from(octets).toString('base64url')).toBe(prints[(index + 1) % 3])
  expect((await put(start.inputs.keyText!)).step).toBe('thumbprint: open')
  // What the time line puts there is no answer.
  const at = index === 2 ? 7 : 0
  const sets = start.work.sets.with(at, [kids[index]!])
  expect((await put(setText(keys, [kids[index]!]), { ...start.work, sets, at })).step).toBe(
    'thumbprint: open',
  )
})
