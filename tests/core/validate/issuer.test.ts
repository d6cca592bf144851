import { describe, expect, it } from 'vitest'
import { profiles } from '../../../src/content/profiles/index.ts'
import { vendors } from '../../../src/content/vendors/index.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { entryFor, fitsTemplate, knownIssuers } from '../../../src/core/validate/issuer.ts'
import { recognizeProfile } from '../../../src/core/validate/profile/recognize.ts'

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
  ['entra', { iss: 'https://contoso.b2clogin.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0/' }],
  ['entra', { iss: 'https://login.microsoftonline.us/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0' }],
  ['keycloak', { iss: 'http://localhost:8080/realms/master' }],
  ['firebase', { iss: 'https://session.firebase.google.com/project' }],
  ['kubernetes', { iss: 'kubernetes/serviceaccount', 'kubernetes.io/serviceaccount/namespace': 'd' }],
  ['kubernetes', { iss: 'https://westeurope.oic.prod-aks.azure.com/t/c/' }],
  ['github-actions', { iss: 'https://token.actions.githubusercontent.com/octo' }],
  ['github-actions', { iss: 'https://git.example/_services/token' }],
  ['okta', { iss: 'https://a.oktapreview.com/oauth2/aus1' }],
  ['okta', { iss: 'https://id.example/oauth2/default', ver: 1, cid: '0oa', uid: '00u', scp: ['a'] }],
  ['supabase', { iss: 'supabase-demo', role: 'anon' }],
  ['entra', { iss: 'https://sts.microsoftonline.us/9188040d-6c67-4c5b-b112-36a304b66dad/' }],
  ['entra', { iss: 'https://acme.b2clogin.com/tfp/9188040d/b2c_1_signin/v2.0/' }],
  ['simplejwt', { token_type: 'refresh', exp: 1, jti: 'x', uid: 1 }],
  ['simplejwt', { token_type: 'sliding', exp: 1, jti: 'x', username: 'a' }],
]

/** Addresses that look like a known issuer’s, and are of another host. */
const alike: readonly string[] = [
  'https://accounts.google.com.evil.example',
  'https://accounts.google.com@evil.example',
  'http://accounts.google.com',
  'https://login.microsoftonline.com.evil.example/t/v2.0',
  'https://acme.auth0.com.evil.example/',
  'https://evil.example/.auth0.com/',
  'https://evil.example\\.auth0.com/',
  'https://evil.example%2f.auth0.com/',
  'https://evil.example\u2215.auth0.com/',
  'https://evil.example:x@y.auth0.com/',
  'https://k.example:443@evil.example/realms/r',
  'https://cognito-idp.evil.example/pool',
  'https://securetoken.google.com.evil.example/p',
  'https://token.actions.githubusercontent.com.evil.example',
  'https://token.actions.githubusercontent.com@evil.example/',
  'https://gitlab.com.evil.example',
  'https://appleid.apple.com.evil.example',
  'https://x.okta.com.evil.example/oauth2/default',
  'https://evil-okta.com',
  'https://x.supabase.co.evil.example/auth/v1',
  'https://x.clerk.accounts.dev.evil.example',
]

describe('whose token it is', () => {
  it.each(known)('%s: %j', (id, claims) => {
    const found = knownIssuers(vendors, scanJson(JSON.stringify(claims)).document)
    expect(found.map(({ vendor }) => vendor.id)).toContain(id)
  })
  it.each(alike)('is not said of %s, nor is it of a platform’s kind', (iss) => {
    const claims = scanJson(JSON.stringify({ iss, sub: 'x', aud: 'y' })).document
    expect(knownIssuers(vendors, claims)).toEqual([])
    expect(recognizeProfile(profiles, null, claims).profile.id).toBe('jwt')
  })
  it('is not said of others', () => {
    for (const claims of [
      {},
      { iss: 'https://issuer.example', sub: '1', scope: 'a' },
      { iss: 1 },
      { token_type: 'Bearer', jti: 'j', exp: 1 },
      { token_type: 'access', exp: 1 },
    ]) {
      expect(knownIssuers(vendors, scanJson(JSON.stringify(claims)).document)).toEqual([])
    }
    expect(knownIssuers(vendors, null)).toEqual([])
  })
})
