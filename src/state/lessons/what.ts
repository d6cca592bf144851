import type { words } from '../../content/lessons/what.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { chosenClaim, claim, claimsIn } from './payload.ts'

/** Who looks at the token. */
export const roles = ['issuer', 'holder', 'verifier'] as const
export type Role = (typeof roles)[number]

const asked = ['issuer', 'subject', 'expiry'] as const
/** The claims that can answer each: SimpleJWT names the user in one of its own. */
const answers = { issuer: ['iss'], subject: ['sub', 'user_id'], expiry: ['exp'] } as const

export interface Work {
  /** How many of the questions are answered. */
  readonly answered: number
  /** The claim that was clicked last and answered nothing: null for none, '' for what is no claim. */
  readonly missed: string | null
  /** The click that was looked at last, so that one click answers once. */
  readonly seen: Scene['chosen']
  readonly roles: readonly Role[]
}

export const what: Lesson<Work, typeof words> = {
  id: 'what',
  start: { answered: 0, missed: null, seen: null, roles: [] },

  async exercise(now) {
    const payload = {
      token_type: 'access',
      exp: now + 3600,
      iat: now,
      jti: generateSecret(16).k,
      user_id: '42',
      aud: 'https://orders.example.com',
      iss: 'https://login.example.com',
    }
    const header = JSON.stringify({ alg: 'HS256', typ: 'JWT' })
    const text = await signCompact(header, JSON.stringify(payload), 'HS256', generateSecret(32))
    return { inputs: { text, keyText: '', keyFormat: 'detect' }, work: what.start }
  },

  observe(work, scene) {
    const { chosen } = scene
    const question = asked[work.answered]
    if (question === undefined || chosen === null || chosen === work.seen) return work
    const clicked = chosenClaim(scene)
    if (answersTo(question, clicked))
      return { ...work, answered: work.answered + 1, missed: null, seen: chosen }
    // Where the last right claim was clicked once more, nothing new was answered.
    const before = asked[work.answered - 1]
    const missed = before !== undefined && answersTo(before, clicked) ? null : (clicked ?? '')
    return { ...work, missed, seen: chosen }
  },

  steps({ answered, missed, roles: taken }, scene) {
    const questions = asked.map((task, i): Step<typeof words> => {
      if (i < answered) return { task, state: 'done' }
      if (i === answered && isSilent(scene, task)) return { task, state: 'wrong', why: 'silent' }
      if (i > answered || missed === null) return { task, state: 'open' }
      if (missed === '') return { task, state: 'wrong', why: 'elsewhere' }
      return { task, state: 'wrong', why: 'other', values: { name: missed } }
    })
    return [...questions, { task: 'roles', state: roles.every((r) => taken.includes(r)) ? 'done' : 'open' }]
  },
}

type Question = (typeof asked)[number]

function answersTo(question: Question, name: string | null): boolean {
  return answers[question].some((answer) => answer === name)
}

/** Whether a token, such as one of the learner's own, has no claim that answers. */
function isSilent(scene: Scene, question: Question): boolean {
  return claimsIn(scene) !== null && answers[question].every((name) => claim(scene, name) === undefined)
}
