/** The browser, the two pages in it, and what its developer tools count. */
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../../scripts/chromium.mjs'
import { Missing } from '../../scripts/run.mjs'

const probe = fileURLToPath(new URL('./probe.js', import.meta.url))

/** Nothing that makes numbers move: no updates, no start page, no services. */
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export function launch() {
  const executablePath = ensureChromium()
  if (executablePath === null) throw new Missing('There is no browser to measure in.')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...quiet, ...sandbox] })
}

/** A context of its own, with no cache and no storage; what is opened in it has the probe. */
export async function newContext(browser) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript({ path: probe })
  return context
}

/** The document with the boxes: the page's own, or that of the one frame in it. */
export function documentOf(page) {
  return page.frames()[1] ?? page.mainFrame()
}

/** Opens a page whose Token box is then usable and focused. */
export async function openInspector(browser, name, url) {
  const context = await newContext(browser)
  const page = await context.newPage()
  await page.goto(url)
  const document = documentOf(page)
  await within(
    document.evaluate(() => bench.usable),
    `the Token box of ${name}`,
  )
  const sessions = await sessionsOf(context, page, document)
  const box = document.getByRole('textbox', { name: 'Token', exact: true })
  await box.focus()
  return { name, page, document, box, sessions }
}

/** One session for each process that the page is in: a sandboxed frame has one of its own, or not. */
async function sessionsOf(context, page, document) {
  const sessions = [await context.newCDPSession(page)]
  if (document !== page.mainFrame()) {
    const own = await context.newCDPSession(document).catch(() => null)
    if (own !== null) sessions.unshift(own)
  }
  for (const session of sessions) await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return sessions
}

/**
 * Milliseconds of processor time that the page's main threads have spent in tasks so far, its frame's included, but not
 * what they did for the developer tools.
 */
export async function processorTime({ sessions }) {
  const times = await Promise.all(
    sessions.map(async (session) => {
      const { metrics } = await session.send('Performance.getMetrics')
      const seconds = (wanted) => metrics.find(({ name }) => name === wanted).value
      return (seconds('TaskDuration') - seconds('DevToolsCommandDuration')) * 1000
    }),
  )
  return times.reduce((sum, time) => sum + time, 0)
}

/** Lets the document stop at the next `debugger` statement that it comes to; without, it passes by them. */
export async function letStop({ sessions: [session] }) {
  await session.send('Debugger.enable')
}

/** What `read` finds while the document stands still. It goes on after that, and stops no more. */
export async function whenStopped({ sessions: [session] }, read) {
  await new Promise((resolve) => session.once('Debugger.paused', resolve))
  const found = await read()
  await session.send('Debugger.resume')
  await session.send('Debugger.disable')
  return found
}

/** Megabytes that the document holds after garbage collection: script's heap, the browser's own, and array buffers. */
export async function heldMemory({ sessions }) {
  const [session] = sessions
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const usage = await session.send('Runtime.getHeapUsage')
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6
}

/** What is waited for in a page, or an error where it does not come: nothing here takes nearly a minute. */
export async function within(promise, what) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited a minute for ${what}`)), 60_000)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

export function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
