import type { words } from '../../content/lessons/clocks.ts'
import type { KeyPair } from '../../core/produce/generate.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { judgeTime, type NumericDate, timeClaims } from '../../core/validate/time.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { claimsIn } from './payload.ts'

/** What a clock can find, in the order of a token's life. */
const states = ['early', 'valid', 'leeway', 'expired'] as const
type State = (typeof states)[number]

/** More than “a few minutes”, in seconds. */
const WIDE = 300

export interface Work {
  /** What signs here; null before the exercise is there. */
  readonly secret: KeyPair['privateJwk'] | null
  /** Which states the clock was moved to. */
  readonly reached: readonly State[]
  /** The `exp` in milliseconds that the token had last; null where it never had one. */
  readonly broken: number | null
  /** Whether the learner looked at a signed one with the clock moved. */
  readonly tried: boolean
  readonly repaired: boolean
}

export const clocks: Lesson<Work, typeof words> = {
  id: 'clocks',
  start: { secret: null, reached: [], broken: null, tried: false, repaired: false },

  async exercise(now) {
    const secret = generateSecret(32)
    const text = await issue(secret, now, now + 360)
    return {
      inputs: { text, keyText: JSON.stringify(secret), keyFormat: 'detect' },
      work: { ...clocks.start, secret },
    }
  },

  observe(work, scene) {
    const { at } = scene.expectations
    const exp = expOf(scene)
    // A repair that is only half done is no new token to repair.
    const isBroken = inMilliseconds(exp) && isSigned(scene)
    const broken = isBroken ? exp!.seconds : work.broken
    const tried = work.tried || (isBroken && at !== null)
    const repaired = work.repaired || (distance(exp, work.broken) < 1 && isSigned(scene))
    const state = exp?.unit === 'milliseconds' ? null : stateOf(scene)
    const wide = state === 'leeway' && scene.expectations.skew > WIDE
    const isNew = state !== null && !wide && !work.reached.includes(state)
    const reached = isNew ? [...work.reached, state] : work.reached
    return isNew || broken !== work.broken || tried !== work.tried || repaired !== work.repaired
      ? { ...work, reached, broken, tried, repaired }
      : work
  },

  steps(work, scene) {
    const reached = states.map(
      (task): Step<typeof words> => ({ task, state: work.reached.includes(task) ? 'done' : 'open' }),
    )
    if (work.reached.length === 3 && !work.reached.includes('leeway')) reached[2] = missed(scene)
    return [...reached, milliseconds(work, scene), repair(work, scene)]
  },
}

/** A signed token for six minutes, the first of which it has to wait; `exp` as it is to be written. */
export function issue(secret: KeyPair['privateJwk'], now: number, exp: number): Promise<string> {
  const payload = { iss: 'https://login.example.com', sub: 'user-42', iat: now, nbf: now + 60, exp }
  return signCompact('{"alg":"HS256","typ":"JWT"}', JSON.stringify(payload), 'HS256', secret)
}

export function expOf(scene: Pick<Scene, 'inspection'>): NumericDate | null {
  const document = claimsIn(scene)
  return document === null ? null : timeClaims(document).exp
}

/** What the moved clock makes of the token; null where it stands at the present, or there is nothing to say. */
function stateOf(scene: Scene): State | null {
  const { at, skew } = scene.expectations
  const document = claimsIn(scene)
  if (at === null || document === null) return null
  const times = timeClaims(document)
  const holds = (tolerance: number) => judgeTime(times, at, tolerance).state
  const state = holds(skew)
  if (state === 'expired') return state
  if (state === 'not-yet-valid') return 'early'
  if (state !== 'valid') return null
  return holds(0) === 'valid' ? 'valid' : 'leeway'
}

/** Why no moment was found that the tolerance alone makes valid. */
function missed(scene: Scene): Step<typeof words> {
  const task = 'leeway'
  const { at, skew } = scene.expectations
  const document = claimsIn(scene)
  const state = stateOf(scene)
  if (at === null || document === null || state === null) return { task, state: 'open' }
  if (skew === 0) return { task, state: 'wrong', why: 'zero' }
  const { exp, nbf } = timeClaims(document)
  const seconds = (value: number) => ({ seconds: String(Math.round(value)) })
  if (state === 'leeway') return { task, state: 'wrong', why: 'wide', values: seconds(skew) }
  if (state === 'valid') return { task, state: 'wrong', why: 'strict' }
  return state === 'early'
    ? { task, state: 'wrong', why: 'soon', values: seconds(nbf!.seconds! - skew - at) }
    : { task, state: 'wrong', why: 'late', values: seconds(at - exp!.seconds! - skew) }
}

function milliseconds({ tried }: Work, scene: Scene): Step<typeof words> {
  const task = 'milliseconds'
  const exp = expOf(scene)
  if (tried) return { task, state: 'done' }
  if (exp === null) return { task, state: 'open' }
  if (exp.unit === null) return { task, state: 'wrong', why: 'text' }
  if (inMilliseconds(exp))
    return isSigned(scene) ? { task, state: 'open' } : { task, state: 'wrong', why: 'unsigned' }
  const digits = digitsOf(exp)
  return digits > 10
    ? { task, state: 'wrong', why: 'digits', values: { digits: `${digits}` } }
    : { task, state: 'open' }
}

function repair({ tried, broken, repaired }: Work, scene: Scene): Step<typeof words> {
  const task = 'repair'
  if (repaired) return { task, state: 'done' }
  if (!tried || broken === null) return { task, state: 'open' }
  const exp = expOf(scene)
  if (exp === null) return { task, state: 'wrong', why: 'missing' }
  if (exp.seconds === null) return { task, state: 'wrong', why: 'text' }
  // Untouched, it is not wrong yet: it waits to be repaired.
  if (exp.seconds === broken && isSigned(scene)) return { task, state: 'open' }
  if (exp.unit !== 'seconds') {
    const values = { digits: `${digitsOf(exp)}`, year: yearOf(exp.seconds) }
    return { task, state: 'wrong', why: 'still', values }
  }
  const away = distance(exp, broken)
  if (away < 1) return { task, state: 'wrong', why: 'unsigned' }
  return { task, state: 'wrong', why: 'moment', values: { seconds: Math.round(away).toLocaleString('en') } }
}

/** Seconds between an `exp` and the moment that one in milliseconds meant. */
function distance(exp: NumericDate | null, broken: number | null): number {
  return exp?.unit === 'seconds' && broken !== null ? Math.abs(exp.seconds! - broken / 1000) : Infinity
}

function inMilliseconds(exp: NumericDate | null): boolean {
  return exp?.unit === 'milliseconds' && digitsOf(exp) === 13
}

function digitsOf({ text }: NumericDate): number {
  return text.replace(/\..*/, '').replace(/\D/g, '').length
}

/** The year of a time in seconds, of the Gregorian calendar, also where no Date reaches. */
export function yearOf(seconds: number): string {
  return Math.floor(1970 + seconds / 31_556_952).toLocaleString('en')
}

function isSigned({ word }: Scene): boolean {
  return word === 'verified'
}
