/**
 * The page's promise: script inside the app's frame, whatever it does, gets no secret out. Every vector runs in the
 * sealed build as it is published, without the headers that a good host would add, and, to show that the listeners
 * hear, in a page without the seal. Left out on purpose, for they stay on this machine and are the person's to use:
 * the clipboard (copy buttons) and files saved from a blob.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentPath, fileUrl, launch, open, serveSite } from './harness.ts'
import { openArmoured, servePlainly } from './host.ts'
import { attack, hostileScript, type Report } from './leak.attack.ts'
import { type Listeners, listen } from './leak.listeners.ts'
import { alone, together } from './leak.page.ts'

const count = Object.keys(together).length + Object.keys(alone).length
const plain =
  '<!doctype html><meta charset="utf-8"><title>plain</title><style>body { margin: 0 }</style><body>plain'
/**
 * What is left open where no header can be sent: when the frame itself sets out, Chromium looks up the host and greets it,
 * and only then asks the policy, which ends it there. The name of the host has been said by then. A response header,
 * Connection-Allowlist, forbids it; a file has none, and no script can keep a frame from setting out.
 */
const knownFromFile = ['location', 'a link', 'a download', 'meta refresh'].map((way) => `host name, ${way}`)
/** With the browser's start, and on a machine that does other things too. */
const timeout = 240_000
/** Whoever gets a message here passes it on. */
const relay = (body: string): string =>
  `<!doctype html>${body}<script>onmessage = (e) => fetch('/relayed', { method: 'POST', body: String(e.data) })</script>`

let script: string
let listeners: Listeners

beforeAll(async () => {
  const sealed = await readFile(documentPath, 'utf8')
  script = await hostileScript()
  listeners = await listen({
    '/plain': plain,
    '/neighbour': plain,
    '/sealed': sealed,
    // Its messages reach the page and the frame in it: an answer could go back.
    '/opener': relay(`<script>onclick = () => {
      const opened = open(location.hash.slice(1))
      setInterval(() => { (opened.length > 0 ? opened[0] : opened).postMessage('call', '*') }, 50)
    }</script>`),
    '/embedder': relay(
      '<iframe></iframe><script>document.querySelector("iframe").src = location.hash.slice(1)</script>',
    ),
  })
})
afterAll(() => listeners.close())

function sealedAt(url: string): Promise<Report> {
  return attack(
    { open: (context) => open(context, url), neighbour: new URL('icon.svg', url).href },
    listeners,
    script,
  )
}

test('there are many ways out, each with a name of its own', () => {
  expect(count).toBeGreaterThanOrEqual(200)
})

describe('the sealed page', () => {
  test(
    'over http, with its headers: nothing gets out, nothing moves',
    async () => {
      const site = await serveSite()
      const { leaks, moved } = await sealedAt(site.url)
      await site.close()
      expect(Object.fromEntries(leaks)).toEqual({})
      expect(moved).toEqual([])
    },
    timeout,
  )

  test(
    'from a host that sends no headers, once the service worker puts them on: the same',
    async () => {
      const site = await servePlainly()
      const { leaks, moved } = await attack(
        { open: (context) => openArmoured(context, site.url), neighbour: `${site.url}icon.svg` },
        listeners,
        script,
      )
      site.close()
      expect(Object.fromEntries(leaks)).toEqual({})
      expect(moved).toEqual([])
    },
    timeout,
  )

  test(
    'from its file: nothing gets out but the name of a host to go to, nothing moves',
    async () => {
      const { leaks, moved } = await sealedAt(fileUrl)
      const others = [...leaks].filter(([name]) => !knownFromFile.includes(name))
      expect(Object.fromEntries(others)).toEqual({})
      expect([...leaks.values()].flat().filter((way) => !['tcp', 'net log'].includes(way))).toEqual([])
      expect(moved).toEqual([])
    },
    timeout,
  )

  test('no datagram was sent to anyone', () => {
    expect(listeners.arrivals.filter(({ via }) => via === 'udp')).toEqual([])
  })
})

describe('another site', () => {
  // The same server under another name is another site.
  const other = (path: string): string => `${listeners.http.replace('127.0.0.1', 'localhost')}${path}`
  const relayed = (): string[] =>
    listeners.arrivals.filter(({ text }) => text.includes('/relayed')).map(({ text }) => text)

  test('that opens the page is told nothing', async () => {
    const browser = await launch()
    for (const path of ['/plain', '/sealed']) {
      const opener = await browser.newPage()
      await opener.goto(other(`/opener#${listeners.http}${path}`))
      const [page] = await Promise.all([opener.waitForEvent('popup'), opener.mouse.click(5, 5)])
      await page.waitForLoadState()
      const frame = page.frames().at(-1)!
      await frame.evaluate((said) => {
        window.top?.opener?.postMessage(`opener ${said}`, '*')
        try {
          // Takes the listeners of everyone before away.
          document.open()
        } catch {}
        addEventListener('message', ({ source }) => {
          source?.postMessage(`answer ${said}`, { targetOrigin: '*' })
        })
      }, path)
      await opener.waitForTimeout(300)
    }
    await browser.close()
    expect(relayed().filter((text) => text.includes('opener /sealed'))).toEqual([])
    expect(relayed().filter((text) => text.includes('opener /plain'))).toHaveLength(1)
    expect(relayed().filter((text) => text.includes('answer /sealed'))).toEqual([])
    expect(relayed().filter((text) => text.includes('answer /plain')).length).toBeGreaterThan(0)
  })

  test('that embeds the page gets an empty one', async () => {
    const browser = await launch()
    const texts: Record<string, string> = {}
    for (const path of ['/plain', '/sealed']) {
      const page = await browser.newPage()
      await page.goto(other(`/embedder#${listeners.http}${path}`))
      await page.waitForTimeout(500)
      texts[path] = await page
        .frames()
        .at(-1)!
        .evaluate(() => document.body?.innerHTML ?? '')
    }
    await browser.close()
    expect(texts).toEqual({ '/plain': 'plain', '/sealed': '' })
  })
})

/** With nothing to hold them, the vectors were seen once to keep the browser from going on: then they are fired again. */
const unsealed = { timeout: 100_000, retry: 1 }

test('without the seal the same vectors leak, and every kind of listener hears', unsealed, async () => {
  const { leaks, moved } = await attack(
    {
      async open(context) {
        const page = await context.newPage()
        await page.goto(`${listeners.http}/plain`)
        return { page, frame: page.mainFrame() }
      },
      neighbour: `${listeners.http}/neighbour`,
    },
    listeners,
    script,
  )
  expect(leaks.size).toBeGreaterThanOrEqual(150)
  expect(new Set([...leaks.values()].flat())).toEqual(
    new Set(['http', 'websocket', 'tcp', 'udp', 'other tab', 'top', 'net log']),
  )
  expect(moved.length).toBeGreaterThanOrEqual(10)
})
