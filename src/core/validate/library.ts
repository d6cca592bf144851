import type { JsonDocument } from '../json/document.ts'
import type { Expected } from './expected.ts'
import { Members } from './profile/claims.ts'
import { isMediaType } from './profile/demand.ts'

type TimeClaim = 'exp' | 'nbf' | 'iat'

/** What PyJWT takes for no audience. */
const EMPTY = /^(?:null|""|\[\s*\])$/

/** What a verifying library does of its own accord, before anybody sets an option. */
export interface Library {
  readonly id: string
  /** Tolerance for clocks that differ, in seconds. */
  readonly skew: number
  /** Claims without which a token is refused. */
  readonly requires: readonly string[]
  /** Claims that must be strings where they are present. */
  readonly strings: readonly string[]
  /** Claims that must be times where they are present. */
  readonly times: readonly TimeClaim[]
  /** Those of them that may as well be a number in a string, `"1700000000"`. */
  readonly numericText: readonly TimeClaim[]
  /** Whether a token issued in the future is refused. */
  readonly refusesFutureIat: boolean
  /** Whether the very second of `exp`, tolerance added, is still accepted. */
  readonly acceptsLastSecond: boolean
  readonly audience: 'if expected' | 'refuses unexpected' | 'must be configured'
  readonly issuer: 'if expected' | 'must be configured'
  /** Values of `typ` that are accepted beside none at all; null where `typ` is not looked at. */
  readonly types: readonly string[] | null
  /** What `token_type` must be; null where it is a claim like any other. */
  readonly tokenType: string | null
}

/** The claims of `claim` that make a library refuse a token, and why. */
export interface Objection {
  readonly claim: string
  readonly why:
    | 'missing'
    | 'not a number'
    | 'not a string'
    | 'expired'
    | 'not yet valid'
    | 'issued in the future'
    | 'other'
    | 'unexpected'
    | 'not configured'
}

/**
 * Why a library with its own defaults refuses the claims; empty where it accepts them. The signature is another matter.
 *
 * @param now seconds since the epoch
 * @param skew tolerance in seconds in place of the library's own, or null
 */
export function objectionsOf(
  library: Library,
  documents: { readonly header: JsonDocument | null; readonly claims: JsonDocument | null },
  expected: Expected,
  now: number,
  skew: number | null = null,
): Objection[] {
  const claims = new Members(documents.claims)
  const objections: Objection[] = []
  const object = (claim: string, why: Objection['why']) => objections.push({ claim, why })
  for (const claim of library.requires) if (claims.node(claim) === null) object(claim, 'missing')
  for (const claim of library.strings) {
    if (claims.node(claim) !== null && claims.text(claim) === null) object(claim, 'not a string')
  }

  const tolerance = skew ?? library.skew
  const time = (claim: TimeClaim): number | null => {
    if (claims.node(claim) === null || !library.times.includes(claim)) return null
    const text = claims.text(claim)
    const seconds =
      claims.number(claim) ??
      (library.numericText.includes(claim) && text !== null && /^\s*[+-]?\d+\s*$/.test(text)
        ? Number(text)
        : null)
    if (seconds === null) object(claim, 'not a number')
    return seconds
  }
  const [exp, nbf, iat] = [time('exp'), time('nbf'), time('iat')]
  const end = exp === null ? null : exp + tolerance
  if (end !== null && (library.acceptsLastSecond ? now > end : now >= end)) object('exp', 'expired')
  if (nbf !== null && nbf > now + tolerance) object('nbf', 'not yet valid')
  if (library.refusesFutureIat && iat !== null && iat > now + tolerance) object('iat', 'issued in the future')

  const compare = (claim: string, wanted: string) => {
    const node = claims.node(claim)
    if (node === null) return object(claim, 'missing')
    const values = claims.textsAt(node) ?? [claims.textAt(node)]
    if (!values.includes(wanted)) object(claim, 'other')
  }
  if (expected.audience !== '') compare('aud', expected.audience)
  else if (library.audience === 'must be configured') object('aud', 'not configured')
  else if (library.audience === 'refuses unexpected' && !EMPTY.test(claims.written('aud') ?? 'null'))
    object('aud', 'unexpected')
  if (expected.issuer !== '') compare('iss', expected.issuer)
  else if (library.issuer === 'must be configured') object('iss', 'not configured')
  if (expected.subject !== '') compare('sub', expected.subject)

  const typ = new Members(documents.header).text('typ')
  if (library.types !== null && typ !== null && !isMediaType(typ, library.types)) object('typ', 'other')
  if (library.tokenType !== null && claims.node('token_type') !== null)
    compare('token_type', library.tokenType)
  return objections
}

const times = ['exp', 'nbf', 'iat'] as const

const nothing = {
  skew: 0,
  requires: [],
  strings: [],
  times,
  numericText: [],
  refusesFutureIat: false,
  acceptsLastSecond: false,
  audience: 'if expected',
  issuer: 'if expected',
  types: null,
  tokenType: null,
} as const

/** Libraries in wide use, as of late 2026. */
export const libraries: readonly Library[] = [
  { ...nothing, id: 'jose' },
  {
    ...nothing,
    id: 'pyjwt',
    strings: ['sub', 'jti'],
    numericText: times,
    refusesFutureIat: true,
    audience: 'refuses unexpected',
  },
  {
    ...nothing,
    id: 'simplejwt',
    requires: ['exp', 'jti', 'token_type', 'user_id'],
    // PyJWT reads all three; then `exp` is taken for a number, and a string ends in a server error.
    strings: ['sub', 'jti'],
    numericText: ['nbf', 'iat'],
    refusesFutureIat: true,
    tokenType: 'access',
  },
  { ...nothing, id: 'golang-jwt', times: ['exp', 'nbf'] },
  {
    ...nothing,
    id: 'dotnet',
    skew: 300,
    requires: ['exp'],
    numericText: times,
    acceptsLastSecond: true,
    audience: 'must be configured',
    issuer: 'must be configured',
  },
  { ...nothing, id: 'spring', skew: 60, strings: ['iss', 'jti'], acceptsLastSecond: true, types: ['JWT'] },
]
