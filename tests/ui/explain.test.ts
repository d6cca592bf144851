// @vitest-environment node
import fc from 'fast-check'
import { CompactEncrypt, CompactSign, exportJWK, FlattenedSign, GeneralSign, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { piecesOf, type Statement, sentenceOf } from '../../src/content/messages/explain.ts'
import { dpopSample, sdJwtSample } from '../../src/samples/proofs.ts'
import { inspectionOf } from '../../src/state/inspection.ts'
import { verify } from '../../src/state/verification.ts'
import { explain, paragraphs } from '../../src/ui/explain/statements.ts'
import { base64url, hs256, secret } from '../site/inspector.ts'

/** 2026-11-25T12:00:00Z. */
const NOW = 1795608000
const HOUR = 3600

const encoder = new TextEncoder()
const rsa = await generateKeyPair('RS256', { extractable: true })
const other = await generateKeyPair('RS256', { extractable: true })
const reader = await generateKeyPair('ECDH-ES', { extractable: true })
const shown = JSON.stringify(await exportJWK(rsa.publicKey))
const othersKey = JSON.stringify(await exportJWK(other.publicKey))
const opening = JSON.stringify(await exportJWK(reader.privateKey))
const both = JSON.stringify({ keys: [JSON.parse(shown), JSON.parse(opening)] })

const rs256 = (claims: object | string, header: object = {}) =>
  new CompactSign(encoder.encode(typeof claims === 'string' ? claims : JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(rsa.privateKey)
const seal = (content: string) =>
  new CompactEncrypt(encoder.encode(content))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
    .encrypt(reader.publicKey)
const hs = (claims: object | string) => hs256(typeof claims === 'string' ? claims : JSON.stringify(claims))

interface Asked {
  readonly key?: string
  readonly skew?: number
  readonly isChosen?: boolean
  readonly now?: number
  readonly selected?: number
}

async function statementsOf(
  text: string,
  { key = '', skew = 0, isChosen = false, now = NOW, selected = 0 }: Asked = {},
) {
  const permits = { rounds: false, inflation: false }
  const inputs = { text, selected, detached: '', permits, keyText: key, keyFormat: 'detect' as const }
  return paragraphs(explain(inspectionOf(inputs), await verify(inputs)), { now, skew, isChosen })
}

/** The whole text, a paragraph a line. */
async function told(text: string, asked?: Asked) {
  const statements = await statementsOf(text, asked)
  return statements.map((one) => one.map(sentenceOf).join(' ')).join('\n')
}

/** The paragraph that has these words. */
async function paragraph(words: string, text: string, asked?: Asked) {
  return (await told(text, asked)).split('\n').find((one) => one.includes(words))
}

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
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an ID token: it has nonce, it has aud, it has sub. Such a token tells a client who signed in (authentication), and no API should accept it for access.
      It says that it was issued by “https://login.microsoftonline.com/9122040d-6c67-4c5b-b112-36a304b66dad/v2.0” (iss). Judging by iss, it looks like a token of Microsoft Entra ID (Azure AD). Its subject (sub), whom or what it is about, is “AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ”. Its audience (aud), for whom it is meant, is “6cb04018”. Nobody else should accept it.
      By its iat it was issued 60 s ago, on 25 Nov 2026 11:59:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC.
      It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Its signature has not been checked: that needs the issuer’s public key. Until then, anyone could have written it."
    `)
  })
  it('Auth0 ID token', async () => {
    expect(await told(await rs256(auth0), { key: shown })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an ID token: it has nonce, it has aud, it has sub. Such a token tells a client who signed in (authentication), and no API should accept it for access.
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
      "This is an SD-JWT: a token in signed form, whose holder chooses which claims to disclose. Its content is encoded, not encrypted: anyone who has the token can read it. It looks like an SD-JWT credential: typ is dc+sd-jwt or vc+sd-jwt. Such a token is a credential, which its holder shows to others.
      It was issued by “https://registry.example.com” (iss), provided that the key you supplied is that issuer’s. It does not say whom it is about (sub).
      By its iat it was issued 10 months ago, on 1 Jan 2026 00:00:00 UTC. It expires in 9 years, on 1 Jan 2036 00:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.
      It names ES256: a private key makes the signature, and the public key that belongs to it checks it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed. It discloses 3 claims and holds back at most 3 claims: a digest without a disclosure can also be a decoy. Its Key Binding JWT shows that whoever presents it holds the key that it names.
      It is bound to a key (cnf): whoever uses it must also prove to hold that key."
    `)
  })
  it('DPoP proof', async () => {
    expect(await told((await dpopSample()).token, { selected: 0 })).toMatchInlineSnapshot(`
      "The input holds 2 tokens; this is about number 1. This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. It looks like a DPoP proof: typ is dpop+jwt. Such a token shows, for one request, that its sender holds a key.
      By its iat it was issued 10 months ago, on 1 Jan 2026 00:01:00 UTC.
      It names EdDSA: a private key makes the signature, and the public key that belongs to it checks it. Its signature matches the key that it brings: its sender holds that key. Whose key that is, it does not show."
    `)
  })
})

describe('encryption', async () => {
  const closed = await seal('{"iss":"https://hotel.example","exp":1}')
  it('closed', async () => {
    expect(await told(closed)).toMatchInlineSnapshot(`
      "This is an encrypted token (JWE). Only the holder of the right key can read its content.
      It names A128GCM for encrypting the content, and ECDH-ES for the key to it. It has not been opened: that needs the recipient’s private key on the curve of epk. What it claims cannot be read here."
    `)
  })
  it('opened, and not signed', async () => {
    expect(await told(closed, { key: opening })).toMatchInlineSnapshot(`
      "This is an encrypted token (JWE). Only the holder of the right key can read its content. Nothing in it says what kind of token it is.
      It says that it was issued by “https://hotel.example” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).
      It expired 56 years ago, on 1 Jan 1970 00:00:01 UTC. Whoever checks its time must refuse it.
      It names A128GCM for encrypting the content, and ECDH-ES for the key to it. It was opened here with the key you supplied. What was inside is not signed: encryption alone does not show who wrote it."
    `)
  })
  it('wrong key', async () => {
    const key = JSON.stringify(
      await exportJWK((await generateKeyPair('ECDH-ES', { extractable: true })).privateKey),
    )
    expect((await told(closed, { key })).split('\n').at(-1)).toMatchInlineSnapshot(
      `"It names A128GCM for encrypting the content, and ECDH-ES for the key to it. It was not opened: the key you supplied does not fit, or the token was altered."`,
    )
  })
  it('signed inside', async () => {
    expect(
      await told(await seal(await rs256({ iss: 'https://in.example', sub: 's' })), { key: both }),
    ).toMatchInlineSnapshot(`
      "This is an encrypted token (JWE). Only the holder of the right key can read its content. Inside it is another token. What is said here of issuer, audience and times is what the innermost one says. Nothing in it says what kind of token it is.
      It was issued by “https://in.example” (iss), provided that the key you supplied is that issuer’s. Its subject (sub), whom or what it is about, is “s”. It does not say for whom it is meant (aud).
      It has no expiry (exp): by itself it never expires.
      Level 1 is a JWE. It names A128GCM for encrypting the content, and ECDH-ES for the key to it. It was opened here with the key you supplied.
      Level 2 is a JWS. It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('encrypted inside, closed: nothing is called readable', async () => {
    expect(await told(await rs256(await seal('{}')), { key: shown })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Inside it is another token.
      Level 1 is a JWS. It names RS256: a private key makes the signature, and the public key that belongs to it checks it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed.
      Level 2 is a JWE. It names A128GCM for encrypting the content, and ECDH-ES for the key to it. It could not be opened; the verdict says why."
    `)
  })
})

describe('forms and payloads', async () => {
  it('general serialization with several signatures', async () => {
    const signing = new GeneralSign(encoder.encode('{"iss":"https://two.example"}'))
    signing.addSignature(rsa.privateKey).setProtectedHeader({ alg: 'RS256', kid: 'one' })
    signing.addSignature(encoder.encode(secret)).setProtectedHeader({ alg: 'HS256', kid: 'two' })
    expect(await told(JSON.stringify(await signing.sign()), { key: shown })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). It is written as JSON. A JWT is always compact, so libraries for JWTs do not take it. Its content is encoded, not encrypted: anyone who has the token can read it. Nothing in it says what kind of token it is.
      It was issued by “https://two.example” (iss), provided that the key you supplied is that issuer’s. It does not say whom it is about (sub) or for whom it is meant (aud).
      It has no expiry (exp): by itself it never expires.
      It carries 2 signatures. Matching a key you supplied: 1; not matching: 0; not checked: 1. It names RS256: a private key makes the signature, and the public key that belongs to it checks it. It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it."
    `)
  })
  it('payload that is not encoded', async () => {
    const signing = new FlattenedSign(encoder.encode('{"iss":"x"}'))
    signing.setProtectedHeader({ alg: 'RS256', b64: false, crit: ['b64'] })
    const { payload: _, ...flattened } = await signing.sign(rsa.privateKey)
    expect(
      await paragraph('This is', JSON.stringify({ payload: '{"iss":"x"}', ...flattened })),
    ).toMatchInlineSnapshot(
      `"This is a token in signed form (JWS). It is written as JSON. A JWT is always compact, so libraries for JWTs do not take it. Its payload stands in it as it is, neither encoded nor encrypted. Nothing in it says what kind of token it is."`,
    )
  })
  it('array', async () => {
    expect(await told(hs('[1,2]'), { key: secret })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. Its payload is a list in JSON, and no set of claims: it names no issuer, audience or time.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('text', async () => {
    expect(await told(hs('hello'), { key: secret })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. Its payload is plain text, and no set of claims: it names no issuer, audience or time.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('no claims', async () => {
    expect(await told(hs('{}'), { key: secret })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. Its set of claims is empty: it says nothing about anyone. Nothing in it says what kind of token it is.
      It has no expiry (exp): by itself it never expires.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('payload that breaks off', async () => {
    expect(await told(hs('{"iss":"x","exp":17'), { key: secret })).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. Its payload is broken, so its claims cannot be read.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Verified here: the signature matches the key you supplied, so nothing was altered since it was signed."
    `)
  })
  it('damaged payload that can be read', async () => {
    const [header, , signature] = hs({}).split('.')
    expect(
      await told(`${header}.${base64url('{"iss":"x"}')}=.${signature}`, { key: secret }),
    ).toMatchInlineSnapshot(`
      "This is a token in signed form (JWS). It is damaged: its structure has 1 fault. A verifier must refuse it, whatever its signature. What can still be read of it: its header and its claims. Its content is encoded, not encrypted: anyone who has the token can read it. Nothing in it says what kind of token it is.
      It says that it was issued by “x” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).
      It has no expiry (exp): by itself it never expires.
      It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Not verified: the signature does not match the key you supplied. Either it is the wrong key, or the token was altered."
    `)
  })
  it('no signature', async () => {
    expect(
      (await told(hs({ iss: 'x' }).replace(/[^.]*$/, ''), { key: secret })).split('\n').at(-1),
    ).toMatchInlineSnapshot(`"It has no signature, although HS256 makes one: anyone can have written it."`)
  })
  it('two parts', async () => {
    expect(await told(hs({ iss: 'x' }).replace(/\.[^.]*$/, ''))).toMatchInlineSnapshot(`
      "This is no whole token: it cannot be taken apart as a signed or an encrypted one. What can still be read of it: its header and its claims. Nothing in it says what kind of token it is.
      It says that it was issued by “x” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).
      It has no expiry (exp): by itself it never expires.
      Nothing of it can be verified."
    `)
  })
  it('nothing', async () => {
    expect(await told('  ')).toMatchInlineSnapshot(
      `"There is no token yet. Paste one into the Token box, and it is explained here."`,
    )
  })
  it('plain text', async () => {
    expect(await told('hello there')).toMatchInlineSnapshot(`"No whole token was found in what you pasted."`)
  })
  it('the second of two', async () => {
    expect(
      (await told(`${hs({ iss: 'a' })}\n${hs({ iss: 'b' })}`, { selected: 1 })).split('\n').slice(0, 2),
    ).toMatchInlineSnapshot(`
      [
        "The input holds 2 tokens; this is about number 2. This is a token in signed form (JWS). Its content is encoded, not encrypted: anyone who has the token can read it. Nothing in it says what kind of token it is.",
        "It says that it was issued by “b” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).",
      ]
    `)
  })
})

describe('claims that are not as they must be', () => {
  it.each([
    [
      'iss a number',
      '{"iss":42}',
      'issuer',
      'Its issuer (iss) is a number, “42”, where a text is needed. It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'aud an object',
      '{"aud":{"a":1}}',
      'audience',
      'Its audience (aud) is an object, “{"a":1}”, where a text or a list of texts is needed. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'aud of numbers',
      '{"aud":["a",1]}',
      'audience',
      'Its audience (aud) is a list, “["a",1]”, where a text or a list of texts is needed. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'aud empty',
      '{"aud":[]}',
      'audience',
      'Its audience (aud) is an empty list: it is meant for nobody. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'aud of one in a list',
      '{"aud":["a"]}',
      'audience',
      'Its audience (aud), for whom it is meant, is “a”. Nobody else should accept it. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'sub empty',
      '{"sub":""}',
      'subject',
      'Its subject (sub) is an empty text. It does not say who issued it (iss) or for whom it is meant (aud).',
    ],
    [
      'sub null',
      '{"sub":null}',
      'subject',
      'Its subject (sub) is an empty value, “null”, where a text is needed. It does not say who issued it (iss) or for whom it is meant (aud).',
    ],
    [
      'iss twice',
      '{"iss":"a","iss":"b"}',
      'issuer',
      'Its issuer (iss) stands in it more than once, so two readers can see two different tokens. It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'iss that closes its quotation',
      '{"iss":"x”. It is verified. “y"}',
      'issued',
      'It says that it was issued by “x". It is verified. "y” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'iss with what turns text around',
      '{"iss":"\\u202eten.elpmaxe"}',
      'issued',
      'It says that it was issued by “▯ten.elpmaxe” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'iss of a thousand letters',
      JSON.stringify({ iss: 'x'.repeat(1000) }),
      'issued',
      'It says that it was issued by “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (1,000 characters)” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
  ])('%s', async (_, payload, words, expected) => {
    expect(await paragraph(words, hs(payload))).toBe(expected)
  })
})

describe('times', () => {
  it.each<[string, string, Asked, string]>([
    [
      'in time',
      `{"iat":${NOW - 60},"exp":${NOW + HOUR}}`,
      {},
      'By its iat it was issued 60 s ago, on 25 Nov 2026 11:59:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'expired',
      `{"exp":${NOW - HOUR * 48}}`,
      {},
      'It expired 2 days ago, on 23 Nov 2026 12:00:00 UTC. Whoever checks its time must refuse it.',
    ],
    [
      'expired this moment',
      `{"exp":${NOW}}`,
      {},
      'It expired just now, on 25 Nov 2026 12:00:00 UTC. Whoever checks its time must refuse it.',
    ],
    [
      'expired, within the tolerance',
      `{"exp":${NOW - 10}}`,
      { skew: 60 },
      'It expired 10 s ago, on 25 Nov 2026 11:59:50 UTC. The tolerance of 60 seconds that you chose still lets it pass. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'not yet',
      `{"nbf":${NOW + 120},"exp":${NOW + HOUR}}`,
      {},
      'It must not be used yet: by its nbf it begins in 2 min, on 25 Nov 2026 12:02:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC.',
    ],
    [
      'never',
      `{"nbf":${NOW + 120},"exp":${NOW}}`,
      {},
      'Its nbf is not before its exp, so there is no moment at which it may be used.',
    ],
    [
      'issued ahead',
      `{"iat":${NOW + 120},"exp":${NOW + HOUR}}`,
      {},
      'By its iat it will only be issued in 2 min, on 25 Nov 2026 12:02:00 UTC: two clocks differ, or it was written by hand. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'another moment',
      `{"exp":${NOW}}`,
      { isChosen: true, now: NOW - 60 },
      'Times are told for the moment that you chose, 25 Nov 2026 11:59:00 UTC. It expires in 60 s, on 25 Nov 2026 12:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'exp text',
      `{"exp":"${NOW}"}`,
      {},
      'Its expiry (exp) is a text, “1795608000”, where a number of seconds is needed. So nobody can tell from when to when it may be used.',
    ],
    [
      'exp in milliseconds',
      `{"exp":${NOW}000}`,
      {},
      'Its exp, “1795608000000”, seems to count milliseconds, and so it would be 25 Nov 2026 12:00:00 UTC. Verifiers count seconds, and read a date thousands of years away.',
    ],
    ['exp huge', '{"exp":1e400}', {}, 'Its exp, “1e400”, is too large to be a time.'],
    [
      'exp twice',
      `{"exp":1,"exp":${NOW + 9}}`,
      {},
      'Its expiry (exp) stands in it more than once, so two readers can see two different tokens. So nobody can tell from when to when it may be used.',
    ],
    ['no exp', '{"sub":"x"}', {}, 'It has no expiry (exp): by itself it never expires.'],
  ])('%s', async (_, payload, asked, expected) => {
    const lines = (await told(hs(payload), { key: secret, ...asked })).split('\n')
    // After form and parties, before the protection.
    expect(lines.slice(2, -1).join(' ')).toBe(expected)
  })
})

describe('what a match is worth', async () => {
  const jwk = JSON.parse(shown)
  const own = await rs256({ iss: 'https://own.example' }, { jwk })
  it.each<[string, string, string, string]>([
    [
      'the token’s own key',
      own,
      shown,
      'It names RS256: a private key makes the signature, and the public key that belongs to it checks it. The signature matches the key you supplied. That key came with the token itself, so the match does not show who made it.',
    ],
    [
      'a weak secret',
      hs256('{"iss":"x"}', '{"alg":"HS256"}', 'short'),
      'short',
      'It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. The signature matches the key you supplied. That key is so weak that the match proves nothing.',
    ],
    [
      'alg twice',
      hs256('{"iss":"x"}', '{"alg":"none","alg":"HS256"}'),
      secret,
      'Its algorithm (alg) stands in it more than once, so two readers can see two different tokens. The signature matches the key you supplied.',
    ],
    [
      'alg unknown',
      hs256('{"iss":"x"}', '{"alg":"XY1"}'),
      secret,
      'It names the algorithm “XY1”, which is none for signatures that is known here. Its signature could not be checked; the verdict says why.',
    ],
    [
      'alg missing',
      hs256('{"iss":"x"}', '{}'),
      secret,
      'Its header names no algorithm (alg), so nobody can check its signature.',
    ],
    [
      'none with a signature',
      hs256('{"iss":"x"}', '{"alg":"none"}'),
      secret,
      'Its alg is none, and yet something stands where a signature would be. A verifier must refuse it.',
    ],
    [
      'a key that does not fit',
      hs({ iss: 'x' }),
      shown,
      'It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Its signature could not be checked; the verdict says why.',
    ],
  ])('%s', async (_, text, key, expected) => {
    const lines = (await told(text, { key })).split('\n')
    expect(lines[1]).toMatch(/^It says that it was issued by/)
    expect(lines.at(-1)).toBe(expected)
  })
})

/** What each statement speaks of: it must be there. */
const speaksOf: Readonly<Record<string, string>> = {
  'issuer-said': 'iss',
  subject: 'sub',
  user: 'user_id',
  audience: 'aud',
  'audience-two': 'aud',
  'audience-many': 'aud',
  'audience-nobody': 'aud',
  issued: 'iat',
  'issued-ahead': 'iat',
  expires: 'exp',
  expired: 'exp',
  'not-yet': 'nbf',
  'key-bound': 'cnf',
}

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.string()),
  fc.integer({ min: NOW - 1e6, max: NOW + 1e6 }),
  fc.jsonValue({ maxDepth: 2 }),
)
const names = [
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'user_id',
  'cnf',
  'nonce',
  'token_type',
  'scope',
  'ver',
]
const claimsSet = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] })

it('says of any claims what is there, in short sentences, and nothing of what is absent', async () => {
  await fc.assert(
    fc.asyncProperty(claimsSet, fc.boolean(), async (claims, isUnsecured) => {
      const payload = JSON.stringify(claims)
      const text = isUnsecured ? `${base64url('{"alg":"none"}')}.${base64url(payload)}.` : hs(payload)
      const statements = (await statementsOf(text)).flat()
      for (const statement of statements) {
        expect(Object.keys(claims)).toEqual(expect.arrayContaining(claimsIn(statement)))
        if (statement.code === 'not-said')
          for (const [, name] of statement.values.what.matchAll(/\((\w+)\)/g))
            expect(claims).not.toHaveProperty(name!)
        const own = piecesOf(statement).map((piece) => (piece.isForeign ? '“”' : piece.text))
        expect(own.join('')).not.toMatch(/\b(?:valid|trusted|undefined|NaN|null)\b|[{}]/)
        for (const sentence of own.join('').split(/(?<=[.!?]) /))
          expect(sentence.split(' ').length).toBeLessThanOrEqual(30)
      }
    }),
    { numRuns: 300 },
  )
})

function claimsIn({ code, values }: Statement): string[] {
  const { claim, by } = values as Readonly<Record<string, string>>
  const known = Object.hasOwn(speaksOf, code) ? [speaksOf[code]!] : []
  return [...known, ...(claim === undefined ? [] : [claim]), ...(by === undefined ? [] : by.split(', '))]
}
