import type { words } from '../../content/lessons/jwks.ts'
import { readKeys } from '../../core/keys/index.ts'
import type { KeyMaterial } from '../../core/keys/material.ts'
import { thumbprint } from '../../core/keys/thumbprint.ts'
import type { KeyPair } from '../../core/produce/generate.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import {
  aliveAt,
  generateKeys,
  type Issued,
  issueAll,
  type Kid,
  kids,
  naive,
  type Outcome,
  POINTS,
  STEP,
  setText,
} from './rotation.ts'

type Sets = readonly (readonly Kid[])[]

export interface Work {
  readonly keys: readonly KeyPair[]
  readonly tokens: readonly Issued[]
  /** When point 0 is, in seconds since the epoch. */
  readonly start: number
  /** The thumbprint whose key is looked for. */
  readonly wanted: string
  /** The kid that was chosen last, and whether the right one ever was. */
  readonly picked: Kid | null
  /** The text it was chosen for. */
  readonly pickedFor: string
  readonly found: boolean
  /** Where on the time line the learner is; null before the first move. */
  readonly at: number | null
  readonly seen: readonly number[]
  /** What is published at each point. */
  readonly sets: Sets
  /** What came of verifying with just these sets; null before. */
  readonly tried: { readonly sets: Sets; readonly outcomes: readonly Outcome[] } | null
  readonly matched: boolean
}

export const jwks: Lesson<Work, typeof words> = {
  id: 'jwks',
  start: {
    keys: [],
    tokens: [],
    start: 0,
    wanted: '',
    picked: null,
    pickedFor: '',
    found: false,
    at: null,
    seen: [],
    sets: naive,
    tried: null,
    matched: false,
  },

  async exercise(now) {
    const keys = await generateKeys()
    const tokens = await issueAll(keys, now)
    // The oldest key stands last: the place in a set says nothing.
    const keyText = setText([keys[1]!, keys[2]!, keys[0]!], kids)
    const reading = await readKeys(keyText, 'jwk-set')
    const prints = await Promise.all((reading.ok ? reading.value.keys : []).map(thumbprint))
    const wanted = prints.toSorted()[0] ?? ''
    const { text } = aliveAt(tokens, now).at(-1)!
    return {
      inputs: { text, keyText, keyFormat: 'detect' },
      work: { ...jwks.start, keys, tokens, start: now, wanted },
    }
  },

  observe(work, scene) {
    const { at, seen } = work
    const found = work.found || (work.picked !== null && work.picked === decidingKid(work, scene))
    const matched = work.matched || printAlone(work, scene) === work.wanted
    const isNew = at !== null && !seen.includes(at)
    return isNew || found !== work.found || matched !== work.matched
      ? { ...work, found, matched, seen: isNew ? [...seen, at] : seen }
      : work
  },

  steps(work, scene) {
    return [pick(work, scene), keep(work), publish(work), retire(work), match(work, scene)]
  },
}

/** What is published from a point on, with a key added or taken away there and ever after. */
export function withKey(sets: Sets, from: number, kid: Kid, isIn: boolean): Sets {
  return sets.map((set, point) => {
    if (point < from || set.includes(kid) === isIn) return set
    return isIn
      ? kids.filter((name) => name === kid || set.includes(name))
      : set.filter((name) => name !== kid)
  })
}

/** The unexpired tokens at a point, oldest first. */
export function tokensAt({ tokens, start }: Work, point: number): readonly Issued[] {
  return aliveAt(tokens, start + point * STEP)
}

/** What is hashed for the thumbprint of the key in the box (RFC 7638 section 3); null where there is none alone on a curve. */
export function hashedText(work: Work, scene: Scene): string | null {
  const key = aloneIn(work, scene)
  if (key === null || key.jwk.kty !== 'EC') return null
  const { crv, kty, x, y } = key.jwk
  return JSON.stringify({ crv, kty, x, y })
}

/** The thumbprint of the key in the box, where the learner put one there. */
export function printAlone(work: Work, scene: Scene): string | null {
  return aloneIn(work, scene) !== null && scene.answer?.key.kind === 'read'
    ? scene.answer.key.thumbprint
    : null
}

/** The one key in the box; null for several, and for the set that the time line put there, which may have but one. */
function aloneIn({ keys, sets, at }: Work, { answer, inputs }: Scene): KeyMaterial | null {
  const isPublished = at !== null && inputs.keyText === setText(keys, sets[at]!)
  if (answer?.key.kind !== 'read' || isPublished) return null
  const all = answer.key.keys.keys
  return all.length === 1 ? all[0]! : null
}

/** The kid of the key that the signature matches, of the token that a key was chosen for. */
function decidingKid({ pickedFor }: Work, { inputs, answer, word }: Scene): string | null {
  return inputs.text === pickedFor && word === 'verified' && answer?.key.kind === 'read'
    ? (answer.key.key?.jwk.kid ?? null)
    : null
}

function pick(work: Work, scene: Scene): Step<typeof words> {
  const task = 'pick'
  const { found, picked } = work
  if (found) return { task, state: 'done' }
  return picked === null || decidingKid(work, scene) === null
    ? { task, state: 'open' }
    : { task, state: 'wrong', why: 'other', values: { name: picked } }
}

/** What came of each point for the sets as they are now; null while it is tried out. */
export function outcomesOf({ tried, sets }: Work): readonly Outcome[] | null {
  return tried?.sets === sets ? tried.outcomes : null
}

function keep(work: Work): Step<typeof words> {
  const task = 'keep'
  const outcomes = outcomesOf(work)
  if (outcomes === null) return { task, state: 'open' }
  for (const [point, { oldest, newest }] of outcomes.entries()) {
    if (!work.seen.includes(point) || (oldest && newest)) continue
    const alive = tokensAt(work, point)
    const [why, token] = oldest ? (['newest', alive.at(-1)] as const) : (['oldest', alive[0]] as const)
    return { task, state: 'wrong', why, values: { point: `${point}`, name: token!.kid } }
  }
  return { task, state: isKept(work) ? 'done' : 'open' }
}

/** Whether every point was looked at, and has no outage. */
function isKept(work: Work): boolean {
  const outcomes = outcomesOf(work)
  return work.seen.length === POINTS && (outcomes?.every(({ oldest, newest }) => oldest && newest) ?? false)
}

function publish(work: Work): Step<typeof words> {
  const task = 'publish'
  const outcomes = outcomesOf(work)
  if (outcomes === null) return { task, state: 'open' }
  const late = outcomes.findIndex(({ copied }) => !copied)
  if (late < 0) return { task, state: 'done' }
  if (!work.seen.includes(late)) return { task, state: 'open' }
  const name = tokensAt(work, late).at(-1)!.kid
  return { task, state: 'wrong', why: 'copy', values: { point: `${late}`, name } }
}

/** Nothing is retired well that was needed: it counts once there is no outage. */
function retire(work: Work): Step<typeof words> {
  const task = 'retire'
  const last = POINTS - 1
  if (!work.seen.includes(last)) return { task, state: 'open' }
  const needed = tokensAt(work, last).map(({ kid }) => kid)
  const stale = work.sets[last]!.find((kid) => !needed.includes(kid))
  if (stale !== undefined) return { task, state: 'wrong', why: 'stale', values: { name: stale } }
  return { task, state: isKept(work) ? 'done' : 'open' }
}

function match(work: Work, scene: Scene): Step<typeof words> {
  const task = 'thumbprint'
  if (work.matched) return { task, state: 'done' }
  const print = printAlone(work, scene)
  return print === null ? { task, state: 'open' } : { task, state: 'wrong', why: 'print', values: { print } }
}
