import type { words } from '../../content/lessons/tampering.ts'
import type { VerdictWord } from '../../content/messages/words.ts'
import type { Inspection } from '../../core/inspect.ts'
import { withCharacters } from '../../core/produce/edit.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signatureOver, signCompact } from '../../core/produce/sign.ts'
import { readBase64url, writeBase64url } from '../../core/text/base64url.ts'
import { inOrder } from './inOrder.ts'
import { putIn } from './learning.ts'
import type { Exercise, Lesson, Scene, Step } from './lesson.ts'
import { claim } from './payload.ts'
import { keyIn, objectText, type Signed, signatureOctets, signedIn } from './signed.ts'

/** The tokens to make. */
export const kinds = ['payload', 'bit', 'key', 'right'] as const
export type Kind = (typeof kinds)[number]

/** Whether it takes no key of the issuer’s. */
const forgeable: Readonly<Record<Kind, boolean>> = { payload: true, bit: true, key: true, right: false }

type Why = keyof (typeof words)['whys']

export interface Work {
  /** The issuer’s secret and the learner’s own, in base64url. */
  readonly issuers: string
  readonly own: string
  /** As it was issued. */
  readonly issued: Signed & { readonly octets: Uint8Array; readonly jti: string }
  /** What was signed with a button, newest last. */
  readonly signed: readonly (Signed & { readonly by: 'issuers' | 'own' })[]
  /** Each token that was made, with the verdict on it. */
  readonly made: Partial<Readonly<Record<Kind, { readonly text: string; readonly word: VerdictWord }>>>
  /** Whether the learner takes it for one that an attacker could make. */
  readonly choices: Partial<Readonly<Record<Kind, boolean>>>
}

/** The user that the token is issued to. */
const USER = '7'

/** Tokens that are remembered as signed. */
const MOST = 12

export const tampering: Lesson<Work, typeof words> = {
  id: 'tampering',
  start: {
    issuers: '',
    own: '',
    issued: { input: '', signature: '', octets: new Uint8Array(), jti: '' },
    signed: [],
    made: {},
    choices: {},
  },

  async exercise(now) {
    const secret = generateSecret(32)
    const jti = generateSecret(12).k
    const payload = JSON.stringify({
      token_type: 'access',
      exp: now + 3600,
      iat: now,
      jti,
      user_id: USER,
    })
    const text = await signCompact('{"alg":"HS256","typ":"JWT"}', payload, 'HS256', secret)
    const dot = text.lastIndexOf('.')
    const work: Work = {
      ...tampering.start,
      issuers: secret.k,
      own: generateSecret(32).k,
      issued: {
        input: text.slice(0, dot),
        signature: text.slice(dot + 1),
        octets: readBase64url(text, { from: dot + 1, to: text.length }).octets,
        jti,
      },
    }
    return { inputs: asIssued(work), work }
  },

  observe(work, scene) {
    const proved = ownIn(work, scene)
    if (proved !== null) return { ...work, signed: [...work.signed, proved].slice(-MOST) }
    const found = whatIs(work, scene)
    if (typeof found !== 'string' || work.made[found] !== undefined) return work
    const made = { text: scene.inputs.text, word: scene.word }
    return { ...work, made: { ...work.made, [found]: made } }
  },

  steps(work, scene) {
    const { made, choices } = work
    const why = () => {
      const found = whatIs(work, scene)
      return typeof found === 'string' ? null : found
    }
    // A token that is to be signed anew may be changed as one likes.
    const whyUnsigned = () => {
      const found = why()
      return found?.why === 'both' ? null : found
    }
    // What another key made shows only with that key.
    const whyNotOwn = () => {
      const found = why()
      return found?.why === 'both' || found?.why === 'bits' ? ({ why: 'unproved' } as const) : found
    }
    const isMade = (kind: Kind) => made[kind] !== undefined
    return inOrder<typeof words>([
      ['payload', isMade('payload'), why],
      ['bit', isMade('bit'), why],
      ['key', isMade('key'), whyNotOwn],
      ['right', isMade('right'), () => whyUnsigned() ?? whyNotRight(work, scene)],
      [
        'attacker',
        kinds.every((kind) => isMade(kind) && choices[kind] === forgeable[kind]),
        () => {
          const kind = kinds.find((one) => choices[one] !== undefined && choices[one] !== forgeable[one])
          return kind === undefined ? null : kind === 'right' ? 'cannot' : `can-${kind}`
        },
      ],
    ])
  },
}

/** What the issuer gave out, and the key that verifies it. */
export function asIssued({ issuers, issued }: Work): Exercise<Work>['inputs'] {
  const keyText = JSON.stringify({ kty: 'oct', k: issuers }, null, 2)
  return { text: `${issued.input}.${issued.signature}`, keyText, keyFormat: 'detect' }
}

function isIssued({ issued }: Work, { input, signature }: Signed): boolean {
  return input === issued.input && signature === issued.signature
}

/** Which of the four is in the box, or why it is none of them; null where there is nothing to say yet. */
function whatIs(work: Work, scene: Scene): Kind | Pick<Step<typeof words>, 'why' | 'values'> | null {
  const { issued, issuers, signed } = work
  const here = signedIn(scene)
  if (here === null || scene.word === 'checking' || isIssued(work, here)) return null
  if (keyIn(scene)?.jwk.k !== issuers) return { why: 'verifier' }
  if (scene.word === 'verified') return isChanged(scene) ? 'right' : { why: 'same', values: { id: USER } }
  const isOwn = signed.some(
    ({ by, ...one }) => by === 'own' && one.input === here.input && one.signature === here.signature,
  )
  if (isOwn) return 'key'
  if (here.signature === issued.signature) {
    if (objectText(scene, 'payload') === null) return { why: 'broken' }
    return isChanged(scene) && scene.word === 'failed' ? 'payload' : { why: 'same', values: { id: USER } }
  }
  const octets = signatureOctets(scene)!
  if (here.input !== issued.input) return { why: 'both' }
  if (octets.length !== issued.octets.length) return { why: 'length', values: { count: `${octets.length}` } }
  const count = bitsBetween(octets, issued.octets)
  if (count === 1 && scene.word === 'failed') return 'bit'
  return count < 2 ? { why: 'spare' } : { why: 'bits', values: { count: `${count}` } }
}

/** The token in the box, where another key than the issuer’s was shown to have signed it, and that is new. */
function ownIn({ issued, issuers, signed }: Work, scene: Scene): Work['signed'][number] | null {
  const here = signedIn(scene)
  const key = keyIn(scene)
  if (here === null || key === null || scene.word !== 'verified' || key.jwk.k === issuers) return null
  const isKnown = signed.some(({ input, signature }) => input === here.input && signature === here.signature)
  return isKnown || claim(scene, 'jti') !== issued.jti ? null : { ...here, by: 'own' }
}

/** Whether the token is made out to another user: claims can be read before anything is verified. */
function isChanged(scene: Scene): boolean {
  const id = claim(scene, 'user_id')
  return id !== undefined && String(id) !== USER
}

function whyNotRight(work: Work, scene: Scene): Why | null {
  const here = signedIn(scene)
  const last = work.signed.at(-1)
  if (here === null || scene.word === 'checking') return null
  if (isIssued(work, here)) return last?.by === 'issuers' && last.input === here.input ? 'unchanged' : null
  const isJustMade = work.made.key?.text === scene.inputs.text
  return isChanged(scene) && scene.word === 'failed' && !isJustMade ? 'unsigned' : null
}

/** How many bits differ; both are of one length. */
function bitsBetween(one: Uint8Array, other: Uint8Array): number {
  let count = 0
  for (let i = 0; i < one.length; i++)
    for (let bits = one[i]! ^ other[i]!; bits !== 0; bits &= bits - 1) count++
  return count
}

/** Signs, and what is to be remembered of it. */
export async function signedBy(
  { signed, ...secrets }: Work,
  by: 'issuers' | 'own',
  input: string,
): Promise<{ signature: string; change: Partial<Work> }> {
  const signature = await signatureOver(input, 'HS256', { kty: 'oct', k: secrets[by] })
  return { signature, change: { signed: [...signed, { input, signature, by }].slice(-MOST) } }
}

/** Turns one bit of the signature in the box: 0 is the first of its first octet. */
export function flipBit({ text, token }: Inspection, bit: number): void {
  const octets = token?.segments[2]?.octets.slice()
  if (token === null || octets === undefined || octets[bit >> 3] === undefined) return
  octets[bit >> 3]! ^= 0x80 >> (bit & 7)
  const changed = withCharacters(text, token, 'signature', writeBase64url(octets))
  if (changed !== null) putIn({ text: changed })
}
