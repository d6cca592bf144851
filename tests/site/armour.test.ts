/** The service worker: it starts the page where there is no network, and puts the armour on every answer. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileUrl, launch, type Opened, open, serveSite } from './harness.ts'
import { openArmoured, servePlainly } from './host.ts'
import { hs256, inspector, secret } from './inspector.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const stateOf = ({ app }: Opened): Promise<string | null> =>
  app.locator('[data-armour]').getAttribute('data-armour')

describe('the armour', () => {
  test('is on from the first load where the host sends the headers', async () => {
    const site = await serveSite()
    const opened = await open(await browser.newContext(), site.url)
    await expect.poll(() => stateOf(opened)).toBe('armoured')
    await opened.app.getByText('Sealed + armoured').waitFor()
    await site.close()
  })

  test('is on from the second load where it sends none, on every answer, also that there is nothing', async () => {
    const host = await servePlainly()
    const context = await browser.newContext()
    const first = await open(context, host.url)
    await first.page.evaluate(() => navigator.serviceWorker.ready)
    expect(await stateOf(first)).toBe('sealed')

    const second = await openArmoured(context, host.url)
    await expect.poll(() => stateOf(second)).toBe('armoured')
    const site = await serveSite()
    const sent = await fetch(site.url)
    await site.close()
    const page = await context.newPage()
    for (const [path, status] of [
      ['', 200],
      ['index.html', 200],
      ['icon.svg', 200],
      ['not/there?x', 404],
    ] as const) {
      const response = await page.goto(`${host.url}${path}`)
      const headers = response?.headers() ?? {}
      expect([path, response?.status()]).toEqual([path, status])
      // The same value as a host sends that reads dist/_headers.
      expect([path, headers['connection-allowlist']]).toEqual([
        path,
        sent.headers.get('connection-allowlist'),
      ])
      expect([path, headers['content-security-policy']]).toEqual([path, "frame-ancestors 'none'"])
      expect([path, headers['cross-origin-opener-policy']]).toEqual([path, 'same-origin'])
    }
    // What fetches keys has a policy of its own, and none that would end a redirect.
    const script = await page.goto(`${host.url}door.js`)
    expect(script?.headers()['connection-allowlist']).toBeUndefined()
    expect(script?.headers()['content-security-policy']).toMatch(
      /^default-src 'none'; connect-src https: http:\/\/localhost/,
    )
    await context.close()
    host.close()
  })

  test('is never on for a file', async () => {
    const opened = await open(await browser.newContext(), fileUrl)
    await opened.page.waitForTimeout(300)
    expect(await stateOf(opened)).toBe('sealed')
    await opened.app.getByRole('button', { name: 'Nothing you paste can leave this page' }).click()
    await opened.app.getByText('It is not armoured').waitFor()
  })
})

test('where the host is gone, the page starts and works', async () => {
  const host = await servePlainly()
  const context = await browser.newContext()
  await openArmoured(context, host.url)
  host.close()
  for (const path of ['', 'index.html', '?x=1']) {
    const opened = await open(context, `${host.url}${path}`)
    const at = inspector(opened)
    await at.token.fill(hs256('{"sub":"me"}'))
    await at.key.fill(secret)
    await at.reaches('verified')
    await opened.page.close()
  }
  const page = await context.newPage()
  expect((await page.goto(`${host.url}elsewhere`))?.status()).toBe(503)
  await context.close()
})

test('a new version takes over at the next load, and the page that is open keeps what is in it', async () => {
  const host = await servePlainly()
  const context = await browser.newContext()
  const old = await openArmoured(context, host.url)
  const at = inspector(old)
  await at.token.fill(hs256('{"sub":"kept"}'))
  const [keptBefore] = await old.page.evaluate(() => caches.keys())

  const text = (name: string): Promise<string> => fetch(`${host.url}${name}`).then((answer) => answer.text())
  host.changed.set('index.html', (await text('')).replace('<title>Jotscope</title>', '<title>Newer</title>'))
  host.changed.set('sw.js', (await text('sw.js')).replace(/sha256-[^'`"]+/, 'sha256-newer'))
  const newer = await open(context, host.url)
  expect(await newer.page.title()).toBe('Newer')
  await expect
    .poll(() => old.page.evaluate(() => caches.keys()), { timeout: 15_000 })
    .toEqual(["jotscope 'sha256-newer'"])
  expect(keptBefore).not.toContain('newer')
  expect(await old.page.title()).toBe('Jotscope')
  await expect.poll(() => old.frame.evaluate(() => document.body.innerText.includes('kept'))).toBe(true)

  host.close()
  const offline = await open(context, host.url)
  expect(await offline.page.title()).toBe('Newer')
  await context.close()
})
