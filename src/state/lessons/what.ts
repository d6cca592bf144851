import type { words } from '../../content/lessons/what.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { claimAtCaret } from './payload.ts'

/** Who looks at the token. */
export const roles = ['issuer', 'holder', 'verifier'] as const
export type Role = (typeof roles)[number]

const asked = ['issuer', 'subject', 'expiry'] as const
const answers = { issuer: 'iss', subject: 'sub', expiry: 'exp' } as const

export interface Work {
  /** How many of the questions are answered. */
  readonly answered: number
  /** The claim that was clicked last and answered nothing: null for none, '' for what is no claim. */
  readonly missed: string | null
  /** The click that was looked at last, so that one click answers once. */
  readonly seen: Scene['caret']
  readonly roles: readonly Role[]
}

export const what: Lesson<Work, typeof words> = {
  id: 'what',
  start: { answered: 0, missed: null, seen: null, roles: [] },

  async exercise(now) {
    const payload = {
      iss: 'https://login.example.com',
      sub: 'user-42',
      aud: 'https://orders.example.com',
      iat: now,
      exp: now + 300,
      name: 'Ada',
    }
    const header = JSON.stringify({ alg: 'HS256', typ: 'JWT' })
    const text = await signCompact(header, JSON.stringify(payload), 'HS256', generateSecret(32))
    return { inputs: { text, keyText: '', keyFormat: 'detect' }, work: what.start }
  },

  observe(work, scene) {
    const { caret } = scene
    const question = asked[work.answered]
    if (question === undefined || caret === null || caret === work.seen) return work
    const clicked = claimAtCaret(scene)
    if (clicked === answers[question])
      return { ...work, answered: work.answered + 1, missed: null, seen: caret }
    // Where the last right claim was clicked once more, nothing new was answered.
    const before = asked[work.answered - 1]
    const missed = before !== undefined && clicked === answers[before] ? null : (clicked ?? '')
    return { ...work, missed, seen: caret }
  },

  steps({ answered, missed, roles: taken }) {
    const questions = asked.map((task, i): Step<typeof words> => {
      if (i < answered) return { task, state: 'done' }
      if (i > answered || missed === null) return { task, state: 'open' }
      if (missed === '') return { task, state: 'wrong', why: 'elsewhere' }
      return { task, state: 'wrong', why: 'other', values: { name: missed } }
    })
    return [...questions, { task: 'roles', state: roles.every((r) => taken.includes(r)) ? 'done' : 'open' }]
  },
}
