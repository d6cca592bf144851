import { verifyWithKeys } from '../../core/crypto/choose.ts'
import { inspect } from '../../core/inspect.ts'
import { readKeys } from '../../core/keys/index.ts'
import { generatePair, type KeyPair } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { checkOf } from './signatureCheck.ts'

/** Points of the time line, seconds between two of them, and the life of a token, in seconds. */
export const POINTS = 8
export const STEP = 300
const LIFE = 900

/** The point at which the issuer begins to sign with the new key; what it signed before point 0 is of an older one. */
const CHANGE = 4

/** By age. */
export const kids = ['key-1', 'key-2', 'key-3'] as const
export type Kid = (typeof kids)[number]

export interface Issued {
  readonly kid: Kid
  readonly iat: number
  readonly exp: number
  readonly text: string
}

/** What became of the two tokens that matter at one point; `copied`: the newest one, with the set of the point before. */
export interface Outcome {
  readonly oldest: boolean
  readonly newest: boolean
  readonly copied: boolean
}

export function generateKeys(): Promise<readonly KeyPair[]> {
  return Promise.all(kids.map((kid) => generatePair('ES256', kid)))
}

/** Everything that the issuer signs from before point 0, which is at `start`, to the last. */
export function issueAll(keys: readonly KeyPair[], start: number): Promise<readonly Issued[]> {
  const points = Array.from({ length: POINTS + LIFE / STEP - 1 }, (_, i) => i + 1 - LIFE / STEP)
  return Promise.all(
    points.map(async (point) => {
      const index = point < 0 ? 0 : point < CHANGE ? 1 : 2
      const kid = kids[index]!
      const iat = start + point * STEP
      const exp = iat + LIFE
      const payload = { iss: 'https://login.example.com', sub: 'user-42', iat, exp }
      const header = JSON.stringify({ alg: 'ES256', typ: 'JWT', kid })
      const text = await signCompact(header, JSON.stringify(payload), 'ES256', keys[index]!.privateJwk)
      return { kid, iat, exp, text }
    }),
  )
}

/** The unexpired tokens of a moment, oldest first. */
export function aliveAt(tokens: readonly Issued[], moment: number): readonly Issued[] {
  return tokens.filter(({ iat, exp }) => iat <= moment && moment < exp)
}

/** What an issuer does who thinks of the present alone: the key that signs is the set. */
export const naive: readonly (readonly Kid[])[] = Array.from({ length: POINTS }, (_, point) => [
  point < CHANGE ? 'key-2' : 'key-3',
])

/** The JWK Set with these keys, as it is served. */
export function setText(keys: readonly KeyPair[], chosen: readonly Kid[]): string {
  const published = keys
    .map(({ publicJwk }) => ({ ...publicJwk, use: 'sig', alg: 'ES256' }))
    .filter(({ kid }) => chosen.some((name) => name === kid))
  return JSON.stringify({ keys: published }, null, 2)
}

/** Verifies what matters at each point, with the set of that point and with that of the one before. */
export function tryOut(
  keys: readonly KeyPair[],
  tokens: readonly Issued[],
  sets: readonly (readonly Kid[])[],
  start: number,
): Promise<readonly Outcome[]> {
  const outcomes = sets.map(async (chosen, point) => {
    const alive = aliveAt(tokens, start + point * STEP)
    const [oldest, newest] = [alive[0]!, alive.at(-1)!]
    const before = sets[point - 1] ?? chosen
    return {
      oldest: await verifies(oldest, setText(keys, chosen)),
      newest: await verifies(newest, setText(keys, chosen)),
      copied: point === 0 || (await verifies(newest, setText(keys, before))),
    }
  })
  return Promise.all(outcomes)
}

async function verifies({ text }: Issued, set: string): Promise<boolean> {
  const { token } = inspect(text)
  const reading = await readKeys(set, 'jwk-set')
  if (token?.kind !== 'jws' || !reading.ok) return false
  const { verification } = await verifyWithKeys(checkOf(text, token), reading.value)
  return verification.state === 'verified'
}
