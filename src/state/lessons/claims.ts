import type { ValueType } from '../../content/claims.ts'
import type { words } from '../../content/lessons/claims.ts'
import type { JsonDocument } from '../../core/json/document.ts'
import { memberValue, toPlain } from '../../core/json/read.ts'
import type { Finding } from '../../core/lint/finding.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { type TimeName, timeClaims } from '../../core/validate/time.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { chosenClaim, claim, claimsIn, namesIn } from './payload.ts'
import { keyIn } from './signed.ts'

export const SERVICE = 'https://orders.example.com'
const DIGITS = '4711'
const AHEAD = 300

export interface Work {
  /** The issuer's, base64url. */
  readonly secret: string
  /** The claims as they were written at first. */
  readonly written: Readonly<Record<string, string>>
  readonly known: boolean
  /** The claim that was clicked last and is not the one; null for none, '' for what is no claim. */
  readonly missed: string | null
  /** The click that was looked at last. */
  readonly seen: Scene['chosen']
}

/** What is known of names and tokens elsewhere. */
export interface Judges {
  /** Whether a claim is in the IANA registry. */
  isRegistered(name: string): boolean
  /** What a registered claim has to be; undefined for any other. */
  typeOf(name: string): ValueType | undefined
  /** What the Findings list has. */
  findingsIn(scene: Scene): readonly Finding[]
}

type Made = Step<typeof words>

export function claimsLesson(judges: Judges): Lesson<Work, typeof words> {
  const start: Work = { secret: '', written: {}, known: false, missed: null, seen: null }
  return {
    id: 'claims',
    start,

    async exercise(now) {
      const payload = {
        iss: 'https://login.example.com',
        sub: Number(DIGITS),
        aud: 'https://billing.example.com',
        client_id: 'shop',
        jti: generateSecret(16).k,
        iat: now * 1000,
        exp: String(now + 3600),
        'https://shop.example.com/tier': 'gold',
        cart: 'blue-7',
      }
      const key = generateSecret(32)
      const header = JSON.stringify({ alg: 'HS256', typ: 'at+jwt' })
      const text = await signCompact(header, JSON.stringify(payload, null, 2), 'HS256', key)
      const written = Object.fromEntries(
        Object.entries(payload).map(([name, value]) => [name, JSON.stringify(value)]),
      )
      return {
        inputs: { text, keyText: JSON.stringify(key), keyFormat: 'detect' },
        work: { ...start, secret: key.k, written },
      }
    },

    observe(work, scene) {
      const { chosen } = scene
      if (work.known || chosen === null || chosen === work.seen) return work
      if (ownClaims(work, scene) === null) return { ...work, seen: chosen }
      const clicked = chosenClaim(scene)
      const known = clicked !== null && !isPublic(clicked) && !judges.isRegistered(clicked)
      return { ...work, known, missed: known ? null : (clicked ?? ''), seen: chosen }
    },

    steps(work, scene) {
      const document = ownClaims(work, scene)
      const repairs =
        document === null
          ? (['exp', 'iat', 'sub', 'aud'] as const).map((task): Made => ({ task, state: 'open' }))
          : [
              time('exp', document, work, scene),
              time('iat', document, work, scene),
              subject(document, work),
              audience(document, work),
            ]
      return [
        reading(work, judges),
        ...repairs,
        addition(work, scene, judges),
        whole(
          repairs.every(({ state }) => state === 'done'),
          work,
          scene,
          judges,
        ),
      ]
    },
  }
}

/** The claims set in the box where it is still that of the exercise: one of these three is as it was. */
function ownClaims({ written }: Work, scene: Scene): JsonDocument | null {
  const document = claimsIn(scene)
  const isKept = (name: string) => document !== null && writtenAs(document, name) === written[name]
  return ['jti', 'cart', 'https://shop.example.com/tier'].some(isKept) ? document : null
}

/** A claim as it is written; null where it is absent. */
function writtenAs(document: JsonDocument, name: string): string | null {
  const node = memberValue(document, 0, name)
  return node === null ? null : document.text.slice(document.from[node], document.to[node])
}

/** A name that its owner's address keeps from colliding. */
function isPublic(name: string): boolean {
  return /[:/.]/.test(name)
}

/** Of these claims the first that has not the type that its definition gives it; null where there is none. */
function mistyped(
  names: readonly string[],
  scene: Scene,
  { typeOf }: Judges,
): Pick<Made, 'state' | 'why' | 'values'> | null {
  for (const name of names) {
    const type = jsonType(typeOf(name) ?? 'any')
    const value = claim(scene, name)
    const is = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
    if (type !== is && type !== 'any' && type !== 'stringOrArray')
      return { state: 'wrong', why: 'type', values: { name, type } }
  }
  return null
}

/** What a value of this type is in JSON; of several shapes none is wrong. */
function jsonType(type: ValueType): string {
  if (type === 'seconds' || type === 'numericDate') return 'number'
  return /uri$|64/i.test(type) ? 'string' : type
}

function addition(work: Work, scene: Scene, judges: Judges): Made {
  const task = 'added'
  if (ownClaims(work, scene) === null) return { task, state: 'open' }
  const added = namesIn(scene).filter((name) => !(name in work.written) && judges.isRegistered(name))
  if (added.length === 0) return { task, state: 'open' }
  return { task, state: 'done', ...mistyped(added, scene, judges) }
}

function reading({ known, missed }: Work, { isRegistered }: Judges): Made {
  const task = 'private'
  if (known) return { task, state: 'done' }
  if (missed === null) return { task, state: 'open' }
  if (missed === '') return { task, state: 'wrong', why: 'elsewhere' }
  return {
    task,
    state: 'wrong',
    why: isRegistered(missed) ? 'registered' : 'public',
    values: { name: missed },
  }
}

/** What is said of a claim that is absent, or as it was; null where it was changed. */
function untouched(
  task: TimeName | 'sub' | 'aud',
  document: JsonDocument,
  { written }: Work,
): Pick<Made, 'state' | 'why' | 'values'> | null {
  const text = writtenAs(document, task)
  if (text === null) return { state: 'wrong', why: 'gone', values: { name: task } }
  return text === written[task] ? { state: 'open' } : null
}

function time(task: 'exp' | 'iat', document: JsonDocument, work: Work, scene: Scene): Made {
  const before = untouched(task, document, work)
  if (before !== null) return { task, ...before }
  const { seconds, unit, text } = timeClaims(document)[task]!
  const now = scene.expectations.at ?? scene.inputs.now
  if (seconds === null) return { task, state: 'wrong', why: 'text', values: { name: task } }
  if (unit !== 'seconds') return { task, state: 'wrong', why: 'unit', values: { value: text.slice(0, 40) } }
  if (task === 'exp' && seconds <= now) return { task, state: 'wrong', why: 'past' }
  if (task === 'iat' && seconds > now + AHEAD) return { task, state: 'wrong', why: 'ahead' }
  return { task, state: 'done' }
}

function subject(document: JsonDocument, work: Work): Made {
  const task = 'sub'
  const before = untouched(task, document, work)
  if (before !== null) return { task, ...before }
  const value = toPlain(document, memberValue(document, 0, task)!)
  if (typeof value !== 'string') return { task, state: 'wrong', why: 'number' }
  const other = { task, state: 'wrong', why: 'other', values: { digits: DIGITS } } as const
  if (!value.split(/\D+/).includes(DIGITS)) return other
  // RFC 3986 section 3.1: what a URI begins with.
  if (value.includes(':') && !/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(value))
    return { task, state: 'wrong', why: 'colon' }
  // An identifier with the digits in it, and no words around them.
  return /\s/.test(value) ? other : { task, state: 'done' }
}

function audience(document: JsonDocument, work: Work): Made {
  const task = 'aud'
  const before = untouched(task, document, work)
  if (before !== null) return { task, ...before }
  const value = toPlain(document, memberValue(document, 0, task)!)
  if (!Array.isArray(value) || !value.includes(SERVICE))
    return { task, state: 'wrong', why: value === SERVICE ? 'string' : 'without' }
  return value.every((one) => typeof one === 'string')
    ? { task, state: 'done' }
    : { task, state: 'wrong', why: 'type', values: { name: 'aud', type: 'array of strings' } }
}

function whole(isRepaired: boolean, { secret }: Work, scene: Scene, judges: Judges): Made {
  const task = 'whole'
  if (!isRepaired || scene.answer === null) return { task, state: 'open' }
  const odd = mistyped(namesIn(scene), scene, judges)
  if (odd !== null) return { task, ...odd }
  const count = judges.findingsIn(scene).length
  if (count > 0) return { task, state: 'wrong', why: 'findings', values: { count: String(count) } }
  if (scene.word !== 'verified') return { task, state: 'wrong', why: 'unsigned' }
  return keyIn(scene)?.jwk.k === secret ? { task, state: 'done' } : { task, state: 'wrong', why: 'key' }
}
