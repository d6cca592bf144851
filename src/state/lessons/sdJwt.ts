import type { words } from '../../content/lessons/sd-jwt.ts'
import { presentation } from '../../core/decode/sdJwt.ts'
import { nodeAt, stringValue } from '../../core/json/read.ts'
import { generatePair, type KeyPair } from '../../core/produce/generate.ts'
import { issueSdJwt } from '../../core/produce/sdJwt.ts'
import type { Presented } from '../../core/validate/presented.ts'
import { stateOf } from '../levels.ts'
import { linkOf } from '../link.ts'
import { difference } from './difference.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { claim, claimsIn } from './payload.ts'

/** What the shop asks for. */
export const WANTED = 'email'

/** Claims of the person, which are to be hideable, and those that every verifier has to see. */
export const personal = ['given_name', 'family_name', 'birthdate', WANTED] as const
const required = ['iss', 'exp', 'vct']

export interface Work {
  readonly claims: Readonly<Record<string, unknown>>
  readonly privateJwk: KeyPair['privateJwk'] | null
  readonly publicJwk: KeyPair['publicJwk'] | null
  readonly hidden: readonly string[]
  readonly done: readonly Task[]
  readonly seen: Scene['chosen']
  readonly clicked: 'other' | 'no-digest' | null
  /** The disclosure that was shown to the shop, in base64url; null before. */
  readonly shown: string | null
}

type Task = 'issue' | 'show' | 'digest' | 'forge'

export function issue({ claims, hidden, privateJwk }: Work): Promise<string> {
  return issueSdJwt(claims, hidden, 'ES256', privateJwk!)
}

/** Name and whether it is shown, of every disclosure that came with the credential in the box. */
export function disclosuresIn(scene: Scene): readonly string[] {
  const presented = presentedIn(scene)
  return presented === null
    ? []
    : presented.digested.sdJwt.disclosures.map((_, index) => nameOf(presented, index))
}

/** The credential in the box without one of its disclosures. */
export function without({ inspection: { text, token } }: Scene, index: number): string | null {
  if (token?.kind !== 'sd-jwt') return null
  const rest = token.disclosures.map((_, i) => i).filter((i) => i !== index)
  return presentation(text, token, new Set(rest))
}

function presentedIn({ answer }: Scene): Presented | null {
  return answer?.proofs?.presented ?? null
}

/** The claim name in a disclosure; '' where it has none. */
function nameOf({ digested: { sdJwt } }: Presented, index: number): string {
  const { content, elements } = sdJwt.disclosures[index]!
  return content.kind === 'json' && elements?.name != null ? stringValue(content.document, elements.name) : ''
}

export const sdJwt: Lesson<Work, typeof words> = {
  id: 'sd-jwt',
  start: {
    claims: {},
    privateJwk: null,
    publicJwk: null,
    hidden: [],
    done: [],
    seen: null,
    clicked: null,
    shown: null,
  },

  async exercise(now) {
    const { privateJwk, publicJwk } = await generatePair('ES256')
    const claims = {
      iss: 'https://registry.example.com',
      exp: now + 86_400,
      vct: 'https://credentials.example.com/person',
      given_name: 'Ada',
      family_name: 'Lovelace',
      birthdate: '1815-12-10',
      [WANTED]: 'ada@example.org',
    }
    return {
      inputs: { text: '', keyText: JSON.stringify(publicJwk), keyFormat: 'detect' },
      work: { ...sdJwt.start, claims, privateJwk, publicJwk },
    }
  },

  observe(work, scene) {
    let next = work
    const finish = (task: Task) => {
      if (!next.done.includes(task)) next = { ...next, done: [...next.done, task] }
    }
    const presented = presentedIn(scene)
    if (presented === null) return work
    const isVerified = scene.word === 'verified' && isOwn(work, scene)
    const names = disclosuresIn(scene)
    const hidesAll = personal.every((name) => names.includes(name)) && names.length === personal.length
    if (isVerified && issueFault(scene) === null && hidesAll) finish('issue')
    const isAsked = isVerified && showFault(scene) === null
    if (isAsked && next.done.includes('issue')) {
      finish('show')
      const shown = presented.digested.sdJwt.disclosures[0]!.encoded
      if (shown !== next.shown) next = { ...next, shown }
    }
    // Clicks elsewhere in the token, as to edit it, are no answers.
    const isPlace = linkOf(scene.inspection.token, scene.chosen)?.segment === 'payload'
    if (isAsked && isPlace && scene.chosen !== work.seen) {
      const clicked = clickedDigest(scene, presented)
      next = { ...next, seen: scene.chosen, clicked: clicked === 'right' ? null : clicked }
      if (clicked === 'right') finish('digest')
    }
    if (isForged(work, scene) && isOneChanged(work, scene)) finish('forge')
    return next
  },

  steps(work, scene) {
    const step = (
      task: Task,
      fault: Omit<Step<typeof words>, 'task' | 'state'> | null,
    ): Step<typeof words> =>
      work.done.includes(task)
        ? { task, state: 'done' }
        : fault === null
          ? { task, state: 'open' }
          : { task, state: 'wrong', ...fault }
    const hasIssued = work.done.includes('issue')
    const isCredential = presentedIn(scene) !== null
    return [
      step('issue', isCredential ? issueFault(scene) : null),
      step('show', hasIssued && isCredential && scene.word === 'verified' ? showFault(scene) : null),
      step('digest', work.clicked === null ? null : { why: work.clicked }),
      step('forge', work.done.includes('show') ? forgeFault(work, scene) : null),
    ]
  },
}

/** What is wrong with how claims were hidden; null where nothing is. */
function issueFault(scene: Scene): { why: 'bare' | 'required'; values: { name: string } } | null {
  const lost = required.find((name) => claim(scene, name) === undefined)
  if (lost !== undefined) return { why: 'required', values: { name: lost } }
  const bare = personal.find((name) => claim(scene, name) !== undefined)
  return bare === undefined ? null : { why: 'bare', values: { name: bare } }
}

/** What the shop gets too much or not at all; null where it gets just what it asked for. */
function showFault(scene: Scene): { why: 'more' | 'less'; values: { name: string } } | null {
  const names = disclosuresIn(scene)
  if (!names.includes(WANTED)) return { why: 'less', values: { name: WANTED } }
  const more = names.find((name) => name !== WANTED)
  return more === undefined ? null : { why: 'more', values: { name: more } }
}

/** Whether what was clicked in the payload is the digest of the disclosure that the shop asked for. */
function clickedDigest(scene: Scene, { digested }: Presented): 'right' | 'other' | 'no-digest' {
  const document = claimsIn(scene)
  const text = linkOf(scene.inspection.token, scene.chosen)?.text ?? null
  const node = document === null || text === null ? null : nodeAt(document, text.from)
  const digests = claim(scene, '_sd')
  if (document === null || node === null || !Array.isArray(digests)) return 'no-digest'
  const written = document.text.slice(document.from[node], document.to[node]).replaceAll('"', '')
  if (digested.digests.includes(written)) return 'right'
  return digests.includes(written) ? 'other' : 'no-digest'
}

/** Whether the credential in the box was signed with the lesson's key. */
function isOwn({ publicJwk }: Work, { answer }: Scene): boolean {
  const used = answer?.key.kind === 'read' ? answer.key.key?.jwk : undefined
  return publicJwk !== null && used?.x === publicJwk.x
}

/** The disclosure that was shown is another now, for which the credential is rejected though its signature still matches. */
function isForged({ shown }: Work, scene: Scene): boolean {
  const outcome = scene.answer?.levels[0]?.outcome
  const isSigned = outcome?.kind === 'signed' && outcome.verification.state === 'verified'
  const disclosures = presentedIn(scene)?.digested.sdJwt.disclosures ?? []
  const isOther = shown !== null && disclosures.length === 1 && disclosures[0]!.encoded !== shown
  return isSigned && isOther && scene.answer?.proofs?.rejected === 'disclosures'
}

/** Whether just one character of the disclosure is another. */
function isOneChanged({ shown }: Work, scene: Scene): boolean {
  const now = presentedIn(scene)?.digested.sdJwt.disclosures[0]?.encoded
  const { gone, come } = difference(shown ?? '', now ?? '')
  return gone.length === 1 && come.length === 1
}

function forgeFault(work: Work, scene: Scene): { why: 'jws' | 'altogether' } | null {
  if (isSignatureBroken(scene)) return { why: 'jws' }
  return isForged(work, scene) && !isOneChanged(work, scene) ? { why: 'altogether' } : null
}

function isSignatureBroken({ answer }: Scene): boolean {
  const [level] = answer?.levels ?? []
  return level?.token.kind === 'sd-jwt' && stateOf(level) === 'failed'
}
