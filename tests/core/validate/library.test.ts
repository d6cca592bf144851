import { jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { objectionText } from '../../../src/content/messages/checks.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { libraries } from '../../../src/core/validate/libraries.ts'
import { objectionsOf } from '../../../src/core/validate/library.ts'

const NOW = 1_800_000_000
const nothing = { issuer: '', audience: '', subject: '', nonce: '', type: '', algorithms: '' }
const json = (value: object) => scanJson(JSON.stringify(value)).document
const ids = ['jose', 'pyjwt', 'simplejwt', 'golang-jwt', 'dotnet', 'spring'] as const
const complete = { exp: NOW + 60, jti: 'j', token_type: 'access', user_id: '1' }
const all = { ...complete, aud: 'a', iss: 'i' }
const a = { audience: 'a' }

function refusers(claims: object, header: object = {}, expected = {}): string[] {
  const documents = { header: json(header), claims: json(claims) }
  return libraries
    .filter(
      (library) => objectionsOf(library, documents, { ...nothing, issuer: 'i', ...expected }, NOW).length > 0,
    )
    .map(({ id }) => id)
}

/** Each with the libraries that refuse it, everything else being in order. */
const rows: readonly (readonly [
  label: string,
  claims: object,
  header: object,
  expected: object,
  who: readonly string[],
])[] = [
  ['all in order', { ...complete, aud: 'a', iss: 'i' }, { typ: 'JWT' }, { audience: 'a' }, []],
  [
    'no exp',
    { ...complete, exp: undefined, aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['simplejwt', 'dotnet'],
  ],
  [
    'expired 30 seconds ago',
    { ...complete, exp: NOW - 30, aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['jose', 'pyjwt', 'simplejwt', 'golang-jwt'],
  ],
  [
    'expired 90 seconds ago',
    { ...complete, exp: NOW - 90, aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['jose', 'pyjwt', 'simplejwt', 'golang-jwt', 'spring'],
  ],
  ['expired an hour ago', { ...complete, exp: NOW - 3600, aud: 'a', iss: 'i' }, {}, { audience: 'a' }, ids],
  [
    'issued in the future',
    { ...complete, iat: NOW + 30, aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['pyjwt', 'simplejwt'],
  ],
  ['aud that nobody expects', { ...complete, aud: 'a', iss: 'i' }, {}, {}, ['pyjwt', 'dotnet']],
  ['another audience', { ...complete, aud: 'b', iss: 'i' }, {}, { audience: 'a' }, ids],
  [
    'sub a number',
    { ...complete, sub: 1, aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['pyjwt', 'simplejwt'],
  ],
  ['type at+jwt', { ...complete, aud: 'a', iss: 'i' }, { typ: 'at+jwt' }, { audience: 'a' }, ['spring']],
  [
    'exp in a string',
    { ...complete, exp: String(NOW + 60), aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['jose', 'simplejwt', 'golang-jwt', 'spring'],
  ],
  [
    'iat in a string',
    { ...complete, iat: String(NOW - 60), aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['jose', 'spring'],
  ],
  [
    'jti a number',
    { ...complete, jti: 1, aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['pyjwt', 'simplejwt', 'dotnet', 'spring'],
  ],
  ['an empty aud that nobody expects', { ...complete, aud: [], iss: 'i' }, {}, {}, ['dotnet']],
  [
    'a refresh token',
    { ...complete, token_type: 'refresh', aud: 'a', iss: 'i' },
    {},
    { audience: 'a' },
    ['simplejwt'],
  ],
  // What PyJWT 2.12.1 and SimpleJWT said of each was asked of them.
  ['half a second left', { ...all, exp: NOW + 0.5 }, {}, a, ['pyjwt', 'simplejwt', 'golang-jwt']],
  ['begins in half a second', { ...all, nbf: NOW + 0.5 }, {}, a, ['jose']],
  ['exp in milliseconds', { ...all, exp: NOW * 1000 }, {}, a, ['simplejwt']],
  [
    'exp in a string with digits grouped',
    { ...all, exp: '1_800_000_060' },
    {},
    a,
    ['jose', 'simplejwt', 'golang-jwt', 'dotnet', 'spring'],
  ],
  [
    'exp in a string, as a fraction',
    { ...all, exp: '1800000060.5' },
    {},
    a,
    ['jose', 'pyjwt', 'simplejwt', 'golang-jwt', 'spring'],
  ],
  ['nbf is true', { ...all, nbf: true }, {}, a, ['jose', 'golang-jwt', 'dotnet', 'spring']],
  [
    'exp before nbf, by less than the tolerance',
    { ...all, exp: NOW - 50, nbf: NOW + 50 },
    {},
    a,
    ['jose', 'pyjwt', 'simplejwt', 'golang-jwt', 'dotnet'],
  ],
  [
    'exp before iat, both to come',
    { ...all, exp: NOW + 60, iat: NOW + 90 },
    {},
    a,
    ['pyjwt', 'simplejwt', 'spring'],
  ],
  ['iss in an array', { ...all, iss: ['i'] }, {}, a, ids],
  ['jti null', { ...all, jti: null }, {}, a, ['pyjwt', 'simplejwt']],
  [
    'a number beside the audience',
    { ...all, aud: [1, 'a'] },
    {},
    a,
    ['pyjwt', 'simplejwt', 'golang-jwt', 'dotnet', 'spring'],
  ],
  [
    'null beside the audience',
    { ...all, aud: [null, 'a'] },
    {},
    a,
    ['pyjwt', 'simplejwt', 'golang-jwt', 'spring'],
  ],
  [
    'an audience but for its last slash',
    { ...all, aud: 'a/' },
    {},
    a,
    ['jose', 'pyjwt', 'simplejwt', 'golang-jwt', 'spring'],
  ],
  ['aud an empty object, nobody expected', { ...all, aud: {} }, {}, {}, ['dotnet']],
  // MapClaims of golang-jwt takes a time of 0 for none.
  ['exp 0', { ...all, exp: 0 }, {}, a, ['jose', 'pyjwt', 'simplejwt', 'dotnet', 'spring']],
  ['exp just above 0', { ...all, exp: 0.5 }, {}, a, ids],
  ['nbf 0', { ...all, nbf: 0 }, {}, a, []],
  // JWSHeader of Nimbus reads typ as a string or null, and nothing else.
  ['typ a number', all, { typ: 5 }, a, ['spring']],
  ['typ an array', all, { typ: ['JWT'] }, a, ['spring']],
  ['typ null', all, { typ: null }, a, []],
  ['typ empty', all, { typ: '' }, a, ['spring']],
  ['no sub though one is expected', all, {}, { ...a, subject: 'u' }, ['jose', 'golang-jwt']],
  ['another sub', { ...all, sub: 'v' }, {}, { ...a, subject: 'u' }, ['jose', 'pyjwt', 'golang-jwt']],
  ['the type that is expected', all, { typ: 'at+jwt' }, { ...a, type: 'application/at+jwt' }, []],
  ['another type', all, { typ: 'JWT' }, { ...a, type: 'at+jwt' }, ['jose', 'dotnet', 'spring']],
  ['no type though one is expected', all, {}, { ...a, type: 'JWT' }, ['jose', 'dotnet', 'spring']],
  ['another algorithm', all, { alg: 'HS256' }, { ...a, algorithms: 'RS256, ES256' }, ids],
  ['one of the algorithms', all, { alg: 'HS256' }, { ...a, algorithms: 'HS512 HS256' }, []],
]

describe('which libraries refuse', () => {
  it.each(rows)('%s', (_, claims, header, expected, who) => {
    expect(refusers(claims, header, expected)).toEqual(who)
  })
})

describe('jose itself agrees', () => {
  const secret = new Uint8Array(32)
  const jose = libraries.find(({ id }) => id === 'jose')!
  it.each(rows)('%s', async (_, claims, header, expected) => {
    const given = JSON.parse(JSON.stringify({ iss: 'i', ...claims })) as Record<string, unknown>
    const token = await new SignJWT(given).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret)
    const { type, algorithms, ...same } = expected as { type?: string; algorithms?: string }
    const options = {
      currentDate: new Date(NOW * 1000),
      issuer: 'i',
      ...same,
      ...(type === undefined ? {} : { typ: type }),
      ...(algorithms === undefined ? {} : { algorithms: algorithms.split(/[ ,]+/) }),
    }
    const accepted = await jwtVerify(token, secret, options).then(
      () => true,
      () => false,
    )
    const documents = { header: json(header), claims: json(given) }
    expect(objectionsOf(jose, documents, { ...nothing, issuer: 'i', ...expected }, NOW).length === 0).toBe(
      accepted,
    )
  })
})

describe('what PyJWT says of an audience', () => {
  // As it answered when it was asked.
  it.each([
    [undefined, 'Token is missing the "aud" claim'],
    [[], 'Token is missing the "aud" claim'],
    ['', 'Token is missing the "aud" claim'],
    [null, 'Token is missing the "aud" claim'],
    [{}, 'Token is missing the "aud" claim'],
    [0, 'Token is missing the "aud" claim'],
    [['svc', 5], 'Invalid claim format in token'],
    [[null, 'svc'], 'Invalid claim format in token'],
    [{ svc: 1 }, 'Invalid claim format in token'],
    [5, 'Invalid claim format in token'],
    [true, 'Invalid claim format in token'],
    [['b'], "Audience doesn't match"],
    ['b', "Audience doesn't match"],
    [[''], "Audience doesn't match"],
    ['svc', null],
    [['b', 'svc'], null],
  ])('%j: %s', (aud, said) => {
    const documents = { header: json({}), claims: json({ aud }) }
    const pyjwt = libraries.find(({ id }) => id === 'pyjwt')!
    const [objection] = objectionsOf(pyjwt, documents, { ...nothing, audience: 'svc' }, NOW)
    if (said === null) expect(objection).toBeUndefined()
    else expect(objectionText('pyjwt', objection!)).toContain(`(“${said}”)`)
  })
})
