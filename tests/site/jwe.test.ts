/** Encrypted, nested, many-signed and detached tokens in the sealed build, by roles and names alone. */
import { createCipheriv } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { CompactEncrypt, CompactSign, exportJWK, GeneralSign, generateKeyPair } from 'jose'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector, secret } from './inspector.ts'

const encoder = new TextEncoder()
const CLAIMS = '{"sub":"guest-204","exp":4102444800}'

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

const seal = (content: string, header: object, key: Uint8Array | CryptoKey) =>
  new CompactEncrypt(encoder.encode(content)).setProtectedHeader(header as never).encrypt(key)

async function pair(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  return { publicKey, privateKey, shown: await exportJWK(publicKey), whole: await exportJWK(privateKey) }
}

async function paste(token: string, key: string) {
  await at.token.fill(token)
  await at.key.fill(key)
}

describe('an encrypted token', () => {
  test('shows its header and says what key it wants, then its content', async () => {
    const key = new Uint8Array(24).fill(9)
    await paste(await seal(CLAIMS, { alg: 'A192KW', enc: 'A192GCM' }, key), '')
    await at.reaches('needs-key')
    await expect.poll(() => at.region('Header').innerText()).toContain('A192KW')
    expect(await at.line('Key')).toMatch(/shared secret of 24 octets/)
    const parts = await at.region('Encrypted parts').innerText()
    for (const name of ['Encrypted key', 'Initialization vector', 'Ciphertext', 'Authentication tag'])
      expect(parts).toContain(name)
    await at.key.fill(JSON.stringify({ kty: 'oct', k: base64url(key) }))
    await at.reaches('decrypted')
    await expect.poll(() => at.region('Payload').innerText()).toContain('guest-204')
    expect(await at.line('Time')).toMatch(/^Valid now/)
    await at.key.fill(JSON.stringify({ kty: 'oct', k: base64url(new Uint8Array(24)) }))
    await at.reaches('failed')
    expect(await at.line('Encryption')).toMatch(/does not unwrap/)
  })

  test('that holds a signed one is verified, each level a tab that the keyboard reaches', async () => {
    const [reader, signer] = [await pair('ECDH-ES'), await pair('ES256')]
    const inner = await new CompactSign(encoder.encode(CLAIMS))
      .setProtectedHeader({ alg: 'ES256' })
      .sign(signer.privateKey)
    const token = await seal(inner, { alg: 'ECDH-ES', enc: 'A128CBC-HS256', cty: 'JWT' }, reader.publicKey)
    await paste(token, JSON.stringify({ keys: [reader.whole, signer.shown] }))
    await at.reaches('verified')
    await expect.poll(() => at.region('Payload').innerText()).toContain('guest-204')
    const tabs = opened.app.getByRole('tablist', { name: 'Levels' }).getByRole('tab')
    expect(await tabs.count()).toBe(2)
    await tabs.nth(1).focus()
    await opened.page.keyboard.press('ArrowLeft')
    expect(await tabs.nth(0).getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => at.region('Header').innerText()).toContain('ECDH-ES')
    await at.key.fill(JSON.stringify(reader.whole))
    await at.reaches('needs-key')
  })

  test('has its own findings listed beside those of the token inside, and they lead to it', async () => {
    const reader = await pair('RSA-OAEP')
    const inner = hs256('{"sub":"guest-204"}')
    await paste(
      await seal(inner, { alg: 'RSA-OAEP', enc: 'A128GCM' }, reader.publicKey),
      JSON.stringify({ keys: [reader.whole, { kty: 'oct', k: base64url(secret) }] }),
    )
    await at.reaches('verified')
    await expect.poll(at.findings).toContain('nested-cty error')
    const findings = await at.findings()
    expect(findings).toContain('exp-missing warning')
    expect(findings.filter((rule) => rule === 'jwks-private error')).toHaveLength(1)
    await at.region('Findings').getByRole('button', { name: '1: JWE, outermost' }).click()
    await expect.poll(() => at.region('Header').innerText()).toContain('RSA-OAEP')
  })

  test('that inflates past 250 kB is an error, also once that was allowed', async () => {
    const key = new Uint8Array(16).fill(7)
    const plain = Buffer.from(JSON.stringify({ sub: 'a'.repeat(250_000) }))
    // `jose` compresses nothing by itself: what is encrypted is deflated beforehand.
    const header = base64url('{"alg":"dir","enc":"A128GCM","zip":"DEF"}')
    const cipher = createCipheriv('aes-128-gcm', key, new Uint8Array(12)).setAAD(Buffer.from(header))
    const ciphertext = Buffer.concat([cipher.update(deflateRawSync(plain)), cipher.final()])
    const token = [
      header,
      '',
      base64url(new Uint8Array(12)),
      base64url(ciphertext),
      base64url(cipher.getAuthTag()),
    ]
    await paste(token.join('.'), JSON.stringify({ kty: 'oct', k: base64url(key) }))
    await at.reaches('impossible')
    await expect.poll(at.findings).toContain('jwe-zip error')
    await at.verdict.getByRole('button', { name: /^Inflate/ }).click()
    await at.reaches('decrypted')
    await expect.poll(at.findings).toContain('jwe-zip error')
  })

  test('asks before it runs many rounds', async () => {
    const sealing = new CompactEncrypt(encoder.encode(CLAIMS))
    sealing.setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' })
    sealing.setKeyManagementParameters({ p2c: 20_000 })
    await paste(await sealing.encrypt(encoder.encode('a password')), 'a password')
    await at.reaches('impossible')
    await at.verdict.getByRole('button', { name: 'Run the rounds for this token' }).click()
    await at.reaches('decrypted')
  })
})

describe('a signed token in a rare form', () => {
  test('with two signatures says of each whether it holds', async () => {
    const [first, second] = [await pair('ES256'), await pair('EdDSA')]
    const signing = new GeneralSign(encoder.encode(CLAIMS))
    signing.addSignature(first.privateKey).setProtectedHeader({ alg: 'ES256' })
    signing
      .addSignature(second.privateKey)
      .setProtectedHeader({ alg: 'EdDSA' })
      .setUnprotectedHeader({ kid: 'second' })
    await paste(JSON.stringify(await signing.sign()), JSON.stringify({ keys: [first.shown, second.shown] }))
    await at.reaches('verified')
    for (const name of ['Signature 1', 'Signature 2'])
      expect(await at.line(name)).toMatch(/^Matches the key you supplied/)
    await opened.app.getByRole('combobox', { name: 'Signature shown' }).selectOption('1')
    await expect.poll(() => at.region('Header').innerText()).toMatch(/Unprotected header[\s\S]*second/)
  })

  test('whose payload is sent apart has a box for it', async () => {
    const box = opened.app.getByRole('textbox', { name: 'Detached payload', exact: true })
    await paste(hs256(CLAIMS), secret)
    await at.reaches('verified')
    expect(await box.count()).toBe(0)
    await paste(hs256(CLAIMS).replace(/\.[^.]*\./, '..'), secret)
    await at.reaches('impossible')
    await box.fill(CLAIMS)
    await at.reaches('verified')
    await box.fill(`${CLAIMS}x`)
    await at.reaches('failed')
  })
})
