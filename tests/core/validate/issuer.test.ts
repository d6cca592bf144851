import { describe, expect, it } from 'vitest'
import { vendors } from '../../../src/content/vendors/index.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { entryFor, fitsTemplate, knownIssuers } from '../../../src/core/validate/issuer.ts'

describe('templates', () => {
  it.each([
    ['https://a.auth0.com/', 'https://<tenant>.auth0.com/', true],
    ['https://a.b.auth0.com/', 'https://<tenant>.auth0.com/', true],
    ['https://a.auth0.com', 'https://<tenant>.auth0.com/', false],
    ['https://.auth0.com/', 'https://<tenant>.auth0.com/', false],
    ['https://evil.example/x.auth0.com/', 'https://<tenant>.auth0.com/', false],
    ['https://evil.example?.auth0.com/', 'https://<tenant>.auth0.com/', false],
    ['https://a.auth0.com/https://b.auth0.com/', 'https://<tenant>.auth0.com/', false],
    ['https://k.example/realms/r', 'https://<host>/realms/<realm>', true],
    ['https://k.example/realms/', 'https://<host>/realms/<realm>', false],
    ['https://k.example/realms/r/x', 'https://<host>/realms/<realm>', false],
    ['accounts.google.com', 'accounts.google.com', true],
    ['', '<a>', false],
    ['a', '<a>', true],
  ])('%s as %s: %s', (text, template, fits) => {
    expect(fitsTemplate(text, template)).toBe(fits)
  })
  it('takes no longer than the text is long', () => {
    const start = performance.now()
    fitsTemplate(`https://${'.auth0.com'.repeat(300_000)}`, 'https://<a>.auth0.com/<b>/<c>')
    expect(performance.now() - start).toBeLessThan(500)
  })
  it('finds an entry by its own name before a template, and none by what objects inherit', () => {
    const table = { 'custom:<name>': 'any', 'custom:a': 'a' }
    expect(['custom:a', 'custom:b', 'custom:', 'constructor'].map((name) => entryFor(table, name))).toEqual([
      'a',
      'any',
      null,
      null,
    ])
  })
})

const known: readonly (readonly [id: string, claims: object])[] = [
  ['entra', { iss: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0' }],
  ['entra', { iss: 'https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/' }],
  ['auth0', { iss: 'https://shop.eu.auth0.com/' }],
  ['cognito', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab' }],
  ['keycloak', { iss: 'https://sso.example.com/realms/main' }],
  ['firebase', { iss: 'https://securetoken.google.com/project' }],
  ['google', { iss: 'https://accounts.google.com' }],
  ['kubernetes', { iss: 'https://kubernetes.default.svc.cluster.local' }],
  ['kubernetes', { iss: 'https://own.example', 'kubernetes.io': {} }],
  ['github-actions', { iss: 'https://token.actions.githubusercontent.com' }],
  ['gitlab-ci', { iss: 'https://git.example', project_path: 'a/b', namespace_path: 'a', pipeline_id: '1' }],
  ['apple', { iss: 'https://appleid.apple.com' }],
  ['okta', { iss: 'https://dev-1.okta.com/oauth2/default' }],
  ['supabase', { iss: 'https://abc.supabase.co/auth/v1' }],
  ['clerk', { iss: 'https://happy-cat-1.clerk.accounts.dev' }],
  ['hasura', { 'https://hasura.io/jwt/claims': {} }],
  ['simplejwt', { token_type: 'access', exp: 1, iat: 1, jti: 'x', user_id: '1' }],
  ['cloudflare-access', { iss: 'https://team.cloudflareaccess.com' }],
]

describe('whose token it is', () => {
  it.each(known)('%s: %j', (id, claims) => {
    const found = knownIssuers(vendors, scanJson(JSON.stringify(claims)).document)
    expect(found.map(({ vendor }) => vendor.id)).toContain(id)
  })
  it('is not said of others', () => {
    for (const claims of [{}, { iss: 'https://issuer.example', sub: '1', scope: 'a' }, { iss: 1 }]) {
      expect(knownIssuers(vendors, scanJson(JSON.stringify(claims)).document)).toEqual([])
    }
    expect(knownIssuers(vendors, null)).toEqual([])
  })
})
