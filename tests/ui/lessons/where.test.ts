import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type SetUp, stations } from '../../../src/state/lessons/journey.ts'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import {
  keyIn,
  type Replay,
  replays,
  setOut,
  type Trial,
  token,
  trials,
  tripOf,
  type Work,
  where,
  withGroups,
} from '../../../src/state/lessons/where.ts'
import { begun, NOW, outcomes, sceneOf } from './scene.ts'

const observed = JSON.parse(readFileSync('tests/fixtures/simplejwt/observed.json', 'utf8')) as Readonly<
  Record<string, { readonly status: number; readonly body: unknown }>
>

/** A broken set-up as it is met. */
async function met(trial: Trial) {
  const { work } = await begun(where)
  const out = await setOut(trial, work.secret, NOW)
  const scene = await sceneOf(out.inputs)
  return { work: where.observe!({ ...work, ...out.work }, scene), scene }
}

const set = (work: Work, change: Partial<SetUp>): Work => ({ ...work, setUp: { ...work.setUp, ...change } })
const outcome = (trial: Trial, work: Work, scene: Scene) =>
  outcomes(where, work, scene)[1 + trials.indexOf(trial)]!.replace(`${trial}: `, '')

test('what was made is sound, and the walk is done once every station was seen', async () => {
  const { work, scene } = await begun(where)
  expect(tripOf(work, scene)).toMatchObject({ lost: null, user: 'ada' })
  expect(outcomes(where, work, scene)[0]).toBe('walk: open')
  expect(outcomes(where, { ...work, visited: [...stations] }, scene)[0]).toBe('walk: done')
})

type Repair = (work: Work, scene: Scene) => Promise<[work: Work, scene: Scene]>
const setting =
  (change: Partial<SetUp>): Repair =>
  async (work, scene) => [set(work, change), scene]
const anotherToken: Repair = async (work, { inputs }) => [
  work,
  await sceneOf({ ...inputs, text: await token(work.secret, NOW) }),
]
const rightKey: Repair = async (work, { inputs }) => [
  work,
  await sceneOf({ ...inputs, ...keyIn(work.secret) }),
]

const signedForIt: Repair = async (work, { inputs }) => [
  work,
  await sceneOf({ ...inputs, text: await token(inputs.keyText, NOW) }),
]
const lasting =
  (seconds: number): Repair =>
  async (work, { inputs }) => [
    work,
    await sceneOf({ ...inputs, text: await token(work.secret, NOW, { exp: NOW + seconds }) }),
  ]

test.each<[trial: Trial, lost: Work['named'], repair: Repair, wrong: Repair, why: string]>([
  ['dropped', 'server', setting({ passes: true }), setting({ types: ['JWT', 'Bearer'] }), 'still'],
  ['dropped', 'server', setting({ passes: true }), setting({ server: 'gunicorn' }), 'back'],
  ['dropped', 'server', setting({ passes: true }), anotherToken, 'still'],
  ['dropped', 'server', setting({ passes: true }), setting({ permission: 'AllowAny' }), 'anybody'],
  ['scheme', 'authentication', setting({ scheme: 'Bearer' }), anotherToken, 'still'],
  [
    'scheme',
    'authentication',
    setting({ types: ['Bearer', 'bearer'] }),
    setting({ server: 'mod_wsgi' }),
    'elsewhere',
  ],
  ['kind', 'authentication', anotherToken, setting({ server: 'runserver' }), 'still'],
  ['expired', 'authentication', anotherToken, setting({ permission: 'AllowAny' }), 'still'],
  ['key', 'authentication', rightKey, anotherToken, 'still'],
  ['key', 'authentication', rightKey, signedForIt, 'forged'],
  ['expired', 'authentication', anotherToken, lasting(9e9), 'long'],
  ['dropped', 'server', setting({ passes: true }), setting({ server: 'uWSGI' }), 'back'],
])('%s, lost at %s', async (trial, lost, repair, wrong, why) => {
  const { work, scene } = await met(trial)
  expect(work.broken).toMatchObject({ lost })
  expect(tripOf(work, scene)!.answer!.status).toBe(401)
  expect(outcome(trial, work, scene)).toBe('open')
  expect(outcome(trial, { ...work, named: 'browser' }, scene)).toBe('wrong early')
  expect(outcome(trial, { ...work, named: 'back' }, scene)).toBe('wrong late')

  const [wrongWork, wrongScene] = await wrong({ ...work, named: lost }, scene)
  const after = where.observe!(wrongWork, wrongScene)
  expect(after.solved).toEqual([])
  expect(outcome(trial, after, wrongScene)).toBe(`wrong ${why}`)

  const [unnamed, repaired] = await repair(work, scene)
  expect(where.observe!(unnamed, repaired).solved).toEqual([])
  const done = where.observe!({ ...unnamed, named: lost }, repaired)
  expect(outcome(trial, done, repaired)).toBe('done')
  // Going on to the next one undoes nothing.
  expect(outcome(trial, { ...done, trial: 'file', broken: null }, scene)).toBe('done')
})

test('the file that holds the callable', async () => {
  const { work, scene } = await met('file')
  expect(tripOf(work, scene)).toMatchObject({ lost: 'callable', answer: { status: 502 } })
  for (const file of ['asgi.py', 'settings.py'] as const)
    expect(outcome('file', where.observe!(set(work, { file }), scene), scene)).toBe('wrong still')
  expect(outcome('file', where.observe!(set(work, { file: 'wsgi.py' }), scene), scene)).toBe('done')
})

test('while the signature is checked, nothing is judged', async () => {
  const { work, scene } = await met('key')
  const checking = { ...scene, answer: null, word: 'checking' } as const
  const { work: before } = await begun(where)
  const out = await setOut('key', before.secret, NOW)
  expect(where.observe!({ ...before, ...out.work }, checking).broken).toBe(null)
  expect(outcome('key', { ...work, named: 'browser' }, checking)).toBe('open')
})

test('groups make a token too long for a header', async () => {
  const { work, scene } = await begun(where)
  const text = await withGroups(work.secret, NOW, 600)
  expect(tripOf(work, await sceneOf({ ...scene.inputs, text }))).toMatchObject({ lost: 'proxy' })
})

test.each<[replay: Replay, recorded: string]>([
  ['empty', 'me_no_token'],
  ['spaces', 'me_three_parts'],
  ['garbage', 'me_garbage'],
  ['tampered', 'me_tampered_payload'],
  ['none', 'me_alg_none'],
  ['HS512', 'me_alg_hs512_same_key'],
  ['type', 'me_no_token_type'],
  ['jti', 'me_no_jti'],
  ['exp', 'me_no_exp'],
  ['milliseconds', 'me_exp_in_ms'],
  ['iat', 'me_iat_future'],
  ['nbf', 'me_nbf_future'],
  ['aud', 'me_aud_unexpected'],
  ['sub', 'me_sub_int'],
  ['user', 'me_no_user_id'],
  ['unknown', 'me_unknown_user'],
])('sent instead: %s, answered as %s', async (replay, recorded) => {
  const { work, scene } = await begun(where)
  const text = await replays[replay](work.secret, NOW)
  const { answer } = tripOf(work, await sceneOf({ ...scene.inputs, text }))!
  const { status, body } = observed[recorded]!
  expect(answer).toMatchObject({ status, body: typeof body === 'string' ? null : body })
})
