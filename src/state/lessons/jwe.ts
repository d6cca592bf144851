import type { words } from '../../content/lessons/jwe.ts'
import { type Encrypting, encryptCompact } from '../../core/produce/encrypt.ts'
import { generatePair, generateSecret, type KeyPair } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { stateOf } from '../levels.ts'
import { linkOf } from '../link.ts'
import type { AnsweredLevel } from '../verification.ts'
import type { Lesson, Scene, Step } from './lesson.ts'

/** What the lesson encrypts and signs with. */
interface Keys {
  readonly shared: KeyPair['publicJwk']
  readonly reader: KeyPair
  readonly signer: KeyPair
}

export interface Work {
  readonly keys: Keys | null
  /** The signed token of the exercise, and its claims. */
  readonly signed: string
  readonly claims: string
  /** The last text that is known to open with one of the keys. */
  readonly opening: string
  /** How many parts the learner counted; null before. */
  readonly counted: number | null
  readonly done: readonly ('encrypt' | 'parts' | 'read' | 'open' | 'nest')[]
  /** The click that was looked at last. */
  readonly seen: Scene['chosen']
  readonly clicked: 'noise' | null
}

const SIGNED = { alg: 'ES256', typ: 'JWT' }

/** Everything the inspector needs to open and to verify, as a JWK Set; the signer's half is the public one. */
export function keySet({ shared, reader, signer }: Keys): string {
  return JSON.stringify({ keys: [shared, reader.privateJwk, signer.publicJwk] }, null, 2)
}

/** A JWE of this text, to the reader or under the shared key. */
export function sealed(text: string, alg: Encrypting, keys: Keys, nested: boolean): Promise<string> {
  const jwk = alg === 'dir' ? keys.shared : keys.reader.publicJwk
  return encryptCompact(text, alg, jwk, { kid: jwk.kid, ...(nested && { cty: 'JWT' }) })
}

/** A key of the kind that the token wants, and of somebody else. */
export async function strangersKey({ inspection: { token } }: Scene): Promise<string> {
  const isDirect = token?.header.alg === 'dir'
  return JSON.stringify(isDirect ? generateSecret(32) : (await generatePair('RS256')).privateJwk)
}

/** The wrong way round: a signature over a JWE. */
export async function sealedThenSigned({ claims }: Work, alg: Encrypting, keys: Keys): Promise<string> {
  const inner = await sealed(claims, alg, keys, false)
  return signCompact(JSON.stringify({ ...SIGNED, cty: 'JWT' }), inner, 'ES256', keys.signer.privateJwk)
}

export const jwe: Lesson<Work, typeof words> = {
  id: 'jwe',
  start: {
    keys: null,
    signed: '',
    claims: '',
    opening: '',
    counted: null,
    done: [],
    seen: null,
    clicked: null,
  },

  async exercise(now) {
    const signer = await generatePair('ES256', 'signer')
    const reader = await generatePair('RS256', 'reader')
    const shared = { ...generateSecret(32), kid: 'shared' }
    const claims = JSON.stringify({
      iss: 'https://hotel.example.com',
      sub: 'guest-204',
      aud: 'https://door.example.com',
      room: '204',
      iat: now,
      exp: now + 3600,
    })
    const signed = await signCompact(JSON.stringify(SIGNED), claims, 'ES256', signer.privateJwk)
    const keyText = JSON.stringify(signer.publicJwk)
    return {
      inputs: { text: signed, keyText, keyFormat: 'detect' },
      work: { ...jwe.start, keys: { shared, reader, signer }, signed, claims },
    }
  },

  observe(work, scene) {
    const { chosen } = scene
    let next = work
    const finish = (task: Work['done'][number]) => {
      if (!next.done.includes(task)) next = { ...next, done: [...next.done, task] }
    }
    const outer = ownJwe(work, scene)
    if (outer === null) return work
    finish('encrypt')
    const opening = scene.inputs.text
    if (opening !== work.opening) next = { ...next, opening }
    if (work.counted === partsIn(scene)) finish('parts')
    if (stateOf(outer) === 'decrypted') {
      finish('open')
      if (nestFault(work, scene) === null && scene.answer?.levels.length === 2) finish('nest')
    } else if (chosen !== null && chosen !== work.seen) {
      const isHeader = linkOf(scene.inspection.token, chosen)?.segment === 'protected'
      next = { ...next, seen: chosen, clicked: isHeader ? null : 'noise' }
      if (isHeader) finish('read')
    }
    return next
  },

  steps(work, scene) {
    const step = (
      task: Work['done'][number],
      why: Step<typeof words>['why'] | null = null,
    ): Step<typeof words> =>
      work.done.includes(task)
        ? { task, state: 'done' }
        : why === null
          ? { task, state: 'open' }
          : { task, state: 'wrong', why, values: { said: String(work.counted) } }
    const [outer] = scene.answer?.levels ?? []
    const isFailed = outer?.token.kind === 'jwe' && stateOf(outer) === 'failed'
    return [
      step('encrypt'),
      step('parts', work.counted === null ? null : 'count'),
      step('read', work.clicked),
      step('open', isFailed ? 'wrong-key' : null),
      step('nest', nestFault(work, scene)),
    ]
  },
}

/**
 * The JWE in the box, where one of the lesson's keys opens it: it was made here with that key, or was opened. Somebody else's
 * is not what the learner made, nor is one that only names the key.
 */
function ownJwe({ keys, opening }: Work, { answer, inputs: { text } }: Scene): AnsweredLevel | null {
  const outer = answer?.levels[0]
  if (outer?.token.kind !== 'jwe' || outer.token.faults.length > 0 || keys === null) return null
  if (stateOf(outer) !== 'decrypted') return text === opening ? outer : null
  const own = [keys.shared, keys.reader.publicJwk]
  const used = outer.key.kind === 'read' ? outer.key.key?.jwk : undefined
  return own.some((jwk) => sameKey(jwk, used)) ? outer : null
}

type Jwk = KeyPair['publicJwk']

function sameKey(own: Jwk, used: Jwk | undefined): boolean {
  const member = ({ k, n, x }: Jwk) => k ?? n ?? x
  return used !== undefined && own.kty === used.kty && member(own) === member(used)
}

/** Why what is in the box is not nested as it should be; null where it is nothing of that kind, or is right. */
function nestFault({ keys, claims }: Work, scene: Scene): 'outside' | 'cty' | 'unverified' | null {
  const [outer, inner] = scene.answer?.levels ?? []
  if (outer === undefined || inner === undefined || keys === null) return null
  if (outer.token.kind === 'jws') return 'outside'
  if (outer.token.header.cty?.toUpperCase() !== 'JWT') return 'cty'
  const used = inner.key.kind === 'read' ? inner.key.key?.jwk : undefined
  const content = inner.token.payloadContent
  const isOwn = content?.kind === 'json' && content.text === claims
  return scene.word === 'verified' && isOwn && sameKey(keys.signer.publicJwk, used) ? null : 'unverified'
}

/** Parts of the token in the box: one more than it has dots. */
function partsIn({ inputs: { text } }: Scene): number {
  return text.trim().split('.').length
}
