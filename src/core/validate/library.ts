import type { JsonDocument } from '../json/document.ts'
import { type Audience, hasAudience, hasStrings, isFalsy } from './audience.ts'
import type { Expected, ExpectedName } from './expected.ts'
import { Members } from './profile/claims.ts'
import { isMediaType } from './profile/demand.ts'
import type { ReadTime } from './readTime.ts'
import type { TimeName } from './time.ts'

/** What a verifying library does of its own accord, before anybody sets an option. */
export interface Library {
  readonly id: string
  /** Tolerance for clocks that differ, in seconds. */
  readonly skew: number
  /** Claims without which a token is refused. */
  readonly requires: readonly string[]
  /** Claims that must be strings where they are present. */
  readonly strings: readonly string[]
  /** Whether `null` passes for one of them. */
  readonly acceptsNull: boolean
  /** How the value of each time claim is read; null where it is not looked at. */
  readonly times: Readonly<Record<TimeName, ReadTime | null>>
  /** Whether a time of 0 counts as none. */
  readonly ignoresZero: boolean
  /** The last second that it can put into its calendar. */
  readonly lastSecond: number
  /** Whether a token issued in the future is refused. */
  readonly refusesFutureIat: boolean
  /** Whether the very second of `exp`, tolerance added, is still accepted. */
  readonly acceptsLastSecond: boolean
  /** Refused at any time: one that begins after it ends, or ends no later than it was issued. */
  readonly order: 'nbf after exp' | 'exp not after iat' | null
  readonly audience: Audience & {
    readonly unset: 'accepts any' | 'refuses any' | 'must be configured'
    /** Whether an empty one counts as none where one is expected. */
    readonly ignoresEmpty: boolean
  }
  readonly issuer: 'if expected' | 'must be configured'
  /** What can be told to it; other expectations are left to the service around it. */
  readonly settings: readonly ExpectedName[]
  /** Whether a token without `sub` passes although one is expected. */
  readonly acceptsNoSubject: boolean
  /** Values of `typ` that are accepted beside none at all, unless one is expected; null where `typ` is not looked at. */
  readonly types: readonly string[] | null
  /** What `token_type` must be; null where it is a claim like any other. */
  readonly tokenType: string | null
}

/** The member `claim` that makes a library refuse a token, and why. */
export interface Objection {
  readonly claim: string
  readonly why:
    | 'missing'
    | 'not a number'
    | 'not a string'
    | 'not strings'
    | 'beyond the calendar'
    | 'out of order'
    | 'expired'
    | 'not yet valid'
    | 'issued in the future'
    | 'other'
    | 'unexpected'
    | 'not configured'
}

interface Documents {
  readonly header: JsonDocument | null
  readonly claims: JsonDocument | null
}

/**
 * Why a library with its own defaults refuses the claims; empty where it accepts them. The signature is another matter.
 *
 * @param now seconds since the epoch
 */
export function objectionsOf(
  library: Library,
  documents: Documents,
  expected: Expected,
  now: number,
): Objection[] {
  const claims = new Members(documents.claims)
  const isExpected = (name: ExpectedName) => expected[name] !== '' && library.settings.includes(name)
  const objections: Objection[] = []
  const object = (claim: string, why: Objection['why']) => objections.push({ claim, why })
  for (const claim of library.requires) if (claims.node(claim) === null) object(claim, 'missing')
  for (const claim of library.strings) {
    const passes = claims.text(claim) !== null || (library.acceptsNull && claims.written(claim) === 'null')
    if (claims.node(claim) !== null && !passes) object(claim, 'not a string')
  }
  objections.push(...timeObjections(library, claims, now))

  const equal = (claim: string, wanted: string) => {
    if (claims.node(claim) === null) object(claim, 'missing')
    else if (claims.text(claim) !== wanted) object(claim, 'other')
  }
  const audience = claims.node('aud')
  const { unset } = library.audience
  if (isExpected('audience')) {
    if (audience === null || (library.audience.ignoresEmpty && isFalsy(claims, audience)))
      object('aud', 'missing')
    else if (!hasAudience(expected.audience, claims, audience, library.audience))
      object('aud', hasStrings(claims, audience, library.audience) ? 'other' : 'not strings')
  } else if (unset === 'must be configured') object('aud', 'not configured')
  else if (unset === 'refuses any' && audience !== null && !isFalsy(claims, audience))
    object('aud', 'unexpected')
  if (isExpected('issuer')) equal('iss', expected.issuer)
  else if (library.issuer === 'must be configured') object('iss', 'not configured')
  if (isExpected('subject') && !(library.acceptsNoSubject && claims.node('sub') === null))
    equal('sub', expected.subject)
  if (library.tokenType !== null && claims.node('token_type') !== null) equal('token_type', library.tokenType)
  return [...objections, ...headerObjections(library, new Members(documents.header), expected, isExpected)]
}

function timeObjections(library: Library, claims: Members, now: number): Objection[] {
  const objections: Objection[] = []
  const time = (claim: TimeName): number | null => {
    const [node, read] = [claims.node(claim), library.times[claim]]
    if (node === null || read === null || (library.ignoresZero && claims.numberAt(node) === 0)) return null
    const seconds = read(claims, node)
    if (seconds === null) objections.push({ claim, why: 'not a number' })
    return seconds
  }
  const [exp, nbf, iat] = [time('exp'), time('nbf'), time('iat')]
  const object = (claim: TimeName, why: Objection['why']) => objections.push({ claim, why })
  const end = exp === null ? null : exp + library.skew
  if (exp !== null && exp > library.lastSecond) object('exp', 'beyond the calendar')
  if (end !== null && (library.acceptsLastSecond ? now > end : now >= end)) object('exp', 'expired')
  if (nbf !== null && nbf > now + library.skew) object('nbf', 'not yet valid')
  if (library.refusesFutureIat && iat !== null && iat > now + library.skew)
    object('iat', 'issued in the future')
  if (library.order === 'nbf after exp' && nbf !== null && exp !== null && nbf > exp)
    object('nbf', 'out of order')
  if (library.order === 'exp not after iat' && iat !== null && exp !== null && exp <= iat)
    object('exp', 'out of order')
  return objections
}

function headerObjections(
  library: Library,
  header: Members,
  expected: Expected,
  isExpected: (name: ExpectedName) => boolean,
): Objection[] {
  const objections: Objection[] = []
  const typ = header.text('typ')
  if (library.types !== null && typ === null && (header.written('typ') ?? 'null') !== 'null') {
    objections.push({ claim: 'typ', why: 'not a string' })
  } else if (isExpected('type')) {
    const wanted = expected.type.trim().replace(/^application\//i, '')
    if (header.node('typ') === null) objections.push({ claim: 'typ', why: 'missing' })
    else if (typ === null || !isMediaType(typ, [wanted])) objections.push({ claim: 'typ', why: 'other' })
  } else if (library.types !== null && typ !== null && !isMediaType(typ, library.types)) {
    objections.push({ claim: 'typ', why: 'other' })
  }
  const algorithms = expected.algorithms.split(/[\s,]+/).filter((name) => name !== '')
  if (algorithms.length > 0 && isExpected('algorithms') && !algorithms.includes(header.text('alg') ?? ''))
    objections.push({ claim: 'alg', why: 'other' })
  return objections
}
