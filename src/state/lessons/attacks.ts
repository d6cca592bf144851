import type { words } from '../../content/lessons/attacks.ts'
import { type Inspection, inspect } from '../../core/inspect.ts'
import { toPlain } from '../../core/json/read.ts'
import { pem, subjectPublicKeyInfo } from '../../core/keys/writePem.ts'
import { generatePair, type KeyPair } from '../../core/produce/generate.ts'
import { encode, signCompact } from '../../core/produce/sign.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { claim, claimsIn } from './payload.ts'
import { type Ruling, rulingOf, type Toy, toys } from './toys.ts'
import { contentText, rewrite, signatureOver } from './workbench.ts'

type Rulings = Readonly<Record<Toy, Ruling>>

export interface Work {
  /** The issuer's public key, as the verifiers and everybody else have it. */
  readonly pem: string
  readonly genuine: string
  /** The forger's own key. */
  readonly own: KeyPair | null
  /** Verifiers whose switch is on the safe side. */
  readonly safe: readonly Toy[]
  /** What the verifiers make of one text, with either switch; null before they have looked. */
  readonly ruled: { readonly text: string; readonly unsafe: Rulings; readonly safe: Rulings } | null
  readonly broken: readonly Toy[]
  readonly fixed: readonly Toy[]
  /** The forgery that succeeded last: the next one is not wrong before it is begun. */
  readonly last: string
}

export const attacks: Lesson<Work, typeof words> = {
  id: 'attacks',
  start: { pem: '', genuine: '', own: null, safe: [], ruled: null, broken: [], fixed: [], last: '' },

  async exercise(now) {
    const [issuer, own] = await Promise.all([generatePair('RS256'), generatePair('RS256')])
    const text = pem('PUBLIC KEY', (await subjectPublicKeyInfo(issuer.publicJwk as JsonWebKey))!)
    const payload = {
      iss: 'https://login.example.com',
      sub: 'user-42',
      aud: 'https://orders.example.com',
      role: 'reader',
      iat: now,
      exp: now + 3600,
    }
    const header = '{"alg":"RS256","typ":"JWT"}'
    const genuine = await signCompact(header, JSON.stringify(payload), 'RS256', issuer.privateJwk)
    return {
      inputs: { text: genuine, keyText: text, keyFormat: 'detect' },
      work: { ...attacks.start, pem: text, genuine, own, last: genuine },
    }
  },

  observe(work, scene) {
    const { ruled } = work
    if (ruled?.text !== scene.inputs.text) return work
    const forgeries = toys.filter((toy) => isForgery(work, scene, toy))
    const broken = toys.filter(
      (toy) => work.broken.includes(toy) || (forgeries.includes(toy) && !work.safe.includes(toy)),
    )
    const fixed = toys.filter(
      (toy) =>
        work.fixed.includes(toy) ||
        (forgeries.includes(toy) && work.safe.includes(toy) && work.broken.includes(toy)),
    )
    return broken.length > work.broken.length || fixed.length > work.fixed.length
      ? { ...work, broken, fixed, last: ruled.text }
      : work
  },

  steps(work, scene) {
    const next = toys.find((toy) => !work.broken.includes(toy))
    const steps = toys.flatMap((toy): Step<typeof words>[] => [
      work.broken.includes(toy)
        ? { task: toy, state: 'done' }
        : verdict(toy, toy === next ? unbroken(work, scene, toy) : null),
      work.fixed.includes(toy)
        ? { task: `${toy}-fixed`, state: 'done' }
        : verdict(`${toy}-fixed`, unfixed(work, scene, toy)),
    ])
    return [...steps, ending(work, scene)]
  },
}

/** What all verifiers make of the token in the box, with either switch. */
export async function judged(inspection: Inspection, key: string): Promise<NonNullable<Work['ruled']>> {
  const all = async (isSafe: boolean) => {
    const rulings = toys.map(async (toy) => [toy, await rulingOf(toy, isSafe, inspection, key)] as const)
    return Object.fromEntries(await Promise.all(rulings)) as Rulings
  }
  return { text: inspection.text, unsafe: await all(false), safe: await all(true) }
}

/** The HMAC of who takes a key's text for a secret, as it stands in a box. */
export function signWithText(input: string, text: string): Promise<string> {
  return signatureOver(input, 'HS256', { kty: 'oct', k: encode(text) })
}

/** Adds the public half of a key to the header of the token in the box, which stays unsigned. */
export function embed(inspection: Inspection, { publicJwk }: KeyPair): void {
  const text = contentText(inspection, 'protected')
  try {
    const header = JSON.parse(text ?? '') as object
    rewrite(inspection, 'protected', JSON.stringify({ ...header, alg: 'RS256', jwk: publicJwk }))
  } catch {
    // A header that is no JSON is mended first.
  }
}

function verdict(
  task: Step<typeof words>['task'],
  why: keyof (typeof words)['whys'] | null,
): Step<typeof words> {
  return why === null ? { task, state: 'open' } : { task, state: 'wrong', why }
}

/** Whether the claims in the box were made from the genuine ones: some of what tells them from others is kept. */
function isDerived({ genuine }: Work, scene: Scene): boolean {
  const original = { inspection: inspect(genuine) }
  const isKept = (name: string) => claim(original, name) === claim(scene, name)
  return isKept('sub') || (isKept('iat') && isKept('exp')) || (isKept('iss') && isKept('aud'))
}

/** The claims whatever their order, and however they are written. */
function bareClaims(scene: Pick<Scene, 'inspection'>): string {
  const claims = claimsIn(scene)
  return claims === null ? '' : JSON.stringify(Object.entries(toPlain(claims, 0) as object).sort())
}

/** Whether the token in the box is one that the unsafe switch lets in and the issuer never signed. */
function isForgery(work: Work, scene: Scene, toy: Toy): boolean {
  const { ruled } = work
  return (
    ruled?.unsafe[toy] === 'accepted' &&
    ruled.safe[toy] !== 'accepted' &&
    bareClaims({ inspection: inspect(work.genuine) }) !== bareClaims(scene) &&
    isDerived(work, scene)
  )
}

function unbroken(work: Work, scene: Scene, toy: Toy): keyof (typeof words)['whys'] | null {
  const { ruled, last, genuine } = work
  const { text } = scene.inputs
  if (ruled?.text !== text || text === last || text === genuine) return null
  if (claimsIn(scene) !== null && !isDerived(work, scene)) return 'another'
  if (work.safe.includes(toy)) return 'safe'
  const ruling = ruled.unsafe[toy]
  return ruling === 'accepted' ? 'same' : ruling
}

function unfixed(work: Work, scene: Scene, toy: Toy): 'gone' | null {
  if (work.ruled?.text !== scene.inputs.text || !work.broken.includes(toy)) return null
  return work.safe.includes(toy) && !isForgery(work, scene, toy) ? 'gone' : null
}

function ending({ ruled, safe, fixed }: Work, { inputs: { text } }: Scene): Step<typeof words> {
  const task = 'genuine'
  if (ruled?.text !== text || fixed.length < toys.length) return { task, state: 'open' }
  if (toys.some((toy) => ruled.safe[toy] !== 'accepted')) return verdict(task, 'forged')
  return toys.every((toy) => safe.includes(toy)) ? { task, state: 'done' } : verdict(task, 'unsafe')
}
