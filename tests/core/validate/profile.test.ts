import { describe, expect, it } from 'vitest'
import { profiles } from '../../../src/content/profiles/index.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { judge } from '../../../src/core/validate/profile/judge.ts'
import { recognizeProfile } from '../../../src/core/validate/profile/recognize.ts'
import type { Demand, Level } from '../../../src/core/validate/profile/rule.ts'

const NOW = 1_800_000_000
const nothing = { issuer: '', audience: '', subject: '', nonce: '', type: '', algorithms: '' }
const json = (value: object) => scanJson(JSON.stringify(value)).document

/** A value that meets the demands of a rule. */
function sound(demands: readonly Demand[]): unknown {
  const values: Record<string, unknown> = {
    string: 'x',
    'filled string': 'x',
    number: 1,
    'positive number': 1,
    time: NOW,
    future: NOW + 60,
    past: NOW - 60,
    object: {},
    'filled object': { a: 1 },
    array: [],
    'filled array': ['a'],
    strings: ['a'],
    audience: 'x',
    'string or URI': 'urn:x',
    URI: 'https://x.example/',
    'issuer URL': 'https://x.example',
    scope: 'a b',
    'short ASCII': 'x',
    'hex identifier': '0'.repeat(32),
    signed: 'ES256',
    asymmetric: 'ES256',
    'public JWK': { kty: 'EC' },
    'known elsewhere': 'x',
  }
  for (const demand of demands) {
    if (typeof demand === 'string') return values[demand]
    if ('oneOf' in demand) return demand.oneOf[0]
    if ('mediaType' in demand) return demand.mediaType[0]!.replace(/^\+/, 'x+')
    if ('begins' in demand) return `${demand.begins}x`
    if ('issuer' in demand) return demand.issuer[0]!.replace(/<[^>]*>/g, 'x')
    if ('ends' in demand) return `x${demand.ends}`
    if ('member' in demand) return { [demand.member]: {} }
  }
  return 'x'
}

/** A value that breaks the first demand that can be broken by one; undefined where none can. */
function unsound(demands: readonly Demand[]): unknown {
  for (const demand of demands) {
    if (demand === 'known elsewhere' || (typeof demand === 'object' && 'expected' in demand)) continue
    if (demand === 'future') return NOW - 60
    if (demand === 'past') return NOW + 60
    if (demand === 'signed' || demand === 'asymmetric') return 'none'
    if (demand === 'public JWK') return { kty: 'EC', d: 'x' }
    if (typeof demand === 'object' && ('equals' in demand || 'differs' in demand || 'within' in demand))
      continue
    return true
  }
  return undefined
}

const rows = profiles.flatMap((profile) =>
  profile.rules.map((rule, i) => ({
    profile,
    rule,
    i,
    label: `${profile.id}: ${rule.in} ${rule.names.join(', ')} ${rule.level}`,
  })),
)

function outcome({ profile, i, rule }: (typeof rows)[number], value: unknown) {
  const part = value === undefined ? {} : { [rule.names[0]!]: value }
  const [header, claims] = rule.in === 'header' ? [part, {}] : [{}, part]
  const judged = { header: json(header), claims: json(claims), expected: nothing, now: NOW, skew: 0 }
  return judge(profile, judged)[i]!.outcome
}

const whenAbsent: Readonly<Record<Level, string>> = {
  required: 'broken',
  recommended: 'broken',
  optional: 'absent',
  conditional: 'undecided',
  'should-not': 'met',
  'must-not': 'met',
}

describe('every rule of every profile', () => {
  it('has a section and words', () => {
    expect([profiles.length, rows.length]).toEqual([30, 246])
    expect(rows.length).toBeGreaterThan(200)
    for (const { rule } of rows) {
      expect(rule.says).toMatch(/^\S.*\.$/s)
      expect(rule.section).not.toBe('')
    }
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length)
  })
  it.each(rows)('$label: absent', (row) => {
    expect(outcome(row, undefined)).toBe(whenAbsent[row.rule.level])
  })
  it.each(rows)('$label: sound', (row) => {
    const forbidden = row.rule.demands.length === 0 && /not$/.test(row.rule.level)
    const found = outcome(row, sound(row.rule.demands))
    if (forbidden) expect(found).toBe('broken')
    else expect(found).toMatch(/^(met|undecided)$/)
  })
  it.each(rows.filter(({ rule }) => unsound(rule.demands) !== undefined))('$label: unsound', (row) => {
    expect(outcome(row, unsound(row.rule.demands))).toBe('broken')
  })
})

/** Tokens by what they carry, and the kind each is. */
const kinds: readonly (readonly [kind: string, header: object, claims: object])[] = [
  ['rfc9068', { typ: 'at+jwt' }, {}],
  ['rfc9068', { typ: 'APPLICATION/at+JWT' }, { nonce: 'n', sub: 's', aud: 'a' }],
  ['oidc-logout', { typ: 'logout+jwt' }, {}],
  ['set', { typ: 'secevent+jwt' }, {}],
  ['set', {}, { events: {} }],
  ['set', {}, { sid: 's', events: { 'https://schemas.openid.net/secevent/x': {} } }],
  ['oidc-logout', {}, { sub: 'u', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }],
  [
    'oidc-logout',
    {},
    { sub: 'u', aud: 'c', nonce: 'n', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } },
  ],
  ['jwt', { typ: 'JWT' }, { iss: 'https://i', sub: 's', aud: 'a', nonce: 'n', scope: 'openid', azp: 'w' }],
  ['jar', { typ: 'oauth-authz-req+jwt' }, {}],
  ['introspection', { typ: 'token-introspection+jwt' }, {}],
  ['dpop', { typ: 'dpop+jwt' }, {}],
  ['client-assertion', {}, { iss: 'c', sub: 'c', aud: 'https://as.example', exp: NOW }],
  [
    'entity-statement',
    { typ: 'entity-statement+jwt' },
    { iss: 'https://e', sub: 'https://e', aud: 'x', exp: 1 },
  ],
  ['jarm', {}, { iss: 'i', aud: 'a', exp: 1, code: 'c', state: 's' }],
  ['oidc-id-token', { typ: 'JWT' }, { iss: 'https://i', sub: 's', aud: 'a', nonce: 'n' }],
  ['oidc-id-token', {}, { at_hash: 'x' }],
  ['oidc-id-token', {}, { iss: 'https://i', sub: 's', aud: 'a', email_verified: true }],
  ['jwt', {}, { iss: 'i', sub: 's', aud: 'a', email_verified: true }],
  ['simplejwt-access', { typ: 'JWT' }, { token_type: 'access', exp: 1, iat: 1, jti: 'x', user_id: '1' }],
  ['simplejwt-refresh', { typ: 'JWT' }, { token_type: 'refresh' }],
  ['simplejwt-sliding', { typ: 'JWT' }, { token_type: 'sliding' }],
  ['firebase-id', {}, { iss: 'https://securetoken.google.com/p', aud: 'p', sub: 'u', auth_time: 1 }],
  ['cognito-access', {}, { token_use: 'access', client_id: 'x' }],
  ['cognito-id', {}, { token_use: 'id', at_hash: 'x' }],
  ['k8s-sa', {}, { 'kubernetes.io': {}, iss: 'https://k', sub: 'system:serviceaccount:a:b', aud: ['x'] }],
  [
    'github-oidc',
    { typ: 'JWT' },
    { iss: 'https://token.actions.githubusercontent.com', sub: 'repo:a/b:ref' },
  ],
  [
    'apple-client-secret',
    { alg: 'ES256' },
    { aud: 'https://appleid.apple.com', iss: 'T', sub: 's', exp: 2, iat: 1 },
  ],
  [
    'google-sa',
    { alg: 'RS256' },
    { iss: 'a@p.iam.gserviceaccount.com', sub: 'a@p.iam.gserviceaccount.com', aud: 'x', exp: 1 },
  ],
  ['github-app', { alg: 'RS256' }, { iss: '12345', iat: NOW, exp: NOW + 600 }],
  ['kb-jwt', { typ: 'kb+jwt' }, {}],
  ['sd-jwt-vc', { typ: 'dc+sd-jwt' }, { _sd: [] }],
  ['sd-jwt', { typ: 'example+sd-jwt' }, {}],
  ['sd-jwt', {}, { _sd: ['x'] }],
  ['passport', { typ: 'passport' }, {}],
  ['status-list', { typ: 'statuslist+jwt' }, {}],
  ['trust-mark', { typ: 'trust-mark+jwt' }, {}],
  ['jwt', { typ: 'JWT' }, { sub: '1', name: 'x' }],
  ['jwt', { alg: 'HS256' }, { iss: 'a', sub: 'b', aud: 'c', exp: 1 }],
]

describe('recognizing the kind', () => {
  it.each(kinds)('%s: %j %j', (kind, header, claims) => {
    const { profile, by } = recognizeProfile(profiles, json(header), json(claims))
    expect(profile.id).toBe(kind)
    expect(by.length > 0).toBe(kind !== 'jwt')
  })
  it('knows an SD-JWT by its form, unless its type says more', () => {
    const of = (header: object, claims: object) =>
      recognizeProfile(profiles, json(header), json(claims), 'sd-jwt').profile.id
    expect(of({ typ: 'JWT' }, { sub: '1' })).toBe('sd-jwt')
    expect(of({ typ: 'dc+sd-jwt' }, { vct: 'x' })).toBe('sd-jwt-vc')
    expect(recognizeProfile(profiles, json({}), json({ sub: '1' }), 'jws').profile.id).toBe('jwt')
  })
  it('takes a token without any JSON for a plain JWT', () => {
    expect(recognizeProfile(profiles, null, null).profile.id).toBe('jwt')
  })
})

describe('expectations', () => {
  const access = profiles.find(({ id }) => id === 'rfc9068')!
  const audience = (aud: unknown, expected: string) =>
    judge(access, {
      header: json({}),
      claims: json({ aud }),
      expected: { ...nothing, audience: expected },
      now: NOW,
      skew: 0,
    }).find(({ rule }) => rule.names[0] === 'aud')!
  it.each([
    ['api', 'api', 'met'],
    [['web', 'api'], 'api', 'met'],
    [['web'], 'api', 'broken'],
    ['API', 'api', 'broken'],
    ['api', '', 'undecided'],
    [{}, '', 'broken'],
  ])('aud %j, expected %j: %s', (aud, expected, outcome) => {
    expect(audience(aud, expected).outcome).toBe(outcome)
  })
  it.each([
    ['github-app', 600, 'met'],
    ['github-app', 601, 'broken'],
    ['apple-client-secret', 15_777_000, 'met'],
    ['apple-client-secret', 15_777_001, 'broken'],
    ['google-sa', 3601, 'broken'],
  ])('%s: exp %i seconds ahead: %s', (id, ahead, outcome) => {
    const judgements = judge(profiles.find((profile) => profile.id === id)!, {
      header: null,
      claims: json({ iat: NOW, exp: NOW + ahead }),
      expected: nothing,
      now: NOW,
      skew: 0,
    })
    expect(judgements.find(({ rule }) => rule.names[0] === 'exp')!.outcome).toBe(outcome)
  })
  it.each([
    ['a'.repeat(255), 'undecided'],
    ['a'.repeat(256), 'broken'],
    ['tab\tand bell\u0007', 'undecided'],
    ['Zoë', 'broken'],
  ])('sub %j of an ID token: %s', (sub, outcome) => {
    const judgements = judge(profiles.find(({ id }) => id === 'oidc-id-token')!, {
      header: null,
      claims: json({ sub }),
      expected: nothing,
      now: NOW,
      skew: 0,
    })
    expect(judgements.find(({ rule }) => rule.names[0] === 'sub')!.outcome).toBe(outcome)
  })
  it('lets a clock differ by the tolerance and no more', () => {
    const exp = (skew: number) =>
      judge(access, {
        header: null,
        claims: json({ exp: NOW - 30 }),
        expected: nothing,
        now: NOW,
        skew,
      }).find(({ rule }) => rule.names[0] === 'exp')!.outcome
    expect([exp(0), exp(30), exp(31)]).toEqual(['broken', 'broken', 'met'])
  })
})
