import type { words } from '../../content/lessons/public-keys.ts'
import type { KeyMaterial } from '../../core/keys/material.ts'
import { generatePair, type KeyPair } from '../../core/produce/generate.ts'
import { signatureOver, signCompact, signingInputOf } from '../../core/produce/sign.ts'
import { inOrder } from './inOrder.ts'
import type { Lesson, Scene } from './lesson.ts'
import { keyIn, objectText, type Signed, signedIn } from './signed.ts'

export const algs = ['ES256', 'RS256'] as const
export type Alg = (typeof algs)[number]

/** A token that the learner signed with a private key. */
interface Own extends Signed {
  readonly alg: Alg
  readonly octets: number
  /** It verified in the inspector, with public keys alone in the Key box. */
  readonly verified: boolean
}

/** What came of signing with the key in the Key box. */
export interface Attempt {
  readonly alg: Alg
  /** The browser's name for its refusal; null where it did sign. */
  readonly refusal: string | null
  /** Members that the JWK has, and those that it would need besides. */
  readonly has: readonly string[]
  readonly lacks: readonly string[]
}

/** With the two pairs; null until they are made. */
export interface Work extends Readonly<Record<Alg, KeyPair | null>> {
  /** The claims of the exercise, signed where there are no others in the box. */
  readonly payload: string
  /** The last ones, in the order in which they were made. */
  readonly signed: readonly Own[]
  readonly attempt: Attempt | null
  /** What the learner takes for the ratio of the lengths; null before. */
  readonly ratio: number | null
  readonly done: readonly ('verify' | 'attempt' | 'twice' | 'sizes')[]
}

/** Tokens that are remembered. */
const MOST = 12

export const publicKeys: Lesson<Work, typeof words> = {
  id: 'public-keys',
  start: { ES256: null, RS256: null, payload: '', signed: [], attempt: null, ratio: null, done: [] },

  async exercise(now) {
    const { privateJwk } = await generatePair('ES256')
    const payload = JSON.stringify({
      iss: 'https://login.example.com',
      sub: 'user-42',
      iat: now,
      exp: now + 3600,
    })
    const text = await signCompact(headerOf('ES256'), payload, 'ES256', privateJwk)
    return { inputs: { text, keyText: '', keyFormat: 'detect' }, work: { ...publicKeys.start, payload } }
  },

  observe(work, scene) {
    let next = work
    const finish = (task: Work['done'][number]) => {
      if (!next.done.includes(task)) next = { ...next, done: [...next.done, task] }
    }
    const own = ownIn(work, scene)
    if (own !== null && scene.word === 'verified' && isPublicAlone(scene)) {
      if (!own.verified) {
        const signed = work.signed.map((one) => (one === own ? { ...one, verified: true } : one))
        next = { ...next, signed }
      }
      finish('verify')
    }
    if (work.attempt !== null && !work.attempt.has.includes('d')) finish('attempt')
    const good = next.signed.filter(({ alg, verified }) => alg === 'ES256' && verified)
    if (good.some((one) => good.some((other) => isTwin(one, other)))) finish('twice')
    const ratio = ratioOf(work)
    if (ratio !== null && work.ratio === ratio) finish('sizes')
    return next
  },

  steps(work, scene) {
    const { attempt, done, ratio } = work
    return inOrder<typeof words>([
      ['pairs', algs.every((alg) => work[alg] !== null)],
      ['verify', done.includes('verify'), () => whyUnverified(work, scene)],
      ['attempt', done.includes('attempt'), () => attempt && 'worked'],
      ['twice', done.includes('twice'), () => whyNotTwice(work)],
      [
        'sizes',
        done.includes('sizes'),
        () => {
          if (ratio === null || ratioOf(work) === null) return null
          const values = { es: `${lengthOf(work, 'ES256')}`, rs: `${lengthOf(work, 'RS256')}` }
          return { why: 'ratio', values }
        },
      ],
    ])
  },
}

function headerOf(alg: Alg): string {
  return JSON.stringify({ alg, typ: 'JWT' })
}

/** The learner's own token that is in the box; null where it is another. */
function ownIn({ signed }: Work, scene: Scene): Own | null {
  const here = signedIn(scene)
  return signed.find((own) => own.input === here?.input && own.signature === here.signature) ?? null
}

/** Nothing in the Key box could sign. */
function isPublicAlone({ answer }: Scene): boolean {
  return (
    answer?.key.kind === 'read' &&
    answer.key.keys.keys.every(({ fromPrivate, jwk }) => !fromPrivate && jwk.kty !== 'oct')
  )
}

function isTwin(one: Own, other: Own): boolean {
  return one.input === other.input && one.signature !== other.signature
}

function whyUnverified(work: Work, scene: Scene): keyof (typeof words)['whys'] | ReturnType<typeof kind> {
  const key = keyIn(scene)
  if (key === null || scene.word === 'checking') return null
  if (!isPublicAlone(scene)) return 'private'
  if (scene.word === 'impossible') return kind(scene)
  const isOwn = algs.some((alg) => isHalf(key, work[alg]))
  if (!isOwn) return 'foreign'
  return scene.word === 'failed' ? 'stranger' : null
}

function kind({ inspection: { token } }: Scene) {
  const alg = token?.header.alg
  return alg == null ? null : ({ why: 'kind', values: { alg } } as const)
}

/** Whether this is the public half of the pair. */
function isHalf({ jwk }: KeyMaterial, pair: KeyPair | null): boolean {
  return pair !== null && jwk.n === pair.publicJwk.n && jwk.x === pair.publicJwk.x
}

function whyNotTwice({ signed }: Work): keyof (typeof words)['whys'] | null {
  const [one, other] = signed.slice(-2)
  if (one === undefined || other === undefined || one.alg !== other.alg) return null
  if (one.input !== other.input) return 'input'
  if (one.alg === 'RS256') return 'same'
  return one.verified && other.verified ? null : 'unseen'
}

/** Octets of the newest signature that was made so; null before. */
export function lengthOf({ signed }: Work, of: Alg): number | null {
  return signed.findLast(({ alg }) => alg === of)?.octets ?? null
}

/** How many times as long an RS256 signature is; null until both were made. */
function ratioOf(work: Work): number | null {
  const [es, rs] = algs.map((alg) => lengthOf(work, alg))
  return es == null || rs == null ? null : rs / es
}

/** Members of the private half that the public one does not have. */
export function privateMembers({ publicJwk, privateJwk }: KeyPair): readonly string[] {
  return Object.keys(privateJwk).filter((name) => !(name in publicJwk))
}

/** The claims of the token in the box, signed under a header with this algorithm. */
async function signedAs(work: Work, scene: Scene, alg: Alg, jwk: KeyPair['privateJwk']): Promise<Own> {
  const input = signingInputOf(headerOf(alg), objectText(scene, 'payload') ?? work.payload)
  const signature = await signatureOver(input, alg, jwk)
  return { alg, input, signature, octets: Math.floor((signature.length * 3) / 4), verified: false }
}

/** What the lesson remembers once this pair is made. */
export async function madePair(alg: Alg): Promise<Partial<Work>> {
  return { [alg]: await generatePair(alg) }
}

/** Signs with the learner's private key. */
export async function signOwn(
  work: Work,
  scene: Scene,
  alg: Alg,
): Promise<{ text: string; change: Partial<Work> }> {
  const own = await signedAs(work, scene, alg, work[alg]!.privateJwk)
  return { text: `${own.input}.${own.signature}`, change: { signed: [...work.signed, own].slice(-MOST) } }
}

/** Really tries to sign with what the Key box holds; null where that is no key for either algorithm. */
export async function attemptWith(work: Work, scene: Scene): Promise<Attempt | null> {
  const key = keyIn(scene)
  const alg = key?.jwk.kty === 'RSA' ? 'RS256' : key?.jwk.crv === 'P-256' ? 'ES256' : null
  if (key === null || alg === null) return null
  const jwk = key.privateJwk ?? key.jwk
  const has = Object.keys(jwk)
  const pair = work[alg]
  const wanted = pair === null ? ['d'] : privateMembers(pair)
  const lacks = wanted.filter((name) => !has.includes(name))
  try {
    await signedAs(work, scene, alg, jwk)
    return { alg, refusal: null, has, lacks }
  } catch (error) {
    return { alg, refusal: (error as Error).name, has, lacks }
  }
}
