/** Why a signature does not match, and the fix, through the sealed page. */
import { createHmac, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector } from './inspector.ts'

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

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/keys/${name}`, import.meta.url)), 'utf8')
const p256 = fixture('p256.spki.pem')
const rsa = fixture('rsa2048.spki.pem')
const secret = 'a secret of more than thirty-two octets'
const payload = '{"sub":"1234567890","name":"Ada","admin":true}'
const encoded = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')

function es256(
  change: (signature: Buffer) => Buffer,
  dsaEncoding: 'der' | 'ieee-p1363' = 'ieee-p1363',
): string {
  const input = `${base64url('{"alg":"ES256","typ":"JWT"}')}.${base64url(payload)}`
  const signature = sign('sha256', Buffer.from(input), { key: fixture('p256.pkcs8.pem'), dsaEncoding })
  return `${input}.${base64url(change(signature))}`
}
const same = (signature: Buffer) => signature
const good = hs256(payload)
const hs512 = () => {
  const input = `${base64url('{"alg":"HS256"}')}.${base64url(payload)}`
  return `${input}.${createHmac('sha512', secret).update(input).digest('base64url')}`
}

const diagnoses = () =>
  at.verdict
    .locator('[data-diagnosis]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-diagnosis')))

async function enter(text: string, keyText: string) {
  await at.key.fill('')
  await at.keyFormat.selectOption('detect')
  await at.token.fill(text)
  await at.key.fill(keyText)
}

/** The last character of 43 has two bits that belong to no octet. */
function withSpareBit(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return token.slice(0, -1) + alphabet[alphabet.indexOf(token.at(-1)!) + 1]
}

interface Row {
  readonly id: string
  readonly text: string
  readonly keyText: string
  readonly state?: string
}

const mended: readonly Row[] = [
  {
    id: 'secret-base64',
    text: hs256(payload, undefined, Buffer.from(encoded, 'base64').toString()),
    keyText: encoded,
  },
  {
    id: 'secret-hex',
    text: hs256(payload, undefined, 'sixteen octets!!'),
    keyText: Buffer.from('sixteen octets!!').toString('hex'),
  },
  { id: 'secret-line-break', text: hs256(payload, undefined, `${secret}\n`), keyText: secret },
  { id: 'secret-space', text: good, keyText: `${secret} ` },
  { id: 'secret-quotes', text: good, keyText: `"${secret}"` },
  { id: 'secret-assignment', text: good, keyText: `export JWT_SECRET='${secret}'` },
  { id: 'secret-json-escapes', text: hs256(payload, undefined, `${secret}"\\`), keyText: `${secret}\\"\\\\` },
  { id: 'secret-escapes', text: hs256(payload, undefined, `${secret}&$`), keyText: `${secret}&amp;$` },
  { id: 'secret-percent-encoding', text: good, keyText: encodeURIComponent(secret) },
  {
    id: 'secret-encoded-text',
    text: hs256(payload, undefined, Buffer.from(secret).toString('base64')),
    keyText: secret,
  },
  { id: 'signature-der', text: es256(same, 'der'), keyText: p256 },
  {
    id: 'signature-swapped',
    text: es256((s) => Buffer.concat([s.subarray(32), s.subarray(0, 32)])),
    keyText: p256,
  },
  { id: 'signature-byte-order', text: es256((s) => s.reverse()), keyText: p256 },
  { id: 'signature-encoded', text: es256((s) => Buffer.from(s.toString('hex'))), keyText: p256 },
  { id: 'signature-cut', text: good.slice(0, -7), keyText: secret },
  { id: 'signature-character', text: `${good.slice(0, -9)}${good.slice(-8)}`, keyText: secret },
  { id: 'signature-character', text: withSpareBit(good), keyText: secret, state: 'unreadable' },
  { id: 'token-dots', text: good.replaceAll('.', ''), keyText: secret, state: 'unreadable' },
  { id: 'token-base64', text: `${good}=`, keyText: secret, state: 'unreadable' },
  {
    id: 'key-restricted',
    text: es256(same),
    keyText: JSON.stringify({ ...createPublicKey(p256).export({ format: 'jwk' }), use: 'enc' }),
    state: 'impossible',
  },
]

describe('with a fix', () => {
  test.each(mended)('$id: one click makes it verify', async ({ id, text, keyText, state = 'failed' }) => {
    await enter(text, keyText)
    await at.reaches(state)
    await expect.poll(diagnoses).toEqual([id])
    expect(await at.verdict.innerText()).toContain('It would verify if')
    expect(await at.verdict.getAttribute('data-state')).toBe(state)
    await at.verdict
      .locator('[data-diagnosis]')
      .getByRole('button', { name: /mended token|Key format|Change the key/ })
      .click()
    await at.reaches('verified')
    await expect.poll(diagnoses).toEqual([])
    await at.verdict.getByRole('button', { name: 'Undo' }).click()
    await at.reaches(state)
    expect(await at.token.innerText()).toBe(text)
    expect(await at.key.inputValue()).toBe(keyText)
  })
})

const told: readonly Row[] = [
  { id: 'alg-variant', text: hs512(), keyText: secret },
  { id: 'key-confusion', text: hs256(payload, undefined, rsa), keyText: rsa, state: 'impossible' },
  {
    id: 'input-reserialized',
    text: `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url('{"a": 1}')}.${hs256('{"a":1}').split('.')[2]}`,
    keyText: secret,
  },
  { id: 'content-changed', text: rs256Altered(), keyText: rsa },
  { id: 'key-type', text: es256(same), keyText: secret, state: 'impossible' },
]

function rs256Altered(): string {
  const header = base64url('{"alg":"RS256"}')
  const signature = sign(
    'sha256',
    Buffer.from(`${header}.${base64url(payload)}`),
    fixture('rsa2048.pkcs8.pem'),
  )
  return `${header}.${base64url('{"sub":"0"}')}.${base64url(signature)}`
}

describe('without a fix', () => {
  test.each(told)('$id is told, and the state stays', async ({ id, text, keyText, state = 'failed' }) => {
    await enter(text, keyText)
    await at.reaches(state)
    await expect.poll(diagnoses).toEqual([id])
    expect(
      await at.verdict.getByRole('button', { name: /mended token|Key format|Change the key/ }).count(),
    ).toBe(0)
  })

  test('nothing found: what was tried is said, and what to look at next', async () => {
    await enter(good, 'quite another secret')
    await at.reaches('failed')
    await expect.poll(() => at.verdict.innerText()).toContain('No cause found')
    expect(await at.verdict.innerText()).toMatch(
      /\d+ other readings tried, and none matches: other encodings of the secret/,
    )
    expect(await diagnoses()).toEqual([])
  })

  test('no task of the search is long', async () => {
    await enter(good, 'x')
    await opened.frame.evaluate(() => {
      const tasks: number[] = []
      Object.assign(globalThis, { tasks })
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({ type: 'longtask' })
    })
    await at.key.fill('another secret, for a search through all')
    await expect.poll(() => at.verdict.innerText()).toContain('No cause found')
    expect(
      await opened.frame.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks)),
    ).toBeLessThan(120)
  })

  test('a verified token has none', async () => {
    await enter(good, secret)
    await at.reaches('verified')
    expect(await diagnoses()).toEqual([])
    expect(opened.seen.console).toEqual([])
  })
})
