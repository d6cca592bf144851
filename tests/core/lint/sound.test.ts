import { describe, expect, it } from 'vitest'
import { findingsOf, NOW, token } from './subject.ts'

const at = { iat: NOW - 60, exp: NOW + 3540 }
const short = { iat: NOW - 10, exp: NOW + 290 }
const rs = { alg: 'RS256', typ: 'JWT', kid: 'a1b2c3' }
const es = { alg: 'ES256', typ: 'JWT', kid: 'k-2026' }
const uuid = '3f1c6b1e-6a3f-4f5e-9d57-0c6a3a1f5d20'

/** Tokens of the shape that real issuers give them; names and numbers are made up. */
// biome-ignore format: a token is one line
const corpus: readonly (readonly [label: string, header: object, claims: object])[] = [
  ['Google ID token', rs, { iss: 'https://accounts.google.com', azp: 'c.apps.googleusercontent.com', aud: 'c.apps.googleusercontent.com', sub: '113456789012345678901', email: 'a@example.com', email_verified: true, at_hash: 'HK6E_P6Dh8Y93mRNtsDB1Q', nonce: 'n-1', name: 'Ada', picture: 'https://lh3.example/a', given_name: 'Ada', ...at, }],
  ['Entra v2 access token', { ...rs, x5t: rs.kid }, { aud: uuid, iss: `https://login.microsoftonline.com/${uuid}/v2.0`, nbf: NOW - 60, aio: 'AX', azp: uuid, azpacr: '1', oid: uuid, rh: '0.A', roles: ['App.Read'], sub: uuid, tid: uuid, uti: 'u', ver: '2.0', ...at, }],
  ['Entra v1 access token', rs, { aud: 'api://x', iss: `https://sts.windows.net/${uuid}/`, nbf: NOW - 60, acr: '1', amr: ['pwd'], appid: uuid, appidacr: '0', oid: uuid, scp: 'user.read', sub: 's', tid: uuid, unique_name: 'a@example.com', upn: 'a@example.com', ver: '1.0', ...at, }],
  ['Entra ID token', rs, { aud: uuid, iss: `https://login.microsoftonline.com/${uuid}/v2.0`, name: 'Ada', oid: uuid, preferred_username: 'a@example.com', sub: 's', tid: uuid, ver: '2.0', nonce: 'n', ...at, }],
  ['Auth0 access token', rs, { iss: 'https://shop.eu.auth0.com/', sub: 'auth0|5f7c8ec7c33c6c004bbafe82', aud: ['https://api.example', 'https://shop.eu.auth0.com/userinfo'], azp: 'my_client', scope: 'openid read:x', ...at, }],
  ['Auth0 machine token', rs, { iss: 'https://shop.eu.auth0.com/', sub: 'abc@clients', aud: 'https://api.example', azp: 'abc', scope: 'read:x', gty: 'client-credentials', ...at, }],
  ['Auth0 RFC 9068 token', { ...rs, typ: 'at+jwt' }, { iss: 'https://shop.eu.auth0.com/', sub: 'auth0|1', aud: 'https://api.example', client_id: 'abc', jti: 'j', scope: 'read:x', ...at, }],
  ['Cognito access token', { alg: 'RS256', kid: 'k=' }, { sub: uuid, device_key: 'd', 'cognito:groups': ['admin'], token_use: 'access', scope: 'aws.cognito.signin.user.admin', auth_time: NOW - 60, iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A', jti: uuid, client_id: '57cbishk4j24pabc1234567890', username: 'ada', ...at, }],
  ['Cognito ID token', { alg: 'RS256', kid: 'k=' }, { sub: uuid, aud: '57cb', 'cognito:username': 'ada', token_use: 'id', auth_time: NOW - 60, iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A', event_id: uuid, ...at, }],
  ['Keycloak access token', rs, { jti: uuid, iss: 'https://sso.example.com/realms/main', aud: 'account', sub: uuid, typ: 'Bearer', azp: 'web', sid: uuid, acr: '1', realm_access: { roles: ['user'] }, resource_access: { account: { roles: ['view'] } }, scope: 'openid email', preferred_username: 'ada', ...short, }],
  ['Keycloak ID token', rs, { jti: uuid, iss: 'https://sso.example.com/realms/main', aud: 'web', sub: uuid, typ: 'ID', azp: 'web', nonce: 'n', auth_time: NOW - 60, session_state: uuid, at_hash: 'x', ...short, }],
  ['Okta access token', { alg: 'RS256', kid: 'k' }, { ver: 1, jti: 'AT.x', iss: 'https://dev-1.okta.com/oauth2/default', aud: 'api://default', cid: '0oa', uid: '00u', scp: ['openid'], sub: 'a@example.com', auth_time: NOW - 60, ...at, }],
  ['Okta ID token', { alg: 'RS256', kid: 'k' }, { sub: '00u', name: 'Ada', ver: 1, iss: 'https://dev-1.okta.com', aud: '0oa', jti: 'ID.x', amr: ['pwd'], idp: '00o', nonce: 'n', at_hash: 'x', ...at, }],
  ['Firebase ID token', rs, { name: 'Ada', iss: 'https://securetoken.google.com/project', aud: 'project', auth_time: NOW - 100, user_id: 'u', sub: 'u', email: 'a@example.com', email_verified: true, firebase: { identities: {}, sign_in_provider: 'password' }, ...at, }],
  ['Apple ID token', { alg: 'RS256', kid: 'k' }, { iss: 'https://appleid.apple.com', aud: 'com.example.app', sub: '000123.abc.0001', c_hash: 'x', email: 'x@privaterelay.appleid.com', email_verified: 'true', is_private_email: 'true', auth_time: NOW - 60, nonce_supported: true, ...at, }],
  ['Kubernetes service account', { alg: 'RS256', kid: 'k' }, { aud: ['https://kubernetes.default.svc.cluster.local'], iss: 'https://kubernetes.default.svc.cluster.local', jti: uuid, 'kubernetes.io': { namespace: 'default', pod: { name: 'p', uid: uuid }, serviceaccount: { name: 'd', uid: uuid }, }, nbf: NOW - 60, sub: 'system:serviceaccount:default:d', ...at, }],
  ['EKS service account', { alg: 'RS256', kid: 'k' }, { aud: ['sts.amazonaws.com'], iss: 'https://oidc.eks.eu-west-1.amazonaws.com/id/ABC', 'kubernetes.io': { namespace: 'n' }, nbf: NOW - 60, sub: 'system:serviceaccount:n:s', ...at, }],
  ['GitHub Actions', { ...rs, x5t: 'AAAA' }, { jti: uuid, sub: 'repo:o/r:ref:refs/heads/main', aud: 'https://github.com/o', ref: 'refs/heads/main', sha: 'a'.repeat(40), repository: 'o/r', repository_owner: 'o', run_id: '1', actor: 'a', workflow: 'w', iss: 'https://token.actions.githubusercontent.com', nbf: NOW - 60, ...short, }],
  ['GitLab CI', rs, { namespace_id: '1', namespace_path: 'g', project_id: '2', project_path: 'g/p', user_login: 'a', pipeline_id: '3', job_id: '4', ref: 'main', ref_protected: 'true', iss: 'https://gitlab.com', nbf: NOW - 65, sub: 'project_path:g/p:ref_type:branch:ref:main', aud: 'https://vault.example', jti: uuid, ...at, }],
  ['Supabase session', { alg: 'ES256', typ: 'JWT', kid: 'k' }, { aal: 'aal1', amr: [{ method: 'password', timestamp: NOW }], app_metadata: { provider: 'email' }, aud: 'authenticated', email: 'a@example.com', is_anonymous: false, iss: 'https://abc.supabase.co/auth/v1', role: 'authenticated', session_id: uuid, sub: uuid, user_metadata: {}, ...at, }],
  ['Clerk session', { ...rs, cat: 'x' }, { azp: 'https://app.example', fva: [1, -1], iss: 'https://happy-cat-1.clerk.accounts.dev', nbf: NOW - 20, sid: 's', sts: 'active', sub: 'user_1', v: 2, iat: NOW - 10, exp: NOW + 50, }],
  ['SimpleJWT access', { alg: 'HS256', typ: 'JWT' }, { token_type: 'access', jti: 'a'.repeat(32), user_id: '1', ...short }],
  ['SimpleJWT refresh', { alg: 'HS256', typ: 'JWT' }, { token_type: 'refresh', iat: NOW - 60, exp: NOW + 86_340, jti: 'a'.repeat(32), user_id: '1' }],
  ['Cloudflare Access', rs, { aud: ['f'.repeat(64)], email: 'a@example.com', type: 'app', identity_nonce: 'n', iss: 'https://team.cloudflareaccess.com', sub: uuid, country: 'SE', nbf: NOW - 60, ...at, }],
  ['RFC 9068 of a user', { ...es, typ: 'at+jwt' }, { iss: 'https://as.example', aud: 'https://rs.example', sub: 'u', client_id: 'c', jti: 'j', auth_time: NOW - 60, scope: 'a b', ...at, }],
  ['Logout token', { ...es, typ: 'logout+jwt' }, { iss: 'https://op.example', sub: 'u', aud: 'c', jti: 'j', events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, iat: NOW, exp: NOW + 120, }],
  ['Security event', { ...es, typ: 'secevent+jwt' }, { iss: 'https://op.example', aud: 'c', jti: 'j', iat: NOW, events: { 'https://schemas.openid.net/secevent/risc/event-type/account-disabled': {} }, }],
  ['DPoP proof', { alg: 'ES256', typ: 'dpop+jwt', jwk: { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0', }, }, { jti: 'j', htm: 'GET', htu: 'https://rs.example/a', iat: NOW, ath: 'x' }],
  ['Client assertion', { ...es, typ: 'client-authentication+jwt' }, { iss: 'c', sub: 'c', aud: 'https://as.example', jti: 'j', iat: NOW, exp: NOW + 60 }],
  ['Introspection answer', { ...es, typ: 'token-introspection+jwt' }, { iss: 'https://as.example', aud: 'https://rs.example', iat: NOW, token_introspection: { active: true, sub: 'u' }, }],
  ['Request object', { ...es, typ: 'oauth-authz-req+jwt' }, { iss: 'c', aud: 'https://as.example', client_id: 'c', response_type: 'code', redirect_uri: 'https://c.example/cb', scope: 'openid', ...short, }],
  ['SD-JWT credential', { ...es, typ: 'dc+sd-jwt' }, { vct: 'https://c.example/id', iss: 'https://i.example', _sd: ['a'], _sd_alg: 'sha-256', cnf: { jwk: {} }, iat: NOW, exp: NOW + 3e7, }],
  ['Entity statement', { ...es, typ: 'entity-statement+jwt' }, { iss: 'https://e.example', sub: 'https://e.example', jwks: { keys: [] }, authority_hints: ['https://t.example'], aud: 'x', iat: NOW, exp: NOW + 7 * 86_400, }],
  ['Keycloak access token for nobody', rs, { jti: uuid, iss: 'http://localhost:8080/realms/main', sub: uuid, typ: 'Bearer', azp: 'web', nonce: 'n', realm_access: { roles: [] }, scope: 'openid', ...short, }],
  ['k3s service account', { alg: 'RS256', kid: 'k' }, { aud: ['https://kubernetes.default.svc.cluster.local', 'k3s'], iss: 'https://kubernetes.default.svc.cluster.local', 'kubernetes.io': { namespace: 'n', warnafter: NOW + 3607 }, nbf: NOW, iat: NOW, exp: NOW + 31_536_000, sub: 'system:serviceaccount:n:s' }],
  ['Keycloak offline token', { alg: 'HS512', typ: 'JWT', kid: 'k' }, { iat: NOW, jti: uuid, iss: 'https://sso.example.com/realms/main', aud: 'https://sso.example.com/realms/main', sub: uuid, typ: 'Offline', azp: 'web', sid: uuid, scope: 'offline_access' }],
  ['SimpleJWT with another user claim', { alg: 'HS256', typ: 'JWT' }, { token_type: 'access', jti: 'a'.repeat(32), uid: '1', ...short }],
  ['Hasura', { alg: 'HS256', typ: 'JWT' }, { sub: '1', 'https://hasura.io/jwt/claims': { 'x-hasura-default-role': 'user', 'x-hasura-allowed-roles': ['user'] }, ...at, }],
  ['Security event for two', { ...es, typ: 'secevent+jwt' }, { iss: 'https://op.example', aud: ['a', 'b'], jti: 'j', iat: NOW, events: { 'urn:x': {} } }],
  ['Client assertion for two names', es, { iss: 'c', sub: 'c', aud: ['https://as.example', 'https://as.example/token'], jti: 'j', iat: NOW, exp: NOW + 60 }],
  ['Request object without a type', es, { iss: 'c', aud: 'https://as.example', client_id: 'c', response_type: 'code', nonce: 'n', ...short, }],
  ['Proof for a credential', { alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0', }, }, { iss: 'c', aud: 'https://i.example', iat: NOW, nonce: 'n' }],
  ['W3C credential', { ...es, typ: 'vc+jwt' }, { iss: 'did:web:i.example', type: ['VerifiableCredential'], credentialSubject: { id: 'did:key:x' }, iat: NOW }],
  ['Cognito machine token', { alg: 'RS256', kid: 'k=' }, { sub: '57cbishk4j24pabc', token_use: 'access', scope: 'orders/read', auth_time: NOW - 60, iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A', version: 2, jti: uuid, client_id: '57cbishk4j24pabc', ...at, }],
  ['Entra access token that is evaluated continuously', rs, { aud: 'https://graph.microsoft.com', iss: `https://sts.windows.net/${uuid}/`, nbf: NOW - 60, appid: uuid, oid: uuid, scp: 'User.Read', sub: 's', tid: uuid, ver: '1.0', xms_cc: ['cp1'], iat: NOW, exp: NOW + 28 * 3600 }],
  ['Firebase session cookie', rs, { iss: 'https://session.firebase.google.com/project', aud: 'project', auth_time: NOW - 100, user_id: 'u', sub: 'u', firebase: { identities: {}, sign_in_provider: 'password' }, iat: NOW - 60, exp: NOW + 5 * 86_400 }],
  ['Google Identity-Aware Proxy', es, { aud: '/projects/1/global/backendServices/2', azp: '/projects/1/global/backendServices/2', email: 'a@example.com', iss: 'https://cloud.google.com/iap', sub: 'accounts.google.com:1', hd: 'example.com', iat: NOW - 60, exp: NOW + 540 }],
  ['LinkedIn ID token', rs, { iss: 'https://www.linkedin.com/oauth', aud: '78abc', sub: 'aBcDe', name: 'Ada', given_name: 'Ada', locale: 'en_US', email: 'a@example.com', email_verified: 'true', ...at }],
  ['SPIFFE JWT-SVID', { alg: 'ES256', kid: 'k' }, { sub: 'spiffe://example.org/web', aud: ['spiffe://example.org/db'], ...short }],
  ['SPIFFE JWT-SVID for two', { alg: 'ES256', kid: 'k' }, { sub: 'spiffe://example.org/web', aud: ['spiffe://example.org/db', 'https://db.example.org'], ...short }],
  ['Web push', { alg: 'ES256', typ: 'JWT' }, { aud: 'https://push.example.net', exp: NOW + 43_200, sub: 'mailto:push@example.com' }],
  ['CircleCI', rs, { aud: uuid, iss: `https://oidc.circleci.com/org/${uuid}`, 'oidc.circleci.com/project-id': uuid, sub: `org/${uuid}/project/${uuid}/user/${uuid}`, ...at }],
  ['Vercel', rs, { aud: 'https://vercel.com/acme', iss: 'https://oidc.vercel.com/acme', sub: 'owner:acme:project:site:environment:production', scope: 'owner:acme:project:site:environment:production', owner: 'acme', project: 'site', ...at }],
  ['Terraform Cloud', rs, { aud: 'aws.workload.identity', iss: 'https://app.terraform.io', jti: uuid, sub: 'organization:acme:project:Default Project:workspace:prod:run_phase:plan', terraform_run_phase: 'plan', ...at }],
  ['Google service account', { ...rs }, { iss: 'a@p.iam.gserviceaccount.com', scope: 'https://www.googleapis.com/auth/x', aud: 'https://oauth2.googleapis.com/token', ...at, }],
]

/** What is said for information of the very kind: it accuses nobody. */
const plain = ['id-token-as-access']

describe('sound tokens of real issuers’ shape', () => {
  it('are at least thirty', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(30)
  })
  it.each(corpus)('%s: nothing is found', async (_, header, claims) => {
    const alg = (header as { alg: string }).alg
    const length = { RS256: 256, ES256: 64, HS256: 32, HS512: 64 }[alg]!
    const found = await findingsOf(token(header, claims, new Uint8Array(length).fill(7)))
    expect(found.filter(({ rule }) => !plain.includes(rule)).map(({ rule }) => rule)).toEqual([])
  })
})
