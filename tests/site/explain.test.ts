/** “Explain this token” in the sealed build, by roles and names alone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  opened = await open(await browser.newContext({ viewport: { width: 390, height: 844 } }), site.url)
  at = inspector(opened)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('is opened by keyboard, follows token and key, and gives the focus back', async () => {
  const { app, page } = opened
  const button = app.getByRole('button', { name: 'Explain this token', exact: true })
  const explanation = at.region('Explanation')
  await at.token.fill(hs256('{"iss":"https://a.example","exp":"soon"}'))
  await at.key.fill('')
  await at.reaches('needs-key')
  expect(await explanation.count()).toBe(0)
  expect(await button.getAttribute('aria-expanded')).toBe('false')
  await button.press('Enter')
  await explanation.waitFor()
  expect(await button.getAttribute('aria-expanded')).toBe('true')
  const has = (words: string) => expect.poll(() => explanation.innerText()).toContain(words)
  await has('It says that it was issued by “https://a.example” (iss).')
  await has('Its expiry (exp) is a text, “soon”, where a number of seconds is needed.')
  await has('Its signature has not been checked: that needs the shared secret.')

  await at.key.fill(secret)
  await has('Verified here: the signature matches the key you supplied')
  await at.token.fill(hs256('{"iss":"\\u202eelpmaxe","sub":"x"}', undefined, 'another secret'))
  await has('Not verified: the signature does not match the key you supplied.')
  await has('“▯elpmaxe”')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const { width } = (await explanation.boundingBox())!
  expect(width).toBeLessThanOrEqual(390)

  await explanation.getByRole('button', { name: 'Close explanation', exact: true }).press('Enter')
  expect(await explanation.count()).toBe(0)
  expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
})
