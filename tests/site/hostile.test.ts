/** Hostile claims stay text: no markup, no script, no report of a violated policy, no dialog. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  opened = await open(await browser.newContext(), site.url)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const hostile = {
  '<img src=x onerror=alert(1)>': '<script>alert(2)</script>',
  iss: 'javascript:alert(3)',
  sub: '"><svg onload=alert(4)>',
  aud: ['</textarea></pre></iframe><script>alert(5)</script>', 'data:text/html,<script>alert(6)</script>'],
  name: 'admin\u202egnp.exe\u2066\u200b',
  __proto__x: '{{constructor.constructor("alert(7)")()}}',
  style: 'x" style="background:url(//127.0.0.1)',
  constructor: { prototype: { toString: 'alert(8)' } },
  nul: '\u0000\u001b[31m',
}

test('claims, names, header and key stay visible text', async () => {
  const at = inspector(opened)
  const elements = () =>
    opened.frame.evaluate(
      () => document.querySelectorAll('script, img, svg, iframe, object, embed, [onerror], [onload]').length,
    )
  const before = await elements()
  const header = JSON.stringify({ alg: 'HS256', kid: '<b>kid</b>', jku: 'javascript:alert(9)', typ: '<i>' })
  await at.token.fill(hs256(JSON.stringify(hostile), header))
  await at.key.fill(secret)
  await at.reaches('verified')
  const payload = await at.region('Payload').innerText()
  expect(payload).toContain('<script>alert(2)</script>')
  expect(payload).toContain('"><svg onload=alert(4)>'.replace('"', '\\"'))
  expect(payload).toContain('\\u202egnp.exe')
  await expect.poll(() => at.region('Claims').innerText()).toContain('<img src=x onerror=alert(1)>')
  await expect.poll(() => at.region('Header').innerText()).toContain('<b>kid</b>')
  await at.key.fill('<img src=x onerror=alert(10)>')
  await at.reaches('failed')
  await at.token.fill('<img src=x onerror=alert(11)>.<script>alert(12)</script>.x')
  await at.reaches('unreadable')

  expect(await elements()).toBe(before)
  expect(opened.seen.dialogs).toEqual([])
  expect(opened.seen.violations).toEqual([])
  expect(opened.seen.console).toEqual([])
  expect(
    opened.seen.requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('about:')),
  ).toEqual([])
})

test('nothing of a token or key goes to the console, storage or an address', async () => {
  const at = inspector(opened)
  await at.token.fill(hs256('{"sub":"find-me-7f3a"}', undefined, 'key-find-me-7f3a-key-find-me-7f3a'))
  await at.key.fill('key-find-me-7f3a-key-find-me-7f3a')
  await at.reaches('verified')
  const kept = await opened.page.evaluate(() =>
    JSON.stringify([
      location.href,
      document.title,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
    ]),
  )
  expect(kept).not.toContain('find-me')
  expect(opened.seen.console.join()).not.toContain('find-me')
  expect(opened.seen.requests.join()).not.toContain('find-me')
})
