import type { words } from '../../content/lessons/sso.ts'
import { generatePair, generateSecret, type KeyPair } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { isMediaType } from '../../core/validate/profile/demand.ts'
import type { Lesson, Scene, Step } from './lesson.ts'
import { claim } from './payload.ts'

export const services = ['API', 'client'] as const
export type Service = (typeof services)[number]

/** What each service can be told to check, beside signature and expiry. */
export const checks = { API: ['iss', 'aud', 'typ'], client: ['iss', 'aud', 'nonce'] } as const
export type Check = (typeof checks)[Service][number]

/** Why a service refuses a token. */
export type Objection = Check | 'Key box' | 'signature' | 'exp'

/** Those of the login, and more with the provider's signature. */
export const tokenNames = [
  'access token',
  'ID token',
  'access token for another API',
  'access token of another tenant',
  'ID token for the API’s console',
  'ID token for another client',
  'ID token of an earlier login',
] as const
export type TokenName = (typeof tokenNames)[number]

/** What each service has to be sent: its own token first, then those that it must refuse. */
const asked: Readonly<Record<Service, readonly [own: TokenName, ...others: TokenName[]]>> = {
  API: [
    'access token',
    'ID token',
    'access token for another API',
    'access token of another tenant',
    'ID token for the API’s console',
  ],
  client: ['ID token', 'access token', 'ID token for another client', 'ID token of an earlier login'],
}

export const letterNames = ['shared', 'partner'] as const
export type LetterName = (typeof letterNames)[number]

/** One token sent to a service, and all that could be said against it, whether it was checked or not. */
export interface Delivery {
  readonly service: Service
  /** Null for what the provider did not hand out. */
  readonly token: TokenName | null
  readonly objections: readonly Objection[]
}

export interface Decision {
  readonly accepted: boolean
  /** Whether the partner's public key had verified the letter. */
  readonly isVerified: boolean
  /** Whether a key had told something: its signature was checked, or the partner’s public key cannot have made it. */
  readonly isTried: boolean
}

/** The text of each key. */
type KeyTexts = Readonly<Record<'provider' | LetterName, string>>

export interface Work {
  readonly provider: KeyPair | null
  readonly keys: KeyTexts | null
  readonly tokens: Readonly<Record<TokenName, string>> | null
  readonly letters: Readonly<Record<LetterName, string>> | null
  readonly nonce: string
  readonly on: Readonly<Record<Service, readonly Check[]>>
  /** The last of each token to each service. */
  readonly sent: readonly Delivery[]
  readonly decided: Partial<Readonly<Record<LetterName, Decision>>>
  readonly done: readonly (keyof typeof words.tasks)[]
}

export const issuer = 'https://login.example.com/acme'
const audiences = { API: 'https://orders.example.com', client: 'web-shop' } as const

/** One login: the two tokens that it is for, and what else is to be had, all signed with one key. */
export async function signIn({ privateJwk }: KeyPair, now: number): Promise<Pick<Work, 'tokens' | 'nonce'>> {
  const nonce = generateSecret(9).k
  const common = { iss: issuer, sub: 'ada-7', iat: now, exp: now + 3600 }
  const make = (typ: string, claims: object) => {
    const header = JSON.stringify({ alg: 'ES256', typ, kid: privateJwk.kid })
    return signCompact(header, JSON.stringify({ ...common, ...claims }), 'ES256', privateJwk)
  }
  const access = {
    aud: audiences.API,
    client_id: audiences.client,
    jti: generateSecret(9).k,
    scope: 'orders',
  }
  const id = { aud: audiences.client, nonce, auth_time: now }
  const tokens = {
    'access token': await make('at+jwt', access),
    'ID token': await make('JWT', id),
    'access token for another API': await make('at+jwt', { ...access, aud: 'https://pay.example.com' }),
    // The API is a client too, where its own console has people sign in.
    'ID token for the API’s console': await make('JWT', {
      ...id,
      aud: audiences.API,
      nonce: generateSecret(9).k,
    }),
    // A provider for many companies may have one key for all of them.
    'access token of another tenant': await make('at+jwt', {
      ...access,
      iss: 'https://login.example.com/globex',
    }),
    // That client may have asked with any nonce, also with one that it saw elsewhere.
    'ID token for another client': await make('JWT', { ...id, aud: 'quiz-app' }),
    'ID token of an earlier login': await make('JWT', { ...id, nonce: generateSecret(9).k }),
  }
  return { tokens, nonce }
}

/** All that a service could say against the token in the box; null while its signature is checked. */
export function objectionsTo(service: Service, work: Work, scene: Scene): readonly Objection[] | null {
  const { answer, word, inspection } = scene
  if (answer === null) return null
  const objections: Objection[] = []
  if (!isKeyIn(scene, work.provider?.publicJwk.x)) objections.push('Key box')
  else if (word !== 'verified') objections.push('signature')
  const exp = claim(scene, 'exp')
  if (typeof exp !== 'number' || exp <= scene.inputs.now) objections.push('exp')
  if (claim(scene, 'iss') !== issuer) objections.push('iss')
  const aud = claim(scene, 'aud')
  if (!(Array.isArray(aud) ? aud : [aud]).includes(audiences[service])) objections.push('aud')
  const typ = inspection.token?.header.typ ?? ''
  if (service === 'API' && !isMediaType(typ, ['at+jwt'])) objections.push('typ')
  if (service === 'client' && claim(scene, 'nonce') !== work.nonce) objections.push('nonce')
  return objections
}

/** Those objections that a service as it is set has noticed: it accepts a token where there are none. */
export function noticed({ on }: Pick<Work, 'on'>, { service, objections }: Delivery): readonly Objection[] {
  const isCheck = (objection: Objection): objection is Check =>
    (checks[service] as readonly Objection[]).includes(objection)
  return objections.filter((objection) => !isCheck(objection) || on[service].includes(objection))
}

/** The token in the box, sent to a service; the same work while its signature is checked. */
export function send(service: Service, work: Work, scene: Scene): Pick<Work, 'sent'> {
  const objections = objectionsTo(service, work, scene)
  if (objections === null) return work
  const text = scene.inputs.text.trim()
  const token = tokenNames.find((name) => work.tokens?.[name] === text) ?? null
  const others = work.sent.filter((one) => one.service !== service || one.token !== token)
  return { sent: [...others, { service, token, objections }] }
}

/** The letter in the Token box; null where there is none. */
export function letterIn({ letters }: Work, { inputs: { text } }: Scene): LetterName | null {
  return letterNames.find((name) => letters?.[name] === text.trim()) ?? null
}

/** What a service has still to be sent. */
export function unsent(service: Service, { sent }: Pick<Work, 'sent'>): readonly TokenName[] {
  return asked[service].filter((name) => !sent.some((one) => one.service === service && one.token === name))
}

/** What the learner decides of the letter in the box. */
export function decide(accepted: boolean, work: Work, scene: Scene): Pick<Work, 'decided'> {
  const letter = letterIn(work, scene)
  if (letter === null || scene.answer === null) return work
  const partner = work.keys === null ? undefined : (JSON.parse(work.keys.partner) as { x: string }).x
  const isPartners = isKeyIn(scene, partner)
  const isVerified = scene.word === 'verified' && isPartners
  const isTried = isPartners || scene.word === 'verified' || scene.word === 'failed'
  return { decided: { ...work.decided, [letter]: { accepted, isVerified, isTried } } }
}

/** Whether the key that decided is the one with this x. */
function isKeyIn({ answer }: Scene, x: string | undefined): boolean {
  return x !== undefined && answer?.key.kind === 'read' && answer.key.key?.jwk.x === x
}

export const sso: Lesson<Work, typeof words> = {
  id: 'sso',
  start: {
    provider: null,
    keys: null,
    tokens: null,
    letters: null,
    nonce: '',
    on: { API: [], client: [] },
    sent: [],
    decided: {},
    done: [],
  },

  async exercise(now) {
    const provider = await generatePair('ES256', 'provider')
    const partner = await generatePair('ES256', 'partner')
    const secret = { ...generateSecret(32), kid: 'suppliers' }
    const letter = (alg: string, account: string, kid: string, jwk: KeyPair['publicJwk']) => {
      const claims = { iss: 'https://partner.example.com', aud: 'https://shop.example.com', iat: now }
      const document = { ...claims, exp: now + 86_400, invoice: '4711', amount: '980.00 EUR', account }
      return signCompact(JSON.stringify({ alg, kid }), JSON.stringify(document), alg, jwk)
    }
    const letters = {
      shared: await letter('HS256', 'DE02 9999 0000 1234', 'suppliers', secret),
      partner: await letter('ES256', 'DE02 1203 0000 0000', 'partner', partner.privateJwk),
    }
    const keys = {
      provider: JSON.stringify(provider.publicJwk),
      partner: JSON.stringify(partner.publicJwk),
      shared: JSON.stringify(secret),
    }
    return {
      inputs: { text: '', keyText: keys.provider, keyFormat: 'detect' },
      work: { ...sso.start, provider, keys, letters },
    }
  },

  observe(work, scene) {
    const news = sso
      .steps(work, scene)
      .filter(({ task, state }) => state === 'done' && !work.done.includes(task))
      .map(({ task }) => task)
    return news.length === 0 ? work : { ...work, done: [...work.done, ...news] }
  },

  steps(work) {
    const steps: readonly Step<typeof words>[] = [
      { task: 'login', state: work.tokens === null ? 'open' : 'done' },
      serviceStep('api', 'API', work),
      serviceStep('client', 'client', work),
      { task: 'partner', ...partnerState(work.decided.partner) },
      { task: 'impostor', ...impostorState(work.decided.shared) },
    ]
    return steps.map((step) => (work.done.includes(step.task) ? { task: step.task, state: 'done' } : step))
  },
}

type State = Omit<Step<typeof words>, 'task'>
const open = { state: 'open' } as const
const done = { state: 'done' } as const

/** A service is right once it was sent everything, accepts its own token, and no other. */
function serviceStep(task: 'api' | 'client', service: Service, work: Work): Step<typeof words> {
  const [own, ...others] = asked[service]
  for (const name of [own, ...others]) {
    const delivery = work.sent.find((one) => one.service === service && one.token === name)
    if (delivery === undefined) continue
    const refusals = noticed(work, delivery)
    if ((refusals.length === 0) === (name === own)) continue
    const why = name === own ? 'refused' : 'taken'
    const claims = (name === own ? refusals : delivery.objections).join(', ')
    return { task, state: 'wrong', why, values: { service, token: name, claims } }
  }
  return { task, ...(unsent(service, work).length === 0 ? done : open) }
}

function partnerState(decision: Decision | undefined): State {
  if (decision === undefined) return open
  if (!decision.accepted) return { state: 'wrong', why: 'genuine' }
  return decision.isVerified ? done : { state: 'wrong', why: 'unverified' }
}

function impostorState(decision: Decision | undefined): State {
  if (decision === undefined) return open
  if (decision.accepted) return { state: 'wrong', why: 'shared' }
  return decision.isTried ? done : { state: 'wrong', why: 'untried' }
}
