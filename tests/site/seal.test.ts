/** The sealed document as it stands in the browser, and what it lets through: links by id, preferences, copies, files. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Greeter, listenForGreetings } from './greeter.ts'
import { launch, open, type Site, serveSite } from './harness.ts'

let site: Site
let browser: Browser
let context: BrowserContext
let greeter: Greeter

beforeAll(async () => {
  greeter = await listenForGreetings()
  site = await serveSite()
  browser = await launch({ args: [`--host-resolver-rules=MAP *:443 127.0.0.1:${greeter.port}`] })
  context = await browser.newContext()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  greeter.close()
})

describe('the document', () => {
  test('is one request, without an error, a refusal or a dialog', async () => {
    const { page, seen } = await open(context, site.url)
    await page.waitForTimeout(500)
    expect(seen.requests.filter((url) => !url.startsWith('data:') && url !== 'about:srcdoc')).toEqual([
      site.url,
    ])
    expect(seen.violations).toEqual([])
    expect(seen.console.filter((line) => line.startsWith('error'))).toEqual([])
    expect(seen.dialogs).toEqual([])
    await page.close()
  })

  test('holds the app in a sandbox without an origin', async () => {
    const { page, frame } = await open(context, site.url)
    const iframe = page.locator('iframe')
    expect(await iframe.count()).toBe(1)
    expect(await iframe.getAttribute('sandbox')).toBe('allow-scripts allow-downloads')
    expect(await iframe.getAttribute('allow')).toBe('clipboard-write')
    expect(await iframe.getAttribute('title')).toBe('Jotscope')
    expect(await frame.evaluate(() => origin)).toBe('null')
    await page.close()
  })

  test('has its first state as markup, before any script', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false })
    const page = await still.newPage()
    await page.goto(site.url)
    const verdict = page.frameLocator('iframe').getByRole('region', { name: 'Verdict', exact: true })
    expect(await verdict.count()).toBe(1)
    await still.close()
  })
})

describe('the way out', () => {
  test('a click on a specification opens its page, and the sealed page stays', async () => {
    const { page, app } = await open(context, site.url)
    greeter.greetings.length = 0
    const link = app.getByRole('link', { name: /RFC 7519/ }).first()
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()])
    await expect.poll(() => greeter.greetings[0]).toBe('www.rfc-editor.org')
    expect(await opened.evaluate(() => window.opener).catch(() => null)).toBeNull()
    expect(page.url()).toBe(site.url)
    await Promise.all([opened.close(), page.close()])
  })

  test('script alone opens nothing: not twice for one click, not without one, not what the table lacks', async () => {
    const { page, frame } = await open(context, site.url)
    const before = context.pages().length
    const ask = (ids: unknown[]): Promise<void> =>
      frame.evaluate((list) => {
        for (const id of list) window.parent.postMessage({ type: 'open-link', id }, '*')
      }, ids)

    await ask(['https://example.org/', 'constructor', '__proto__', 'rfc7519-9.9.9', { url: 'x' }, null, 7519])
    await page.waitForTimeout(300)
    expect(context.pages().length - before).toBe(0)

    // The evaluation counts as an act of the person.
    await ask(['rfc7519', 'rfc7515', 'rfc7517', 'rfc7519'])
    await expect.poll(() => context.pages().length - before).toBe(1)
    await page.waitForTimeout(300)
    expect(context.pages().length - before).toBe(1)

    // An act wears off after some seconds: five in Chromium.
    await page.bringToFront()
    await frame.evaluate(() =>
      setTimeout(() => window.parent.postMessage({ type: 'open-link', id: 'rfc7519' }, '*'), 6_000),
    )
    await page.waitForTimeout(6_500)
    expect(context.pages().length - before).toBe(1)
    await page.close()
  })

  test('a message that does not come from the frame is not heard', async () => {
    const { page } = await open(context, site.url)
    await page.evaluate(() =>
      window.postMessage({ type: 'set-preference', name: 'theme', value: 'dark' }, '*'),
    )
    await page.waitForTimeout(100)
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([])
    await page.close()
  })

  test('the preferences outlive the page, and nothing else does', async () => {
    const own = await browser.newContext({ colorScheme: null })
    const first = await open(own, site.url)
    await first.frame.evaluate(() => {
      const tell = (message: object): void => window.parent.postMessage(message, '*')
      tell({ type: 'set-preference', name: 'theme', value: 'dark' })
      tell({ type: 'set-preference', name: 'wrap', value: 'off' })
      tell({ type: 'set-preference', name: 'wrap', value: 'a secret' })
      tell({ type: 'set-preference', name: 'theme', value: 'light', more: 'a secret' })
      tell({ type: 'set-preference', name: 'a secret', value: 'on' })
    })
    const stored = () => first.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)))
    await expect.poll(stored).toEqual({ 'jotscope.theme': 'dark', 'jotscope.wrap': 'off' })
    await first.page.close()

    const second = await open(own, site.url)
    // The frame's media query follows at once, with no message: the first paint is dark.
    expect(await second.frame.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    const heard = await second.frame.evaluate(
      () =>
        new Promise((done) => {
          addEventListener('message', (event) => done(event.data), { once: true })
          window.parent.postMessage({ type: 'ready' }, '*')
        }),
    )
    expect(heard).toEqual({ type: 'preferences', preferences: { theme: 'dark', wrap: 'off', lesson: 'off' } })
    await own.close()
  })

  test('a token in the address is handed in, and the address cleared', async () => {
    const { page, frame } = await open(context, site.url)
    // The frame has a process of its own: it must listen before the address changes, and say so.
    const heard = await frame.evaluateHandle(() => ({
      message: new Promise((done) => addEventListener('message', ({ data }) => done(data), { once: true })),
    }))
    await page.evaluate(() => {
      location.hash = 'state=x&id_token=aa.bb+.cc&access_token=dd.ee.ff'
    })
    expect(await heard.evaluate(({ message }) => message)).toEqual({
      type: 'text',
      text: 'state=x&id_token=aa.bb+.cc&access_token=dd.ee.ff',
      notices: ['link-history'],
    })
    expect(page.url()).toBe(site.url)
    await page.goto(`${site.url}#token=xx.yy.zz`)
    await expect.poll(() => page.url()).toBe(site.url)
    await page.close()
  })

  test('what is copied reaches the clipboard, what is saved reaches the disk', async () => {
    const own = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const { page, app, frame } = await open(own, site.url)
    await app.locator('body').click({ position: { x: 2, y: 2 } })
    expect(await frame.evaluate(() => navigator.clipboard.writeText('copied').then(() => 'copied'))).toBe(
      'copied',
    )
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.evaluate(() => {
        const link = document.createElement('a')
        link.href = URL.createObjectURL(new Blob(['saved']))
        link.download = 'saved.txt'
        link.click()
      }),
    ])
    expect(download.suggestedFilename()).toBe('saved.txt')
    expect(frame.url()).toBe('about:srcdoc')
    await own.close()
  })
})
