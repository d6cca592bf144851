// @vitest-environment node
import { exportJWK, FlattenedSign, GeneralSign, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { base64url, secret } from '../../site/inspector.ts'
import { both, encoder, hs, opening, paragraph, rs256, rsa, seal, shown, told } from './told.ts'

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
  it('damaged, or encrypted in an unknown way', async () => {
    expect(await told(`${closed}=`)).toMatchInlineSnapshot(`
      "This is a token in encrypted form (JWE). It is damaged: its structure has 1 fault. Its recipient must refuse it. What can still be read of it: its header.
      It names A128GCM for encrypting the content, and ECDH-ES for the key to it. It has not been opened: that needs the recipient’s private key on the curve of epk. What it claims cannot be read here."
    `)
    const [, ...rest] = closed.split('.')
    const header = base64url('{"alg":"XY1","enc":"A128GCM"}')
    expect(await told([header, ...rest].join('.'))).toMatchInlineSnapshot(`
      "This is a token in encrypted form (JWE).
      Its header does not name a known way of encrypting. It could not be opened; the verdict says why."
    `)
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
