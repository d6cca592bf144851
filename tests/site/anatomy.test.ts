/** A token taken apart in the sealed page: any group opens, and the chain is computed from the sample’s own key. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>
const region = () => at.region('Anatomy')
const cell = (id: string) => region().locator(`[data-cell="${id}"] `)
const same = () => region().locator('[data-same]').getAttribute('data-same')

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  opened = await open(await browser.newContext({ viewport: { width: 390, height: 900 } }), site.url)
  at = inspector(opened)
  await region().locator('summary').click()
  await region().getByRole('toolbar').waitFor()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('a group that is clicked shows its octets, and lights up in the token', async () => {
  await at.token.fill(hs256('{"sub":"me"}'))
  await region().getByRole('radio', { name: 'payload' }).check()
  const octets = region().getByRole('list', { name: 'Octets' }).getByRole('listitem')
  const hex = async () => (await octets.allInnerTexts()).map((text) => text.slice(0, 2))
  // {"sub":"me"} is eyJz dWIi OiJt ZSJ9.
  const group = region().getByRole('button', { name: 'OiJt' })
  await group.click()
  await expect.poll(hex).toEqual(['3a', '22', '6d'])
  const strip = at.region('Bytes').getByRole('list', { name: 'Characters' }).locator('b')
  expect(await strip.allInnerTexts()).toEqual([...'OiJt'])
  await group.press('ArrowRight')
  await expect.poll(hex).toEqual(['65', '22', '7d'])
  expect(await opened.frame.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true')
  expect(await violations(opened)).toEqual([])
  expect(
    await opened.frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
})

test('a disclosure shows its digest and where that stands, and lights up in the token', async () => {
  const { sdJwt } = JSON.parse(readFileSync('tests/fixtures/rfc9901/5_2.presentation_kb.json', 'utf8'))
  const encoded = sdJwt.split('~')[3]
  await at.token.fill(sdJwt)
  await region().getByRole('radio', { name: 'Disclosures' }).check()
  await region().getByRole('combobox', { name: 'Part' }).selectOption({ label: 'Disclosure 3: given_name' })
  await region().getByRole('combobox', { name: 'Element' }).selectOption({ label: 'value' })
  expect(await region().getByRole('status').innerText()).toContain('of disclosure 3')
  expect(await at.region('Bytes').innerText()).toContain('disclosure 3, octet')
  await region().getByText(createHash('sha256').update(encoded).digest('base64url')).waitFor()
  await region()
    .getByText(/It stands in the payload, at \/_sd\/\d+\./)
    .waitFor()
  await region().getByRole('radio', { name: 'Key Binding JWT' }).check()
  await region().getByRole('radio', { name: 'payload' }).check()
  await region().getByRole('combobox', { name: 'Claim' }).selectOption({ label: 'sd_hash' })
  expect(await at.region('Bytes').innerText()).toContain('payload of the Key Binding JWT')
  expect(await violations(opened)).toEqual([])
  expect(
    await opened.frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
})

test('one of thousands of disclosures opens at once', async () => {
  const disclosures = Array.from({ length: 5000 }, (_, i) => base64url(JSON.stringify(['salt', `n${i}`, i])))
  const _sd = disclosures.map((one) => createHash('sha256').update(one).digest('base64url'))
  await at.token.fill(`${hs256(JSON.stringify({ _sd }))}~${disclosures.join('~')}~`)
  await region().getByRole('radio', { name: 'Disclosures' }).check()
  const part = region().getByRole('combobox', { name: 'Part' })
  const opening = await opened.frame.evaluate(() => performance.now())
  await region().getByRole('spinbutton', { name: 'Disclosure' }).fill('4321')
  await expect.poll(() => part.locator('option:checked').innerText()).toBe('Disclosure 4321: n4320')
  await region().getByText('It stands in the payload, at /_sd/4320.').waitFor()
  expect(await part.locator('option').count()).toBe(200)
  expect((await opened.frame.evaluate(() => performance.now())) - opening).toBeLessThan(3000)
})

test.each([
  ['HS256: session of a web shop', 'mac'],
  ['RS256: OpenID Connect ID token', 'encoded-message'],
  ['PS256: open banking access token', 'pss-again'],
  ['ES256: OAuth access token (RFC 9068)', 'v'],
])('%s: what must be the same is', async (label, last) => {
  await at.sample.selectOption({ label })
  await cell(last).waitFor()
  expect(await same()).toBe('true')
  await at.reaches('verified')
})

test('a wrong secret shows that the two differ, the right one that they do not', async () => {
  await at.token.fill(hs256('{"sub":"you"}'))
  await at.key.fill('another secret, long enough for it')
  await at.reaches('failed')
  await expect.poll(same).toBe('false')
  await at.key.fill(secret)
  await expect.poll(same).toBe('true')
  expect(await violations(opened)).toEqual([])
})
