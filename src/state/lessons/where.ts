import type { words } from '../../content/lessons/where.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { encode, signCompact, signingInputOf } from '../../core/produce/sign.ts'
import { type SetUp, type Station, sound, stations, type Trip, travel } from './journey.ts'
import type { Exercise, Lesson, Scene, Step } from './lesson.ts'
import { claim } from './payload.ts'
import { keyIn as boxKey } from './signed.ts'
import { judge } from './simpleJwt.ts'

/** Set-ups that do not work. */
export const trials = ['dropped', 'scheme', 'kind', 'expired', 'key', 'file'] as const
export type Trial = (typeof trials)[number]

export interface Work {
  /** The text of the secret that signs the tokens. */
  readonly secret: string
  readonly setUp: SetUp
  /** The station that is looked at. */
  readonly at: Station
  readonly visited: readonly Station[]
  /** The set-up that is being repaired. */
  readonly trial: Trial | null
  /** How it was when it was met; null before. */
  readonly broken: {
    readonly lost: Station
    readonly setUp: SetUp
    readonly text: string
    readonly keyText: string
  } | null
  /** Where the learner says that the token is lost. */
  readonly named: Station | null
  readonly solved: readonly Trial[]
}

type Inputs = Exercise<Work>['inputs']

/** Where the journey of the token in the box ends; null while the signature is checked. */
export function tripOf({ setUp }: Work, scene: Scene): Trip | null {
  const judged = judge(scene)
  return judged === null ? null : travel(setUp, scene.inputs.text, judged)
}

/** The claims of an access token as SimpleJWT makes them; times are in seconds since the epoch. */
function accessClaims(iat: number): Record<string, unknown> {
  const jti = crypto.randomUUID().replaceAll('-', '')
  return { token_type: 'access', exp: iat + LIFE, iat, jti, user_id: '1' }
}

/** A token that SimpleJWT makes at `now`, but for some claims; undefined leaves one out. */
export function token(secret: string, now: number, change: object = {}, alg = 'HS256'): Promise<string> {
  const header = JSON.stringify({ alg, typ: 'JWT' })
  const payload = JSON.stringify({ ...accessClaims(now), ...change })
  return alg === 'none'
    ? Promise.resolve(`${signingInputOf(header, payload)}.`)
    : signCompact(header, payload, alg, { kty: 'oct', k: encode(secret) })
}

export function refreshToken(secret: string, now: number): Promise<string> {
  return token(secret, now, { token_type: 'refresh', exp: now + 86_400 })
}

/** With a list that grows with the company. */
export function withGroups(secret: string, now: number, count: number): Promise<string> {
  return token(secret, now, { groups: Array.from({ length: count }, (_, i) => `team-${1001 + i}`) })
}

type Make = (secret: string, now: number) => Promise<string>

/** Texts to send instead, each with an answer of its own. */
export const replays = {
  empty: async () => '',
  spaces: async (secret, now) => `${await token(secret, now)} more`,
  garbage: async () => 'not-a-token',
  tampered: async (secret, now) => {
    const [header, , signature] = (await token(secret, now)).split('.')
    return `${header}.${encode(JSON.stringify({ ...accessClaims(now), user_id: '2' }))}.${signature}`
  },
  none: (secret, now) => token(secret, now, {}, 'none'),
  HS512: (secret, now) => token(secret, now, {}, 'HS512'),
  type: (secret, now) => token(secret, now, { token_type: undefined }),
  jti: (secret, now) => token(secret, now, { jti: undefined }),
  exp: (secret, now) => token(secret, now, { exp: undefined }),
  milliseconds: (secret, now) => token(secret, now, { exp: (now + LIFE) * 1000 }),
  iat: (secret, now) => token(secret, now, { iat: now + LIFE / 2 }),
  nbf: (secret, now) => token(secret, now, { nbf: now + LIFE / 2 }),
  aud: (secret, now) => token(secret, now, { aud: 'someone-else' }),
  sub: (secret, now) => token(secret, now, { sub: 1 }),
  user: (secret, now) => token(secret, now, { user_id: undefined }),
  unknown: (secret, now) => token(secret, now, { user_id: '9999' }),
} as const satisfies Readonly<Record<string, Make>>

export type Replay = keyof typeof replays

/** Longer than the five minutes of SimpleJWT, so that there is time to learn; in seconds. */
export const LIFE = 3600

/** No access token that the API gives out holds for as long, in seconds. */
const LONGEST = 86_400

/** The server's `SIGNING_KEY` is what the Key box holds. */
export function keyIn(secret: string): Pick<Inputs, 'keyText' | 'keyFormat'> {
  return { keyText: secret, keyFormat: 'secret-utf8' }
}

/** What a broken set-up puts into the boxes, and how it is set. */
export async function setOut(
  trial: Trial,
  secret: string,
  now: number,
): Promise<{ readonly inputs: Inputs; readonly work: Partial<Work> }> {
  const text = await (trial === 'kind'
    ? refreshToken(secret, now)
    : trial === 'expired'
      ? token(secret, now - 2 * LIFE)
      : token(secret, now))
  const setUp: SetUp = {
    ...sound,
    ...(trial === 'dropped' && { server: 'mod_wsgi' }),
    ...(trial === 'scheme' && { scheme: 'bearer' }),
    ...(trial === 'file' && { file: 'uwsgi.py' }),
  }
  const key = trial === 'key' ? generateSecret(48).k : secret
  const work = { trial, setUp, broken: null, named: null, at: 'browser' } as const
  return { inputs: { text, ...keyIn(key) }, work }
}

export const where: Lesson<Work, typeof words> = {
  id: 'where',
  start: {
    secret: '',
    setUp: sound,
    at: 'browser',
    visited: ['browser'],
    trial: null,
    broken: null,
    named: null,
    solved: [],
  },

  async exercise(now) {
    const secret = generateSecret(48).k
    const text = await token(secret, now)
    return { inputs: { text, ...keyIn(secret) }, work: { ...where.start, secret } }
  },

  observe(work, scene) {
    const { trial, setUp, broken, named, solved } = work
    const trip = tripOf(work, scene)
    if (trial === null || trip === null) return work
    if (broken === null) {
      const { text, keyText } = scene.inputs
      return trip.lost === null ? work : { ...work, broken: { lost: trip.lost, setUp, text, keyText } }
    }
    const isFound = trial === 'file' || named === broken.lost
    return isFound && trip.lost === null && shamOf(work, scene) === null && !solved.includes(trial)
      ? { ...work, solved: [...solved, trial] }
      : work
  },

  steps(work, scene) {
    const walk: Step<typeof words> = {
      task: 'walk',
      state: stations.every((station) => work.visited.includes(station)) ? 'done' : 'open',
    }
    return [walk, ...trials.map((trial) => stepOf(trial, work, scene))]
  },
}

/** Why a journey that ends well is no repair of the set-up that is on; null where it is one. */
function shamOf({ trial, broken, setUp, secret }: Work, scene: Scene): keyof (typeof words)['whys'] | null {
  if (trial === 'dropped' && setUp.server !== broken?.setUp.server) return 'back'
  if (boxKey(scene)?.jwk.k !== encode(secret)) return 'forged'
  return Number(claim(scene, 'exp')) > scene.inputs.now + LONGEST ? 'long' : null
}

function stepOf(trial: Trial, work: Work, scene: Scene): Step<typeof words> {
  if (work.solved.includes(trial)) return { task: trial, state: 'done' }
  const fault = trial === work.trial ? faultOf(work, scene) : null
  return fault === null ? { task: trial, state: 'open' } : { task: trial, state: 'wrong', ...fault }
}

/** What the learner got wrong of the set-up that is on; null where that is nothing. */
function faultOf(work: Work, scene: Scene): Pick<Step<typeof words>, 'why' | 'values'> | null {
  const { broken, named, setUp } = work
  const trip = tripOf(work, scene)
  if (broken === null || trip === null) return null
  if (trip.answer?.status === 200 && trip.user === null) return { why: 'anybody' }
  const sham = trip.lost === null ? shamOf(work, scene) : null
  if (sham !== null) return { why: sham }
  const { text, keyText } = scene.inputs
  const isChanged = setUp !== broken.setUp || text !== broken.text || keyText !== broken.keyText
  if (isChanged && trip.lost !== null) {
    // A repair in the wrong place says more than a station that was named wrongly.
    const status = trip.answer === null ? 'none' : String(trip.answer.status)
    return { why: trip.lost === broken.lost ? 'still' : 'elsewhere', values: { status } }
  }
  if (named === null || named === broken.lost) return null
  return { why: stations.indexOf(named) < stations.indexOf(broken.lost) ? 'early' : 'late' }
}
