import type { Library } from './library.ts'
import { asPython, exact, rounded, whole } from './readTime.ts'

const nothing = {
  skew: 0,
  requires: [],
  strings: [],
  acceptsNull: false,
  times: { exp: exact, nbf: exact, iat: exact },
  lastSecond: Number.POSITIVE_INFINITY,
  ignoresZero: false,
  refusesFutureIat: false,
  acceptsLastSecond: false,
  order: null,
  audience: { unset: 'accepts any', otherValues: 'refused', ignoresLastSlash: false, ignoresEmpty: false },
  issuer: 'if expected',
  acceptsNoSubject: false,
  types: null,
  tokenType: null,
} as const

const python = { exp: asPython, nbf: asPython, iat: asPython }

/** Libraries in wide use, as of late 2026. */
export const libraries: readonly Library[] = [
  {
    ...nothing,
    id: 'jose',
    audience: { ...nothing.audience, otherValues: 'skipped' },
    settings: ['issuer', 'audience', 'subject', 'type', 'algorithms'],
  },
  {
    ...nothing,
    id: 'pyjwt',
    strings: ['sub', 'jti'],
    times: python,
    refusesFutureIat: true,
    audience: { ...nothing.audience, unset: 'refuses any', ignoresEmpty: true },
    settings: ['issuer', 'audience', 'subject', 'algorithms'],
    acceptsNoSubject: true,
  },
  {
    ...nothing,
    id: 'simplejwt',
    requires: ['exp', 'jti', 'token_type', 'user_id'],
    strings: ['sub', 'jti'],
    // PyJWT reads all three; then `exp` becomes a date, and a string, or a year past 9999, ends in a server error.
    times: { ...python, exp: whole },
    lastSecond: 253_402_300_799,
    refusesFutureIat: true,
    audience: { ...nothing.audience, ignoresEmpty: true },
    settings: ['issuer', 'audience', 'algorithms'],
    tokenType: 'access',
  },
  {
    ...nothing,
    id: 'golang-jwt',
    times: { exp: whole, nbf: whole, iat: null },
    ignoresZero: true,
    settings: ['issuer', 'audience', 'subject', 'algorithms'],
  },
  {
    ...nothing,
    id: 'dotnet',
    skew: 300,
    requires: ['exp'],
    strings: ['iss', 'jti', 'azp'],
    acceptsNull: true,
    times: { exp: rounded, nbf: rounded, iat: rounded },
    acceptsLastSecond: true,
    order: 'nbf after exp',
    audience: {
      ...nothing.audience,
      unset: 'must be configured',
      otherValues: 'null skipped',
      ignoresLastSlash: true,
    },
    issuer: 'must be configured',
    settings: ['issuer', 'audience', 'type', 'algorithms'],
  },
  {
    ...nothing,
    id: 'spring',
    skew: 60,
    strings: ['iss', 'jti'],
    acceptsNull: true,
    times: { exp: whole, nbf: whole, iat: whole },
    acceptsLastSecond: true,
    order: 'exp not after iat',
    settings: ['issuer', 'audience', 'type', 'algorithms'],
    types: ['JWT'],
  },
]
