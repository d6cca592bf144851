/** The network door under attack by script in the app: it fetches for a person’s click alone, and tells nobody anything. */
import type { Browser, BrowserContext, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doorOf } from './door.person.ts'
import { type KeyServers, listenAsKeyServers } from './door.servers.ts'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'

let site: Site
let browser: Browser
let context: BrowserContext
let servers: KeyServers

beforeAll(async () => {
  servers = await listenAsKeyServers()
  site = await serveSite()
  browser = await launch()
  context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
})
afterAll(async () => {
  await browser.close()
  await site.close()
  servers.close()
})

/** Milliseconds from one click to the next; the door wants 700 without one. */
const QUICK = 350

/** What hostile script does; the evaluation counts as an act of the person. */
const suggest = (frame: Frame, address: string): Promise<void> =>
  frame.evaluate((text) => window.parent.postMessage({ type: 'open-door', address: text }, '*'), address)

async function start(): Promise<Opened & ReturnType<typeof doorOf>> {
  const opened = await open(context, site.url)
  servers.asked.length = 0
  return { ...opened, ...doorOf(opened) }
}

const shown = (at: ReturnType<typeof doorOf>): Promise<string> => at.door.getByLabel('Address').innerText()

describe('nothing is fetched', () => {
  test('for a suggestion alone, however long it stands', async () => {
    const at = await start()
    await suggest(at.frame, `${servers.http}/keys`)
    await at.fetch.waitFor()
    await at.page.waitForTimeout(3000)
    expect(servers.asked).toEqual([])
    await at.page.close()
  })

  test('and no door opens, without an act of the person', async () => {
    const at = await start()
    await at.frame.evaluate(
      (address) => setTimeout(() => window.parent.postMessage({ type: 'open-door', address }, '*'), 6_000),
      `${servers.http}/keys`,
    )
    await at.page.waitForTimeout(6_500)
    expect(await at.dialog.count()).toBe(0)
    await at.page.close()
  })

  /** Twenty clicks without a pause after which the door would take one for meant; null where the machine makes one. */
  async function clickOn(at: Awaited<ReturnType<typeof start>>) {
    await suggest(at.frame, `${servers.http}/keys`)
    await at.fetch.waitFor()
    const box = await at.fetch.boundingBox()
    if (box === null) throw new Error('no button')
    let last = performance.now()
    for (let i = 0; i < 20; i++) {
      await at.page.mouse.click(box.x + 20, box.y + 10)
      const now = performance.now()
      if (now - last > QUICK) return null
      last = now
      await at.page.waitForTimeout(100)
    }
    return box
  }

  test('for a click, or twenty, that were under way when the door opened', async () => {
    let at = await start()
    for (let attempt = 0; (await clickOn(at)) === null; attempt++) {
      expect(attempt, 'clicks could not be made fast enough').toBeLessThan(5)
      await at.page.close()
      at = await start()
    }
    expect(servers.asked).toEqual([])
    // A press that began too early does not count, whenever it ends.
    await at.page.mouse.down()
    await at.page.waitForTimeout(1500)
    await at.page.mouse.up()
    await at.page.waitForTimeout(200)
    expect(servers.asked).toEqual([])
    await at.fetch.click()
    await expect.poll(() => servers.asked.length).toBe(1)
    await at.page.close()
  })

  test('for a key that is held down', async () => {
    const at = await start()
    await at.page.keyboard.down('Enter')
    await suggest(at.frame, `${servers.http}/keys`)
    await at.fetch.waitFor()
    for (let i = 0; i < 30; i++) {
      await at.page.keyboard.down('Enter')
      await at.page.waitForTimeout(50)
    }
    await at.fetch.focus()
    await at.page.keyboard.down('Enter')
    await at.page.waitForTimeout(300)
    expect(servers.asked).toEqual([])
    await at.page.close()
  })

  test('for a click by script, even in the door itself', async () => {
    const at = await start()
    await suggest(at.frame, `${servers.http}/keys`)
    await expect.poll(() => at.fetch.isEnabled()).toBe(true)
    await at.fetch.evaluate((button: HTMLButtonElement) => {
      button.click()
      for (const type of ['pointerdown', 'pointerup', 'click'])
        button.dispatchEvent(new PointerEvent(type, { bubbles: true }))
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    })
    await at.page.waitForTimeout(300)
    expect(servers.asked).toEqual([])
    await at.page.close()
  })

  test('for whatever script posts, to the shell or to the door', async () => {
    const at = await start()
    await suggest(at.frame, `${servers.http}/keys`)
    await expect.poll(() => at.fetch.isEnabled()).toBe(true)
    const pages = context.pages().length
    const outcomes = await at.frame.evaluate((address) => {
      const other = window.parent[1]
      const attempt = (act: () => unknown): string => {
        try {
          return String(act())
        } catch (error) {
          return (error as Error).name
        }
      }
      for (const to of [window.parent, other]) {
        for (const message of [
          { type: 'ready' },
          { type: 'show', address, dropped: [], tabs: true },
          { type: 'open-tab', address },
          { type: 'keys', text: 'false', address, issuer: null },
          { type: 'close', paste: true },
          { type: 'height', pixels: 1 },
          { type: 'no-worker' },
          { address, read: true },
          'port',
        ]) {
          to?.postMessage(message, '*', [new MessageChannel().port2])
        }
      }
      return [
        attempt(() => other?.document.body.textContent),
        attempt(() => {
          if (other) other.location.href = address
        }),
        attempt(() => Reflect.get(other ?? {}, 'address')),
        attempt(() => new Worker('door.js') && 'made'),
      ]
    }, `${servers.http}/other`)
    await at.page.waitForTimeout(500)
    expect(outcomes.slice(0, 3)).toEqual(['SecurityError', 'SecurityError', 'SecurityError'])
    expect(outcomes[3]).not.toBe('made')
    expect(servers.asked).toEqual([])
    expect(context.pages().length).toBe(pages)
    expect(await shown(at)).toBe(`${servers.http}/keys`)
    expect(await at.key.inputValue()).not.toBe('false')
    await at.page.close()
  })
})

describe('a suggestion', () => {
  test('does not change what stands there, before a press, during one, or after', async () => {
    const at = await start()
    await suggest(at.frame, `${servers.http}/keys`)
    await expect.poll(() => at.fetch.isEnabled()).toBe(true)
    await suggest(at.frame, `${servers.http}/other`)
    await at.fetch.hover()
    await at.page.mouse.down()
    await suggest(at.frame, `${servers.http}/other`)
    await at.page.mouse.up()
    await expect.poll(() => servers.asked.map(({ url }) => url)).toEqual(['/keys'])
    await at.page.close()
  })

  test('cannot put a query, a fragment or a login into the address', async () => {
    const at = await start()
    const { host } = new URL(servers.http)
    await suggest(at.frame, `http://someone:secret@${host}/keys?secret#secret`)
    await at.fetch.waitFor()
    expect(await shown(at)).toBe(`${servers.http}/keys`)
    await at.door.getByText('Left out, and not sent: user name and password, the query').waitFor()
    await at.fetch.click()
    await expect.poll(() => servers.asked.length).toBe(1)
    expect(JSON.stringify(servers.asked)).not.toMatch(/secret|someone/)
    await at.page.close()
  })

  test.each([
    ['with a token in it', 'https://idp.example/eyJhbGciOiJIUzI1NiJ9.e30.AAAA'],
    ['that is long', `https://idp.example/${'a/'.repeat(200)}`],
    ['by plain http', 'http://idp.example/'],
    ['that is none', 'secret'],
    ['for script', 'javascript:alert(1)'],
    ['for a file', 'file:///etc/passwd'],
  ])('%s opens no door', async (_, address) => {
    const at = await start()
    await suggest(at.frame, address)
    await at.page.waitForTimeout(300)
    expect(await at.dialog.count()).toBe(0)
    await at.page.close()
  })

  test.each([
    ['address is no string', { type: 'open-door', address: { toString: 'x' } }],
    ['members are too many', { type: 'open-door', address: 'https://idp.example/', more: 'secret' }],
  ])('whose %s opens no door', async (_, message) => {
    const at = await start()
    await at.frame.evaluate((said) => window.parent.postMessage(said, '*'), message)
    await at.page.waitForTimeout(300)
    expect(await at.dialog.count()).toBe(0)
    await at.page.close()
  })

  test('that looks random says so where it is clicked', async () => {
    const at = await start()
    await suggest(at.frame, 'https://dbjftjez4cvp-mb92k27uhbuju1p1r.idp.example/keys')
    await at.door.getByText('looks random').waitFor()
    await at.page.close()
  })

  test('opens one door, and not another at once when it is closed', async () => {
    const at = await start()
    await suggest(at.frame, `${servers.http}/keys`)
    await at.fetch.waitFor()
    await suggest(at.frame, `${servers.http}/other`)
    expect(await at.dialog.count()).toBe(1)
    await at.page.keyboard.press('Escape')
    await expect.poll(() => at.dialog.count()).toBe(0)
    await suggest(at.frame, `${servers.http}/other`)
    await at.page.waitForTimeout(300)
    expect(await at.dialog.count()).toBe(0)
    await at.page.close()
  })
})

test('the worker itself asks no address that could carry more than it should', async () => {
  const page = await context.newPage()
  // A document of the site without a policy, as the shell never is: to reach the worker by hand.
  await page.goto(`${site.url}icon.svg`)
  servers.asked.length = 0
  const outcomes = await page.evaluate(async (http) => {
    const worker = new Worker('door.js')
    const { port1, port2 } = new MessageChannel()
    worker.postMessage('port', [port2])
    const ask = (address: unknown): Promise<{ kind: string }> =>
      new Promise((done) => {
        port1.onmessage = (event) => done(event.data)
        port1.postMessage({ address, read: true })
      })
    const kinds: string[] = []
    for (const end of ['/keys', '/keys?secret', '/keys#secret', '/../keys', '/eyJhbGciOiJIUzI1NiJ9'])
      kinds.push((await ask(`${http}${end}`)).kind)
    for (const address of ['https://a:b@localhost/', 'http://idp.example/', 'data:,x', '/keys'])
      kinds.push((await ask(address)).kind)
    return kinds
  }, servers.http)
  expect(outcomes).toEqual(['text', ...Array(8).fill('unreadable')])
  expect(servers.asked.map(({ url }) => url)).toEqual(['/keys'])
  await page.close()
})
