import type { words } from '../../content/lessons/signing-input.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { encode, signatureOver, signCompact } from '../../core/produce/sign.ts'
import { difference } from './difference.ts'
import { inOrder } from './inOrder.ts'
import type { Lesson, Scene } from './lesson.ts'
import { bare, keyIn, objectText, type Signed, signedIn } from './signed.ts'

/** What may go into HMAC, in the order in which it does. */
export const pieces = ['header', 'dot', 'payload', 'second'] as const
export type Piece = (typeof pieces)[number]

/** What the learner had computed. */
export interface Made {
  readonly of: readonly Piece[]
  /** Whether the pieces were taken as characters of the token, or as the JSON that they decode to. */
  readonly as: 'characters' | 'json'
  /** The secret, in base64url, and what came of it. */
  readonly k: string
  readonly mac: string
  /** The signature that the token had then. */
  readonly signature: string
}

export interface Work {
  /** As it is handed to the learner: in base64url, with a character that base64 does not have. */
  readonly secret: string
  /** The token as it verified last, and its payload. */
  readonly good: (Signed & { readonly payload: string }) | null
  readonly text: boolean
  readonly reading: boolean
  readonly made: Made | null
  readonly computed: boolean
  /** The token once white space was put in. */
  readonly spaced: (Signed & { readonly payload: string }) | null
  readonly resigned: boolean
}

export const signingInput: Lesson<Work, typeof words> = {
  id: 'signing-input',
  start: {
    secret: '',
    good: null,
    text: false,
    reading: false,
    made: null,
    computed: false,
    spaced: null,
    resigned: false,
  },

  async exercise(now) {
    let secret = generateSecret(32)
    while (!/[-_]/.test(secret.k)) secret = generateSecret(32)
    const payload = JSON.stringify({
      iss: 'https://login.example.com',
      sub: 'user-42',
      iat: now,
      exp: now + 3600,
    })
    const text = await signCompact('{"alg":"HS256","typ":"JWT"}', payload, 'HS256', secret)
    const dot = text.lastIndexOf('.')
    const good = { input: text.slice(0, dot), signature: text.slice(dot + 1), payload }
    return {
      inputs: { text, keyText: '', keyFormat: 'detect' },
      work: { ...signingInput.start, secret: secret.k, good },
    }
  },

  observe(work, scene) {
    const { secret, good, made } = work
    const here = signedIn(scene)
    const key = keyIn(scene)
    if (here === null || key === null || good === null) return work
    const isRight = key.jwk.k === secret
    const verifies = isRight && scene.word === 'verified'
    const payload = objectText(scene, 'payload')
    let next = work
    const reach = (change: Partial<Work>) => {
      next = { ...next, ...change }
    }
    if (!work.text && key.jwk.k === encode(secret) && scene.word === 'failed') reach({ text: true })
    if (!work.reading && work.text && verifies) reach({ reading: true })
    if (!work.computed && made !== null && made.mac === here.signature && verifies) reach({ computed: true })
    if (
      work.spaced === null &&
      work.computed &&
      isRight &&
      whiteSpaceAlone(good, here, payload) &&
      isOneSpace(good.payload, payload!)
    )
      reach({ spaced: { ...here, payload: payload! } })
    const { spaced } = work
    if (!work.resigned && spaced !== null && verifies && isResigned(spaced, here, payload))
      reach({ resigned: true })
    if (verifies && payload !== null && good.input !== here.input) reach({ good: { ...here, payload } })
    return next
  },

  steps(work, scene) {
    const { secret, good, made, spaced } = work
    const here = signedIn(scene)
    const key = keyIn(scene)
    const payload = objectText(scene, 'payload')
    const isRight = key?.jwk.k === secret
    const asText = encode(secret)
    return inOrder<typeof words>([
      [
        'text',
        work.text,
        () => {
          if (key === null || scene.word === 'checking' || key.jwk.k === asText) return null
          if (isRight) return 'early'
          return { why: 'secret', values: { found: `${key.bits / 8}`, wanted: `${secret.length}` } }
        },
      ],
      [
        'reading',
        work.reading,
        () => {
          if (scene.answer?.key.kind === 'unreadable') return 'unread'
          if (key === null || isRight || key.jwk.k === asText) return null
          return 'reading'
        },
      ],
      ['compute', work.computed, () => (made === null ? null : whyNot(made, secret))],
      [
        'space',
        spaced !== null,
        () => {
          if (here === null || good === null || here.input === good.input) return null
          if (!isRight) return 'key'
          if (payload === null) return 'broken'
          if (bare(payload) !== bare(good.payload) || !sameHeader(good, here)) return 'value'
          return here.signature === good.signature ? 'place' : null
        },
      ],
      [
        'resign',
        work.resigned,
        () => {
          if (here === null || spaced === null || scene.answer === null) return null
          if (!isRight) return 'key'
          if (here.input === spaced.input && here.signature === spaced.signature) return null
          if (payload === null) return 'broken'
          if (scene.word === 'verified' && here.signature === spaced.signature) return 'back'
          return scene.word === 'verified' ? 'value' : 'unsigned'
        },
      ],
    ])
  },
}

function sameHeader(one: Signed, other: Signed): boolean {
  return one.input.split('.')[0] === other.input.split('.')[0]
}

/** The token as it was, with its old signature, but for white space in its payload. */
function whiteSpaceAlone(good: NonNullable<Work['good']>, here: Signed, payload: string | null): boolean {
  return (
    payload !== null &&
    here.signature === good.signature &&
    here.input !== good.input &&
    sameHeader(good, here) &&
    bare(payload) === bare(good.payload)
  )
}

/** Whether one space was put beside a comma, and nothing else, given that only white space is other. */
function isOneSpace(before: string, after: string): boolean {
  const { at, gone, come } = difference(before, after)
  return gone === '' && come === ' ' && (/,\s*$/.test(after.slice(0, at)) || /^\s*,/.test(after.slice(at)))
}

/** The white space stayed, or is other, and the signature is new. */
function isResigned(spaced: NonNullable<Work['spaced']>, here: Signed, payload: string | null): boolean {
  return payload !== null && here.signature !== spaced.signature && bare(payload) === bare(spaced.payload)
}

/** Why what was computed is not the signature. */
function whyNot({ of, as, k }: Made, secret: string): keyof (typeof words)['whys'] | null {
  if (k !== secret) return 'key'
  for (const piece of ['header', 'payload', 'dot'] as const) if (!of.includes(piece)) return piece
  if (of.includes('second')) return 'second'
  return as === 'json' ? 'json' : null
}

/** What the ticked pieces of the token in the box are. */
export function chosen(scene: Scene, { of, as }: Pick<Made, 'of' | 'as'>): string | null {
  const here = signedIn(scene)
  if (here === null) return null
  const [header, payload] =
    as === 'characters'
      ? here.input.split('.')
      : [objectText(scene, 'protected'), objectText(scene, 'payload')]
  if (header == null || payload == null) return null
  const texts = { header, dot: '.', payload, second: '.' }
  return pieces.map((piece) => (of.includes(piece) ? texts[piece] : '')).join('')
}

/** HMAC with SHA-256 over the UTF-8 of a text, in base64url; the secret is in base64url, too. */
export function hmac(text: string, k: string): Promise<string> {
  return signatureOver(text, 'HS256', { kty: 'oct', k })
}
