import type { words } from '../../content/lessons/three-parts.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { difference } from './difference.ts'
import type { Lesson, Scene, Step } from './lesson.ts'

/** What a part can be taken for; the first three are what the parts are, in their order. */
export const guesses = ['header', 'payload', 'signature', 'key', 'hidden'] as const
export type Guess = (typeof guesses)[number]

type Marks = readonly [number, number]
type Guesses = readonly [Guess | null, Guess | null, Guess | null]

export interface Work {
  /** The token to cut. */
  readonly token: string
  /** On which of its characters the marks stand. */
  readonly marks: Marks
  /** Where it was cut last. */
  readonly cut: Marks | null
  readonly guesses: Guesses
  /** The guesses that were put to the test last. */
  readonly asked: Guesses | null
  /** The three parts that this token had in the Token box last. */
  readonly parts: readonly string[]
  /** Into which of the parts something was typed. */
  readonly typed: readonly number[]
  readonly removed: boolean
  readonly unsecured: boolean
}

/** Where a token was cut right: it has just two dots. */
export function isCut({ token, cut }: Pick<Work, 'token' | 'cut'>): boolean {
  return cut !== null && cut[0] !== cut[1] && cut.every((at) => token[at] === '.')
}

/** All three parts are taken for what they are. */
export function areRight(asked: Guesses | null): boolean {
  return asked?.every((guess, i) => guess === guesses[i]) ?? false
}

/** The characters of the parts of a token that was cut right. */
export function partsOf({ token }: Pick<Work, 'token'>): readonly string[] {
  return token.split('.')
}

export const threeParts: Lesson<Work, typeof words> = {
  id: 'three-parts',
  start: {
    token: '',
    marks: [0, 0],
    cut: null,
    guesses: [null, null, null],
    asked: null,
    parts: [],
    typed: [],
    removed: false,
    unsecured: false,
  },

  async exercise(now) {
    const claims = {
      iss: 'https://login.example.com',
      sub: 'user-42',
      name: 'Ada',
      iat: now,
      exp: now + 3600,
    }
    const header = JSON.stringify({ alg: 'HS256', typ: 'JWT' })
    const key = generateSecret(32)
    const token = await signCompact(header, JSON.stringify(claims), 'HS256', key)
    const marks = [12, token.length - 12] as const
    return {
      // The token comes into the box when it was cut and guessed at.
      inputs: { text: '', keyText: JSON.stringify(key), keyFormat: 'detect' },
      work: { ...threeParts.start, token, marks, parts: partsOf({ token }) },
    }
  },

  observe(work, scene) {
    if (!areRight(work.asked)) return work
    const { unsecured, removed } = work
    const parts = partsIn(scene)
    // Another token was put there.
    if (!isOwn(work, parts)) return work
    const isEmpty = parts.length === 3 && parts[2] === ''
    const now = {
      removed: removed || isEmpty,
      unsecured: unsecured || (isEmpty && scene.word === 'unsecured'),
    }
    const changed = parts.flatMap((part, i) => (part === work.parts[i] ? [] : [i]))
    if (parts.length === 3 && changed.length > 0) {
      // What differs in several parts was not typed into them.
      const [one] = changed as [number]
      const isTyped = changed.length === 1 && wasTyped(work.parts[one] ?? '', parts[one]!)
      const typed = isTyped ? [...new Set([...work.typed, one])] : work.typed
      return { ...work, ...now, parts, typed }
    }
    return now.removed === removed && now.unsecured === unsecured ? work : { ...work, ...now }
  },

  steps(work, scene) {
    return [
      cutting(work),
      guessing(work),
      typing(work, scene),
      removing(work, scene),
      { task: 'unsecured', ...(work.unsecured ? { state: 'done' } : insecurity(work, scene)) },
    ]
  },
}

function partsIn({ inspection: { text, token } }: Scene): readonly string[] {
  const whole = token === null ? text.trim() : text.slice(token.span.from, token.span.to)
  return whole.split('.')
}

/** Whether characters were typed somewhere into a part, or over one of its own: not what deletes, or puts another part there. */
function wasTyped(before: string, after: string): boolean {
  const { gone, come } = difference(before, after)
  // Quick fingers type more than one before anybody looks.
  return gone.length <= 1 && come !== '' && come.length <= 8
}

/** Whether these are parts of the token that was cut, with what was done to it since. */
function isOwn({ token, parts }: Work, [header, payload, signature]: readonly string[]): boolean {
  const isKept = payload === parts[1] || payload === partsOf({ token })[1]
  return isKept || (header === parts[0] && signature === parts[2])
}

function cutting(work: Work): Step<typeof words> {
  const { token, cut } = work
  if (cut === null) return { task: 'cuts', state: 'open' }
  if (isCut(work)) return { task: 'cuts', state: 'done' }
  const off = cut.map((at) => token[at] ?? '').filter((character) => character !== '.')
  if (off.length === 0) return { task: 'cuts', state: 'wrong', why: 'oneDot' }
  return { task: 'cuts', state: 'wrong', why: 'offDot', values: { characters: off.join('” and “') } }
}

const notThat = ['notHeader', 'notPayload', 'notSignature'] as const

function guessing({ asked }: Work): Step<typeof words> {
  if (asked === null) return { task: 'predict', state: 'open' }
  const wrong = asked.findIndex((guess, i) => guess !== guesses[i])
  if (wrong < 0) return { task: 'predict', state: 'done' }
  const why = asked[wrong] === null ? 'unsaid' : notThat[wrong]!
  return { task: 'predict', state: 'wrong', why, values: { part: String(wrong + 1) } }
}

function typing({ asked, typed }: Work, scene: Scene): Step<typeof words> {
  if (typed.length === 3) return { task: 'typed', state: 'done' }
  const count = partsIn(scene).length
  return areRight(asked) && count > 3
    ? { task: 'typed', state: 'wrong', why: 'dots', values: { count: String(count) } }
    : { task: 'typed', state: 'open' }
}

function removing(work: Work, scene: Scene): Step<typeof words> {
  const { asked, removed, parts } = work
  if (removed) return { task: 'removed', state: 'done' }
  const now = partsIn(scene)
  if (areRight(asked) && now[2] === '' && !isOwn(work, now))
    return { task: 'removed', state: 'wrong', why: 'another' }
  const isWithoutDot = areRight(asked) && now.length === 2 && now[0] === parts[0]
  return isWithoutDot
    ? { task: 'removed', state: 'wrong', why: 'dotGone' }
    : { task: 'removed', state: 'open' }
}

function insecurity(work: Work, scene: Scene): Omit<Step<typeof words>, 'task'> {
  const alg = scene.inspection.token?.header.alg ?? ''
  if (!areRight(work.asked) || alg.toLowerCase() !== 'none') return { state: 'open' }
  const parts = partsIn(scene)
  if (!isOwn(work, parts)) return { state: 'wrong', why: 'another' }
  if (alg !== 'none') return { state: 'wrong', why: 'spelling', values: { alg } }
  if (parts.length === 2) return { state: 'wrong', why: 'dotGone' }
  return parts[2] === '' ? { state: 'open' } : { state: 'wrong', why: 'stillSigned' }
}
