import { describe, expect, it } from 'vitest'
import { findingWords } from '../../../src/content/findings/index.ts'
import { findingsOf, NOW, token } from './subject.ts'

const sound = { iss: 'https://i.example', aud: 'a', exp: NOW + 600, iat: NOW }
const jwt = (claims: object, header: object = {}) =>
  token({ alg: 'HS256', typ: 'x+jwt', ...header }, { ...sound, ...claims })
const DAY = 86_400

/** Each rule with a token that fires it and one that nearly does. */
const rows: readonly (readonly [rule: string, severity: string, fires: string, nearly: string])[] = [
  ['exp-missing', 'warning', jwt({ exp: undefined }), jwt({})],
  [
    'exp-missing',
    'warning',
    jwt({ exp: undefined }),
    token({ alg: 'HS256', typ: 'secevent+jwt' }, { events: {} }),
  ],
  [
    'exp-missing',
    'warning',
    jwt({ exp: undefined, typ: 'Offline' }),
    jwt({ exp: undefined, typ: 'Offline', iss: 'https://k.example/realms/r' }),
  ],
  ['lifetime-long', 'warning', jwt({ exp: NOW + DAY + 1 }), jwt({ exp: NOW + DAY })],
  ['lifetime-long', 'error', jwt({ exp: NOW + 365 * DAY + 1 }), jwt({ exp: NOW + 365 * DAY })],
  ['lifetime-long', 'error', jwt({ exp: NOW + 400 * DAY }), jwt({ exp: NOW + 400 * DAY, iat: undefined })],
  [
    'lifetime-long',
    'warning',
    jwt({ exp: NOW + 28 * 3600 + 1, xms_cc: ['cp1'] }),
    jwt({ exp: NOW + 28 * 3600, xms_cc: ['cp1'] }),
  ],
  [
    'lifetime-long',
    'warning',
    jwt({ exp: NOW + 14 * DAY + 1, iss: 'https://session.firebase.google.com/p' }),
    jwt({ exp: NOW + 14 * DAY, iss: 'https://session.firebase.google.com/p' }),
  ],
  ['time-order', 'error', jwt({ exp: NOW }), jwt({ exp: NOW + 1 })],
  ['time-order', 'error', jwt({ nbf: NOW + 600 }), jwt({ nbf: NOW + 599 })],
  ['time-future', 'warning', jwt({ iat: NOW + 301 }), jwt({ iat: NOW + 300 })],
  ['time-future', 'warning', jwt({ nbf: NOW + 301 }), jwt({ nbf: NOW })],
  ['token-expired', 'info', jwt({ exp: NOW, iat: NOW - 60 }), jwt({ exp: NOW + 1 })],
  ['token-not-yet-valid', 'info', jwt({ nbf: NOW + 1 }), jwt({ nbf: NOW })],
  ['aud-missing', 'warning', jwt({ aud: undefined }), jwt({})],
  [
    'aud-missing',
    'warning',
    jwt({ aud: undefined, iss: 'https://a.okta.com' }),
    jwt({ aud: undefined, iss: 'https://clerk.x.example' }),
  ],
  [
    'lifetime-long',
    'error',
    jwt({ exp: NOW + 400 * DAY, 'kubernetes.io': {} }),
    jwt({ exp: NOW + 400 * DAY, 'kubernetes.io': { warnafter: NOW + 60 } }),
  ],
  ['aud-missing', 'warning', jwt({ aud: '*' }), jwt({ aud: ['*.example'] })],
  ['aud-missing', 'warning', jwt({ aud: [] }), jwt({ aud: ['a'] })],
  ['aud-missing', 'warning', jwt({ aud: '' }), jwt({ aud: 'a' })],
  ['aud-missing', 'warning', jwt({ aud: ['a', 'b'] }), jwt({ aud: ['a', 'b'], azp: 'c' })],
  ['iss-missing', 'warning', jwt({ iss: '' }), jwt({ iss: 'i' })],
  ['iss-missing', 'warning', jwt({ iss: undefined }), jwt({ iss: 'i' })],
  [
    'iss-missing',
    'warning',
    jwt({ iss: 'http://i.example' }),
    jwt({ iss: 'http://localhost:8080/realms/x' }),
  ],
  ['typ-generic', 'warning', jwt({}, { typ: 'JWT' }), jwt({}, { typ: 'at+jwt' })],
  ['typ-generic', 'warning', jwt({}, { typ: undefined }), jwt({ token_type: 'access' }, { typ: 'JWT' })],
  ['typ-generic', 'warning', jwt({}, { typ: 'application/jwt' }), jwt({}, { typ: 'jwt+x' })],
  [
    'typ-generic',
    'warning',
    jwt({ sub: 'urn:a:b:c:d' }, { typ: 'JWT' }),
    jwt({ sub: 'org/a/project/b' }, { typ: 'JWT' }),
  ],
  [
    'typ-generic',
    'warning',
    jwt({ sub: 'auth0:a:b' }, { typ: 'JWT' }),
    jwt({ sub: 'spiffe://a/b' }, { typ: 'JWT' }),
  ],
  [
    'iss-missing',
    'warning',
    jwt({ iss: undefined, sub: 'mailto:a@example.com' }),
    jwt({ iss: undefined, sub: 'mailto:a@example.com', aud: 'https://push.example' }),
  ],
  ['typ-generic', 'warning', jwt({}, { typ: '' }), jwt({ token_type: 'access' }, { typ: '' })],
  ['typ-generic', 'warning', jwt({ token_type: 'access' }, { typ: 5 }), jwt({}, { typ: 'x' })],
  ['typ-generic', 'warning', jwt({}, { typ: null }), jwt({}, { typ: 'x' })],
  [
    'typ-contradiction',
    'error',
    jwt({}, { typ: 'at+jwt' }),
    jwt({ sub: 's', client_id: 'c', jti: 'j' }, { typ: 'at+jwt' }),
  ],
  [
    'typ-contradiction',
    'error',
    jwt({ jti: 'j', events: {}, nonce: 'n' }, { typ: 'logout+jwt' }),
    jwt({ jti: 'j', events: {} }, { typ: 'logout+jwt' }),
  ],
  [
    'typ-contradiction',
    'error',
    jwt({ jti: 'j', htm: 'GET' }, { typ: 'dpop+jwt', jwk: {} }),
    jwt({ jti: 'j', htm: 'GET', htu: 'https://a' }, { typ: 'application/dpop+jwt', jwk: {} }),
  ],
  [
    'id-token-as-access',
    'info',
    jwt({ nonce: 'n' }, { typ: 'JWT' }),
    jwt({ nonce: 'n' }, { typ: 'dpop+jwt' }),
  ],
  ['id-token-as-access', 'info', jwt({ at_hash: 'x' }, { typ: undefined }), jwt({ at_hash_x: 'x' })],
  [
    'id-token-as-access',
    'info',
    jwt({ nonce: 'n' }, { typ: 'JWT' }),
    jwt({ nonce: 'n', scope: 'openid' }, { typ: 'JWT' }),
  ],
  [
    'id-token-as-access',
    'info',
    jwt({ nonce: 'n', client_id: 'c' }, { typ: 'JWT' }),
    jwt({ nonce: 'n', client_id: 'c', response_type: 'code' }, { typ: 'JWT' }),
  ],
  ['sub-is-client', 'warning', jwt({ sub: 'c', client_id: 'c' }), jwt({ sub: 'c', client_id: 'd' })],
  ['secret-in-claims', 'error', jwt({ password: 'hunter2' }), jwt({ password: '' })],
  ['secret-in-claims', 'error', jwt({ user: { api_key: 'x' } }), jwt({ password_changed_at: 'x' })],
  [
    'secret-in-claims',
    'error',
    jwt({ a: '-----BEGIN RSA PRIVATE KEY-----\nAA' }),
    jwt({ a: '-----BEGIN PUBLIC KEY-----\nAA' }),
  ],
  ['secret-in-claims', 'error', jwt({ a: ['AKIAIOSFODNN7EXAMPLE'] }), jwt({ a: 'AKIAIOSFODNN7' })],
  ['secret-in-claims', 'error', jwt({ a: '4111 1111 1111 1111' }), jwt({ a: '4111 1111 1111 1112' })],
  ['secret-in-claims', 'error', jwt({ user_password: 'hunter2' }), jwt({ password_url: 'hunter2' })],
  ['secret-in-claims', 'error', jwt({ aws_secret_access_key: 'x' }), jwt({ secret_access: 'x' })],
  [
    'secret-in-claims',
    'error',
    jwt({ pass: 'hunter2' }),
    jwt({ boarding_pass: 'x', passed: 'x', compass: 'x' }),
  ],
  ['secret-in-claims', 'error', jwt({ db_pass: 'hunter2' }), jwt({ pass_id: 'x' })],
  ['secret-in-claims', 'error', jwt({ stripe_secret: 'x' }), jwt({ secret_santa: 'x', top_secrets: 'x' })],
  ['secret-in-claims', 'error', jwt({ 'webhook-secret-key': 'x' }), jwt({ secret_key_id: 'x', monkey: 'x' })],
  [
    'secret-in-claims',
    'error',
    jwt({ a: `github_pat_${'a1B2'.repeat(5)}xy_${'z9'.repeat(29)}q` }),
    jwt({ a: 'github_pat_rotated' }),
  ],
  ['secret-in-claims', 'error', jwt({ a: '3530111333300000' }), jwt({ a: '3530111333300001' })],
  ['secret-in-claims', 'error', jwt({ card: 4111111111111111 }), jwt({ id: 4111111111111112 })],
  ['secret-in-claims', 'error', jwt({ a: '378282246310005' }), jwt({ sub: '113456789012345678901' })],
  ['claim-is-jwt', 'info', jwt({ t: jwt({}) }), jwt({ t: `${jwt({})}.` })],
  ['claim-is-jwt', 'info', jwt({ a: [{ b: jwt({}) }] }), jwt({ t: 'eyJhIjox.eyJhIjox.AAAA' })],
]

describe('claims', () => {
  it.each(rows)('%s is found: %s %.40s', async (rule, severity, fires) => {
    const found = (await findingsOf(fires)).filter((finding) => finding.rule === rule)
    expect(found.map((finding) => finding.severity)).toEqual([severity])
    for (const finding of found) {
      expect(findingWords[finding.rule].text(finding.values)).not.toMatch(/undefined|NaN|null|\[object/)
      for (const span of finding.at) expect(span.from < span.to && span.to <= fires.length).toBe(true)
    }
  })
  it.each(rows)('%s stays silent on its neighbour: %s', async (rule, severity, _, nearly) => {
    const found = (await findingsOf(nearly)).filter((finding) => finding.rule === rule)
    expect(found.map((finding) => finding.severity)).not.toContain(severity)
  })
})

it.each([
  [DAY + 1, /^24 hours/],
  [28.5 * 3600, /^29 hours/],
  [2 * DAY, /^2 days/],
  [1000 * DAY, /^1,000 days/],
])('a life of %d seconds is told in words', async (seconds, words) => {
  const [finding] = (await findingsOf(jwt({ exp: NOW + seconds }))).filter(
    ({ rule }) => rule === 'lifetime-long',
  )
  expect(findingWords['lifetime-long'].text(finding!.values)).toMatch(words)
})

it.each([
  [5, /^typ is no string/],
  [null, /^typ is no string/],
  [['JWT'], /^typ is no string/],
  ['', /^typ is empty/],
  ['Application/JWT', /^typ is just JWT/],
  [undefined, /^There is no typ/],
])('typ %j is called what it is', async (typ, words) => {
  const [finding] = (await findingsOf(jwt({}, { typ }))).filter(({ rule }) => rule === 'typ-generic')
  expect(findingWords['typ-generic'].text(finding!.values)).toMatch(words)
})

it('an issuer other than that of the fetched metadata is found', async () => {
  const rules = async (issuer: string) =>
    (await findingsOf(jwt({}), '', { issuer })).filter(({ rule }) => rule === 'iss-missing')
  expect(await rules('https://i.example/')).toHaveLength(1)
  expect(await rules('https://i.example')).toEqual([])
  expect(await rules('https://{tenant}.example')).toEqual([])
})
