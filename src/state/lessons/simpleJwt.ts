import { isObject } from '../../core/decode/content.ts'
import { libraries } from '../../core/validate/libraries.ts'
import { type Objection, objectionsOf } from '../../core/validate/library.ts'
import { Members } from '../../core/validate/profile/claims.ts'
import type { Scene } from './lesson.ts'
import { claim, claimsIn } from './payload.ts'

/** What a JSON answer holds. */
export type Body = Readonly<Record<string, unknown>>

/** What SimpleJWT makes of a token: who it is of, the body of its refusal, or an error that it does not catch. */
export type Judged =
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'refused'; readonly body: Body }
  | { readonly kind: 'broken' }

const library = libraries.find(({ id }) => id === 'simplejwt')!

/** Who has an account at the API of the lesson, by `user_id`, which Django takes for a whole number. */
const users: ReadonlyMap<number, string> = new Map([[1, 'ada']])

const nothingExpected = { issuer: '', audience: '', subject: '', nonce: '', type: '', algorithms: '' }

/**
 * What SimpleJWT 5.5.1 with its defaults answers to the token in the box, where its `SIGNING_KEY` is what the Key box holds;
 * null while the signature is checked. The clock is the page's own, wherever the learner looks from.
 */
export function judge(scene: Scene): Judged | null {
  if (scene.word === 'checking') return null
  const { token } = scene.inspection
  const claims = claimsIn(scene)
  // ALGORITHM is set on the server, and not read from the header.
  if (!isVerified(scene) || token?.header.alg !== 'HS256' || claims === null) return refused(INVALID)
  const objections = objectionsOf(library, { header: null, claims }, nothingExpected, scene.inputs.now)
  const exp = claim(scene, 'exp')
  const isNumericText = typeof exp === 'string' && /^\s*[+-]?\d+\s*$/.test(exp)
  const message = messageOf(objections, isNumericText)
  if (message !== null) return refused(message)
  const isBeyond = objections.some(({ why }) => why === 'beyond the calendar')
  if (isNumericText || isBeyond) return { kind: 'broken' }
  const id = claim(scene, 'user_id')
  if (id === undefined)
    return refusal('Token contained no recognizable user identification', 'token_not_valid')
  const number = id === null ? Number.NaN : wholeNumber(id)
  if (number === null) return { kind: 'broken' }
  const user = users.get(number)
  return user === undefined ? refusal('User not found', 'user_not_found') : { kind: 'user', user }
}

/**
 * Whether PyJWT finds the signature right. Of members with one name it takes the last, it takes no `kid` that is no string,
 * and none of the payloads that `b64` leaves as they are, which it has to be given apart.
 */
function isVerified({ answer, inspection: { token } }: Scene): boolean {
  const outcome = answer?.levels[0]?.outcome
  if (token?.kind !== 'jws' || outcome?.kind !== 'signed' || !isObject(token.headerContent)) return false
  const header = new Members(token.headerContent.document)
  return (
    outcome.verification.state === 'verified' &&
    token.faults.every(({ code }) => code === 'header-duplicate') &&
    header.written('b64') !== 'false' &&
    (header.node('kid') === null || header.text('kid') !== null)
  )
}

/** As Python's `int` makes one of it; null where that raises an error. */
function wholeNumber(id: unknown): number | null {
  if (typeof id === 'number' || typeof id === 'boolean') return Math.trunc(Number(id))
  // An underscore stands between digits.
  if (typeof id !== 'string' || !/^\s*[+-]?\d[\d_]*\s*$/.test(id) || /_(?!\d)/.test(id)) return null
  return Number(id.replaceAll('_', ''))
}

const INVALID = 'Token is invalid'

/** PyJWT's objections come first, in the order in which it looks, and share one text but for expiry; then SimpleJWT's own. */
function messageOf(objections: readonly Objection[], isNumericText: boolean): string | null {
  const is = (claim: string, ...whys: Objection['why'][]) =>
    objections.some((one) => one.claim === claim && whys.includes(one.why))
  if (is('iat', 'not a number', 'issued in the future')) return INVALID
  if (is('nbf', 'not a number', 'not yet valid')) return INVALID
  if (is('exp', 'not a number') && !isNumericText) return INVALID
  if (is('exp', 'expired')) return 'Token is expired'
  if (is('sub', 'not a string') || is('jti', 'not a string')) return INVALID
  if (is('exp', 'missing')) return "Token has no 'exp' claim"
  if (is('jti', 'missing')) return 'Token has no id'
  if (is('token_type', 'missing')) return 'Token has no type'
  if (is('token_type', 'other')) return 'Token has wrong type'
  return null
}

function refused(message: string): Judged {
  const messages = [{ token_class: 'AccessToken', token_type: 'access', message }]
  const detail = 'Given token not valid for any token type'
  return { kind: 'refused', body: { detail, code: 'token_not_valid', messages } }
}

function refusal(detail: string, code: string): Judged {
  return { kind: 'refused', body: { detail, code } }
}
