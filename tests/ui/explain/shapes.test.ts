// @vitest-environment node
import { exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { dpopSample, sdJwtSample } from '../../../src/samples/proofs.ts'
import { base64url, secret } from '../../site/inspector.ts'
import { answered, HOUR, hs, NOW, othersKey, rs256, shown, told } from './told.ts'

const simple = { exp: NOW + 300, iat: NOW - 10, jti: 'f1d2d2f924e986ac86fdf7b36c94bcdf', user_id: '5' }
const idClaims = {
  sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
  aud: '6cb04018',
  nonce: 'n-0S6',
  iat: NOW - 60,
  exp: NOW + HOUR,
}
const tenant = '9122040d-6c67-4c5b-b112-36a304b66dad'
const entra = {
  ...idClaims,
  iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
  tid: tenant,
  ver: '2.0',
}
const auth0 = { ...idClaims, iss: 'https://shop.eu.auth0.com/', sub: 'auth0|5f7c8ec7' }
const google = {
  ...idClaims,
  iss: 'https://accounts.google.com',
  azp: '6cb04018',
  at_hash: 'HK6E_P6Dh8Y93mRNtsDB1Q',
}

describe('real shapes', () => {
  it('SimpleJWT access', async () => {
    expect(await told(hs({ token_type: 'access', ...simple }), { key: secret })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like a SimpleJWT access token: token_type is access. Such a token tells Django REST Framework which user is calling.
      Judging by token_type, jti, user_id, it looks like a token of Django REST Framework SimpleJWT. Its user_id, whom it is about, is “5”. It does not say who issued it (iss) or for whom it is meant (aud).
      By its iat it was issued 10 s ago, on 25 Nov 2026 11:59:50 UTC. It expires in 5 min, on 25 Nov 2026 12:05:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed.
      Nothing binds it to its holder (a bearer token): whoever has a copy can use it just as the holder can."
    `)
  })
  it('SimpleJWT refresh, not checked', async () => {
    expect(await told(hs({ token_type: 'refresh', ...simple }))).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like a SimpleJWT refresh token: token_type is refresh. Such a token is exchanged for a new access token, and no API view should accept it.
      Judging by token_type, jti, user_id, it looks like a token of Django REST Framework SimpleJWT. Its user_id, whom it is about, is “5”. It does not say who issued it (iss) or for whom it is meant (aud).
      By its iat it was issued 10 s ago, on 25 Nov 2026 11:59:50 UTC. It expires in 5 min, on 25 Nov 2026 12:05:00 UTC.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Its signature has not been checked: that needs the shared secret. Until then, anyone could have written it."
    `)
  })
  it('Entra ID token', async () => {
    expect(await told(await rs256(entra, { typ: 'JWT', kid: 'k' }))).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an ID token: it has nonce, it has aud, it has sub, it has no scope. Such a token tells a client who signed in (authentication), and no API should accept it for access.
      It says that it was issued by “https://login.microsoftonline.com/9122040d-6c67-4c5b-b112-36a304b66dad/v2.0” (iss). Judging by iss, it looks like a token of Microsoft Entra ID (Azure AD). Its subject (sub), whom or what it is about, is “AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ”. Its audience (aud), for whom it is meant, is “6cb04018”. Nobody else should accept it.
      By its iat it was issued 60 s ago, on 25 Nov 2026 11:59:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC.
      It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Its signature has not been checked: that needs the issuer’s public key. Until then, anyone could have written it."
    `)
  })
  it('Auth0 ID token', async () => {
    expect(await told(await rs256(auth0), { key: shown })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an ID token: it has nonce, it has aud, it has sub, it has no scope. Such a token tells a client who signed in (authentication), and no API should accept it for access.
      It was issued by “https://shop.eu.auth0.com/” (iss), provided that the key you supplied is that issuer’s. Judging by iss, it looks like a token of Auth0. Its subject (sub), whom or what it is about, is “auth0|5f7c8ec7”. Its audience (aud), for whom it is meant, is “6cb04018”. Nobody else should accept it.
      By its iat it was issued 60 s ago, on 25 Nov 2026 11:59:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.
      It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('Google ID token', async () => {
    expect(await told(await rs256(google), { key: shown })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an ID token: it has at_hash. Such a token tells a client who signed in (authentication), and no API should accept it for access.
      It was issued by “https://accounts.google.com” (iss), provided that the key you supplied is that issuer’s. Judging by iss, it looks like a token of Google sign-in. Its subject (sub), whom or what it is about, is “AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ”. Its audience (aud), for whom it is meant, is “6cb04018”. Nobody else should accept it.
      By its iat it was issued 60 s ago, on 25 Nov 2026 11:59:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.
      It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('access token with a key that is not the one', async () => {
    const claims = {
      iss: 'https://as.example',
      sub: 'u',
      aud: ['a', 'b', 'c'],
      exp: NOW - HOUR,
      iat: NOW - 2 * HOUR,
    }
    expect(await told(await rs256(claims, { typ: 'at+jwt' }), { key: othersKey })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an OAuth access token: typ is at+jwt. Such a token tells an API what its caller may do (authorization).
      It says that it was issued by “https://as.example” (iss). Its subject (sub), whom or what it is about, is “u”. It is meant for 3 audiences (aud), the first of them “a” and “b”. Nobody else should accept it.
      By its iat it was issued 2 h ago, on 25 Nov 2026 10:00:00 UTC. It expired 60 min ago, on 25 Nov 2026 11:00:00 UTC. Whoever checks its time must refuse it.
      It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Not verified: the signature does not match the key you supplied. Either it is the wrong key, or the token was altered.
      Nothing binds it to its holder (a bearer token): whoever has a copy can use it just as the holder can."
    `)
  })
  it('none', async () => {
    expect(
      await told(`${base64url('{"alg":"none"}')}.${base64url('{"iss":"x","admin":true}')}.`),
    ).toMatchInlineSnapshot(`
      "This is an unsecured token (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. Nothing in it says what kind of token it is.
      It says that it was issued by “x” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).
      It has no expiry (exp): by itself it never expires.
      Its alg is none: no signature protects it, and anyone can have written it."
    `)
  })
  it('SD-JWT with hidden claims and a holder', async () => {
    const { token, key } = await sdJwtSample()
    expect(await told(token, { key })).toMatchInlineSnapshot(`
      "This is an SD-JWT: a token in signed form, whose holder chooses which claims to disclose. Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an SD-JWT credential: typ is dc+sd-jwt. Such a token is a credential, which its holder shows to others.
      It was issued by “https://registry.example.com” (iss), provided that the key you supplied is that issuer’s. It does not show whom it is about (sub): that may be among what is held back.
      By its iat it was issued 10 months ago, on 1 Jan 2026 00:00:00 UTC. It expires in 9 years, on 1 Jan 2036 00:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.
      It names ES256: a private key makes the signature, and the public key that belongs to it checks it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed. It discloses 3 values. Without a disclosure: 3 digests. What each stands for is held back, or it is a decoy.
      Its Key Binding JWT was made 10 months ago, by whoever then held the key that the credential names (cnf)."
    `)
  })
  it('DPoP proof', async () => {
    expect(await told((await dpopSample()).token, { selected: 0 })).toMatchInlineSnapshot(`
      "The input holds 2 tokens; this is about number 1. This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like a DPoP proof: typ is dpop+jwt. Such a token shows, for one request, that its sender holds a key.
      It is made for one request: “GET” to “https://orders.example.com/orders”.
      By its iat it was issued 10 months ago, on 1 Jan 2026 00:01:00 UTC. It has no expiry: a server takes it only for a short time from then.
      It names EdDSA: a private key makes the signature, and the public key that belongs to it checks it. Its signature matches the key that it brings: whoever made it had that key. Whose key that is, it does not show."
    `)
  })
  it('DPoP proof, with a key that is not its sender’s', async () => {
    const { token } = await dpopSample()
    for (const key of [
      shown,
      JSON.stringify(await exportJWK((await generateKeyPair('Ed25519')).publicKey)),
    ]) {
      expect((await answered(token, { selected: 0, key })).word).toBe('needs-key')
      expect(await told(token, { selected: 0, key })).toContain(
        'Its signature matches the key that it brings',
      )
    }
    const forged = token.replace(/^(DPoP: .*)...$/m, '$1AAA')
    expect((await answered(forged, { selected: 0, key: shown })).word).toBe('failed')
  })
})
