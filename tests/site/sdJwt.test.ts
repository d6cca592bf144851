/** SD-JWTs and DPoP proofs, in the sealed build. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector, secret } from './inspector.ts'

const fixture = (name: string) => JSON.parse(readFileSync(`tests/fixtures/${name}.json`, 'utf8'))
const vector = fixture('rfc9901/5_2.presentation_kb')
const structured = fixture('rfc9901/A_1.simple_structured')
const flattened = fixture('rfc9901/8_2.flattened_presentation_kb')
const dpop = fixture('rfc9449/dpop')

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  opened = await open(await browser.newContext({ viewport: { width: 1400, height: 900 } }), site.url)
  at = inspector(opened)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function put(token: string, key: object | string | null): Promise<void> {
  await at.key.fill(key === null ? '' : typeof key === 'string' ? key : JSON.stringify(key))
  await at.token.fill(token)
}

const disclosures = () => at.region('Disclosures')
const processed = () => opened.app.getByRole('textbox', { name: 'Processed payload text' }).innerText()
const checks = (region: string) =>
  at
    .region(region)
    .getByRole('listitem')
    .and(opened.page.locator('[data-check]'))
    .evaluateAll((items) =>
      Object.fromEntries(
        items.map((item) => [item.getAttribute('data-check'), item.getAttribute('data-outcome')]),
      ),
    )

describe('an SD-JWT with key binding', () => {
  test('is verified, and told apart part by part', async () => {
    await put(vector.sdJwt, vector.issuerPublicJwk)
    await at.reaches('verified')
    expect(await at.line('Structure')).toContain('Sound SD-JWT+KB')
    expect(await at.line('Disclosures')).toContain('4 values disclosed')
    expect(await at.line('Binding')).toContain('holder key named by the issuer')
    await expect.poll(async () => JSON.parse(await processed())).toEqual(vector.processedPayload)
    expect(await checks('Disclosures')).toEqual({
      'kb-key': 'met',
      'kb-signature': 'met',
      'kb-typ': 'met',
      'kb-iat': 'undecided',
      'kb-nonce': 'undecided',
      'kb-aud': 'undecided',
      'kb-sd-hash': 'met',
    })
  })

  test('nonce and audience are compared with what is expected', async () => {
    const { nonce, aud } = vector.keyBindingJwt.payload
    await opened.app.getByText('Compare with what you expect').click()
    await opened.app.getByRole('textbox', { name: 'Expected nonce' }).fill(nonce)
    await opened.app.getByRole('textbox', { name: 'Expected audience' }).fill(`${aud}/other`)
    await expect.poll(() => checks('Disclosures')).toMatchObject({ 'kb-nonce': 'met', 'kb-aud': 'broken' })
    // The issuer's claims are not asked for what the Key Binding JWT has to answer.
    expect(await at.region('Checks').locator('[data-expected]').count()).toBe(0)
    // What is expected changes no signature.
    await at.reaches('verified')
    await opened.app.getByRole('textbox', { name: 'Expected nonce' }).fill('')
    await opened.app.getByRole('textbox', { name: 'Expected audience' }).fill('')
  })

  test('the holder’s key does not verify the issuer’s signature', async () => {
    await put(vector.sdJwt, null)
    await at.reaches('needs-key')
    await put(vector.sdJwt, vector.keyBindingJwt.holderPublicJwk)
    await at.reaches('failed')
  })

  test('fewer disclosures can be shown, and the string for the verifier is made', async () => {
    await put(vector.sdJwt, vector.issuerPublicJwk)
    await at.reaches('verified')
    const box = disclosures().getByRole('checkbox', { name: 'family_name' })
    await box.uncheck()
    await expect.poll(async () => JSON.parse(await processed())).not.toHaveProperty('family_name')
    expect(await disclosures().innerText()).toContain('3 of 4 shown')
    expect(await disclosures().innerText()).toContain('The Key Binding JWT is left out')
    await at.reaches('verified')
    await disclosures().getByRole('button', { name: 'Show none' }).click()
    await expect.poll(async () => JSON.parse(await processed())).not.toHaveProperty('given_name')
    await disclosures().getByRole('button', { name: 'Show all' }).click()
    await expect.poll(async () => JSON.parse(await processed())).toEqual(vector.processedPayload)
  })

  test('works by keyboard', async () => {
    const box = disclosures().getByRole('checkbox', { name: 'given_name' })
    await box.focus()
    await opened.page.keyboard.press('Space')
    await expect.poll(async () => JSON.parse(await processed())).not.toHaveProperty('given_name')
    await opened.page.keyboard.press('Space')
  })

  test('one in JSON serialization is read the same way', async () => {
    await put(JSON.stringify(flattened.jwsJson), flattened.issuerPublicJwk)
    await at.reaches('verified')
    expect(await at.line('Binding')).toContain('holder key named by the issuer')
    await expect.poll(async () => JSON.parse(await processed())).toEqual(flattened.processedPayload)
  })

  test('unanswered digests are counted', async () => {
    await put(structured.sdJwt, structured.issuerPublicJwk)
    await at.reaches('verified')
    expect(await disclosures().innerText()).toMatch(
      /\d+ digests are answered by no disclosure: held back, or decoys/,
    )
    expect(await at.line('Binding')).toContain('None')
  })
})

describe('an SD-JWT that must be rejected', () => {
  const parts: string[] = structured.sdJwt.split('~')
  const forged = base64url('["G02NSrQfjFXQ7Io09syajA", "region", "Atlantis"]')

  test.each([
    ['a forged disclosure', parts.with(1, forged).join('~'), 'disclosure-unreferenced'],
    ['a disclosure twice', parts.toSpliced(1, 0, parts[1]!).join('~'), 'disclosure-repeated'],
    ['one too many', parts.toSpliced(1, 0, forged).join('~'), 'disclosure-unreferenced'],
    ['octets for a disclosure', parts.with(1, '_____w').join('~'), 'disclosure-not-utf8'],
  ])('for %s', async (_, text, code) => {
    for (const key of [structured.issuerPublicJwk, null]) {
      await put(text, key)
      await at.reaches('failed')
      expect(await at.verdict.innerText()).toContain('must reject it')
      await expect.poll(() => disclosures().locator('[data-fault]').getAttribute('data-fault')).toBe(code)
      expect(await opened.app.getByRole('region', { name: 'Processed payload' }).count()).toBe(0)
    }
  })

  test('for a disclosure taken away after the holder signed', async () => {
    const fewer = vector.sdJwt.split('~').toSpliced(1, 1).join('~')
    await put(fewer, vector.issuerPublicJwk)
    await at.reaches('failed')
    await expect
      .poll(() => checks('Disclosures'))
      .toMatchObject({ 'kb-sd-hash': 'broken', 'kb-signature': 'met' })
  })

  test('one with its last tilde missing is not readable', async () => {
    await put(structured.sdJwt.slice(0, -1), structured.issuerPublicJwk)
    await at.reaches('unreadable')
    expect(await at.line('Structure')).toContain('The tilde after the last disclosure is missing')
  })
})

test('a time among the disclosures counts', async () => {
  const issuer = await generateKeyPair('ES256', { extractable: true })
  const disclosure = base64url('["c2FsdC1vZi0xMjgtYml0cw", "exp", 1]')
  const digest = createHash('sha256').update(disclosure).digest('base64url')
  const jws = await new SignJWT({ _sd: [digest] })
    .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt' })
    .sign(issuer.privateKey)
  await put(`${jws}~${disclosure}~`, await exportJWK(issuer.publicKey))
  await at.reaches('verified')
  expect(await at.line('Time')).toMatch(/^Expired/)
  expect(await at.line('Claims')).toContain('exp')
  await expect.poll(() => disclosures().locator('[data-notice=claim-withholdable]').count()).toBe(1)
})

describe('a DPoP proof', () => {
  test('matches its own key, which verifies nothing', async () => {
    await put(dpop.tokenRequest, null)
    await at.reaches('needs-key')
    expect(await at.line('Possession')).toContain(`thumbprint ${dpop.jkt}`)
    await expect
      .poll(() => checks('Proof of possession'))
      .toMatchObject({ 'dpop-signature': 'met', 'dpop-jwk': 'met', 'dpop-htm': 'undecided' })
    expect(await at.findings()).not.toContain('header-jwk error')
  })

  test('one that does not match its own key is refused', async () => {
    const [header, , signature] = dpop.tokenRequest.split('.')
    const payload = base64url('{"jti":"x","htm":"POST","htu":"https://evil.example/token","iat":1}')
    await put(`${header}.${payload}.${signature}`, null)
    await at.reaches('failed')
    expect(await at.line('Possession')).toContain('does not match the proof’s own key')
  })

  test('one with a private key in it is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    const proof = await new SignJWT({ jti: 'j', htm: 'GET', htu: 'https://a.example/', iat: 1 })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: jwk as JWK })
      .sign(privateKey)
    await put(proof, null)
    await at.reaches('failed')
    await expect.poll(() => checks('Proof of possession')).toMatchObject({ 'dpop-jwk': 'broken' })
  })
})

describe('the sample of a request with its proof', () => {
  test('holds in every respect but its age', async () => {
    await at.sample.selectOption('dpop')
    await at.reaches('needs-key')
    await expect
      .poll(() => checks('Proof of possession'))
      .toEqual({
        'dpop-alg': 'met',
        'dpop-jwk': 'met',
        'dpop-signature': 'met',
        'dpop-jti': 'undecided',
        'dpop-htm': 'met',
        'dpop-htu': 'met',
        'dpop-iat': 'undecided',
        'dpop-ath': 'met',
        'dpop-jkt': 'met',
      })
  })

  test('and no longer does once the request is another', async () => {
    const text = await at.token.innerText()
    await put(text.replace('GET /orders', 'POST /refunds'), null)
    await expect
      .poll(() => checks('Proof of possession'))
      .toMatchObject({ 'dpop-htm': 'broken', 'dpop-htu': 'broken', 'dpop-ath': 'met' })
    // What it is compared with is no fault of its own.
    await at.reaches('needs-key')
  })
})

describe('an ID token', () => {
  test('is held against the access token and the code that came with it', async () => {
    const half = (text: string) =>
      createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
    const idToken = (claims: object) =>
      hs256(JSON.stringify({ iss: 'https://a.example', nonce: 'n', ...claims }))
    const answer = (claims: object) =>
      JSON.stringify({ id_token: idToken(claims), access_token: 'opaque-1', code: 'c-1' })
    await put(answer({ at_hash: half('opaque-1'), c_hash: half('c-1') }), secret)
    await expect.poll(() => checks('Issued together')).toEqual({ at_hash: 'met', c_hash: 'met' })
    await put(answer({ at_hash: half('opaque-2'), c_hash: half('c-1') }), secret)
    await expect.poll(() => checks('Issued together')).toEqual({ at_hash: 'broken', c_hash: 'met' })
    await at.reaches('verified')
  })
})
