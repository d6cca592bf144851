/** What the site tests share: a real browser, the sealed build over http and from its file, and a record of what happened. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type FrameLocator,
  type Page,
} from 'playwright-core'
import { findChromium as lookForChromium } from '../../scripts/chromium.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const documentPath = fileURLToPath(new URL('../../dist/index.html', import.meta.url))
export const fileUrl = pathToFileURL(documentPath).href

/** The path of the Chromium to drive; throws, with advice, where there is none. */
export function findChromium(): string {
  const found = lookForChromium()
  if (found === null) throw new Error('No Chromium: install one, or set JOTSCOPE_CHROMIUM to the path of one')
  return found
}

/** A browser that asks nobody for anything by itself. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** With a zone of its own for the whole browser: what a context emulates does not reach a frame in another process for sure. */
export function launch({ args = [], timeZone = 'UTC' }: Launch = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [...flags, ...args],
    env: { ...process.env, TZ: timeZone },
  })
}

interface Launch {
  readonly args?: readonly string[]
  readonly timeZone?: string
}

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Serves `dist` as `npm start` does, headers and all. */
export async function serveSite(): Promise<Site> {
  const server = spawn(process.execPath, [`${root}scripts/serve.mjs`, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])) as [
    Buffer | number | null,
  ]
  if (!Buffer.isBuffer(line)) throw new Error('scripts/serve.mjs did not start')
  return {
    url: line.toString().trim(),
    async close() {
      const gone = once(server, 'exit')
      server.kill()
      await gone
    },
  }
}

export interface Opened {
  readonly page: Page
  /** For what a person sees and does in the app. */
  readonly app: FrameLocator
  /** For script inside the app's frame. */
  readonly frame: Frame
  readonly seen: Seen
}

export interface Seen {
  /** Console messages and uncaught errors, as `type: text`. */
  readonly console: string[]
  /** The console messages that report a violated policy. */
  readonly violations: string[]
  readonly dialogs: string[]
  /** Addresses, the document's own among them. */
  readonly requests: string[]
}

/** Notes what the page does from now on; dialogs are dismissed. */
function watch(page: Page): Seen {
  const seen: Seen = { console: [], violations: [], dialogs: [], requests: [] }
  page.on('console', (message) => {
    const text = message.text()
    seen.console.push(`${message.type()}: ${text}`)
    if (/Content Security Policy|Permissions Policy|Trusted(HTML|Script)|sandboxed/i.test(text))
      seen.violations.push(text)
  })
  page.on('pageerror', (error) => seen.console.push(`error: ${error.message}`))
  page.on('request', (request) => seen.requests.push(request.url()))
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return seen
}

/** Opens the sealed document in a new page and waits until the app stands in its frame. */
export async function open(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(url)
  // The network door, while it is open, has a frame too.
  const app = page.frameLocator('body > iframe')
  await app.locator('body').waitFor()
  const [frame] = page.mainFrame().childFrames()
  if (!frame) throw new Error(`no frame in ${url}`)
  await frame.waitForLoadState()
  // The prerendered box goes when the app takes it over.
  await app.locator('textarea[aria-label="Token"]').waitFor({ state: 'detached' })
  return { page, app, frame, seen }
}
