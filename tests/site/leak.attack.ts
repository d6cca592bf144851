/** Runs every vector against a page and finds out which secrets got out. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium, flags } from './harness.ts'
import type { Arrival, Listeners } from './leak.listeners.ts'
import { alone, together } from './leak.page.ts'
import type { Target } from './leak.vector.ts'

/** How long the network is given, after many vectors and after one. */
const longWait = 2_000
const shortWait = 350
const pagesAtOnce = 6

export interface Ground {
  /** Opens the page and says in which of its frames the script is to run. */
  open(context: BrowserContext): Promise<{ readonly page: Page; readonly frame: Frame }>
  /** Another page of the same site, from which its storage can be seen. */
  readonly neighbour: string
}

export interface Report {
  /** What got out: the vector's name, and by what way its secret was seen. */
  readonly leaks: ReadonlyMap<string, readonly string[]>
  /** Pages and frames that a vector brought to another address, pop-ups, downloads from an address. */
  readonly moved: readonly string[]
}

/** The attacker's script, bundled. */
export async function hostileScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./leak.page.ts', import.meta.url)),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('no bundle')
  return output.output[0].code
}

interface Entered {
  readonly page: Page
  readonly frame: Frame
  readonly pageUrl: string
  readonly frameUrl: string
}

const isWhereItWas = ({ page, frame, pageUrl, frameUrl }: Entered): boolean =>
  page.url() === pageUrl && !frame.isDetached() && frame.url() === frameUrl

function aim(listeners: Listeners): Target {
  const secret = `s${randomBytes(12).toString('hex')}`
  return {
    secret,
    url: `${listeners.http}/${secret}`,
    socketUrl: `${listeners.http.replace('http', 'ws')}/${secret}`,
    secureUrl: `https://${secret}.localhost:${listeners.tcpPort}`,
    host: `${secret}.localhost`,
    udpPort: listeners.udpPort,
  }
}

const names = [...Object.keys(together), ...Object.keys(alone)]

export async function attack(ground: Ground, listeners: Listeners, script: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'jotscope-leak-'))
  const netLog = join(folder, 'net.json')
  // As a browser comes from its maker: with hints followed and pages preloaded. Some distributions turn that off.
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default/Preferences'), '{"net":{"network_prediction_options":0}}')
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    ignoreDefaultArgs: ['--disable-background-networking'],
    args: [
      ...flags.filter((flag) => flag !== '--disable-background-networking'),
      // Every name looked up, every connection tried, whether or not a listener is at its end.
      `--log-net-log=${netLog}`,
      '--net-log-capture-mode=Everything',
      // Without this a peer connection would not try this machine, and prove nothing.
      '--allow-loopback-in-peer-connection',
    ],
  })
  const arrivals: Arrival[] = []
  const moved: string[] = []
  const targets = new Map(names.map((name) => [name, aim(listeners)]))

  const own = new Set<Page>(context.pages())
  async function enter(): Promise<Entered> {
    const { page, frame } = await ground.open(context)
    own.add(page)
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
    page.on('download', (download) => moved.push(`download: ${download.url()}`))
    await frame.evaluate(script)
    return { page, frame, pageUrl: page.url(), frameUrl: frame.url() }
  }
  async function fire(frame: Frame, fired: readonly string[]): Promise<void> {
    const shots = fired.map((name) => [name, targets.get(name)!] as const)
    // What navigates at once takes the answer with it.
    await frame
      .evaluate((list) => {
        for (const [name, to] of list) Reflect.get(globalThis, 'leak')(name, to)
      }, shots)
      .catch(() => {})
  }
  function look({ page, frame, pageUrl, frameUrl }: Entered, name: string): void {
    if (page.url() !== pageUrl) moved.push(`${name}: the page is at ${page.url()}`)
    if (frame.isDetached()) moved.push(`${name}: the frame is gone`)
    // The error page stands where the policy stopped a navigation; it has no script of the attacker's.
    else if (![frameUrl, 'chrome-error://chromewebdata/'].includes(frame.url())) {
      moved.push(`${name}: the frame is at ${frame.url()}`)
    }
  }

  const neighbour = await context.newPage()
  own.add(neighbour)
  await neighbour.goto(ground.neighbour)
  await neighbour.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    new BroadcastChannel('leak').onmessage = (event) => heard.push(event.data)
    addEventListener('storage', (event) => heard.push(event.key))
  })

  const shared = await enter()
  await fire(shared.frame, Object.keys(together))
  await wait(longWait)
  look(shared, 'one of many')
  arrivals.push({ via: 'top', text: await shared.page.evaluate(() => `${document.title} ${window.name}`) })
  arrivals.push({ via: 'other tab', text: await neighbour.evaluate(seenByNeighbour) })

  const queue = Object.keys(alone)
  /** Takes vectors off the queue; a page that still stands as it was serves for the next one too. */
  async function work(): Promise<void> {
    for (let opened: Entered | null = null; queue.length > 0; ) {
      const name = queue.shift()!
      opened ??= await enter()
      await fire(opened.frame, [name])
      await wait(shortWait)
      look(opened, name)
      const stands =
        isWhereItWas(opened) && (await opened.frame.evaluate(() => 'leak' in globalThis).catch(() => false))
      if (stands && queue.length > 0) continue
      await opened.page.goto('about:blank').catch(() => {})
      await opened.page.close()
      opened = null
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, work))

  for (const other of context.pages()) if (!own.has(other)) moved.push(`pop-up: ${other.url()}`)
  await context.close()
  arrivals.push(...(await sentByBrowser(netLog)), ...listeners.arrivals)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })

  const leaks = new Map<string, string[]>()
  for (const [name, { secret }] of targets) {
    const ways = new Set(arrivals.filter(({ text }) => text.includes(secret)).map(({ via }) => via))
    if (ways.size > 0) leaks.set(name, [...ways])
  }
  return { leaks, moved }
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: unknown }[]
}

/** The names that the browser looked up and the requests that it started, as its own log has them. */
async function sentByBrowser(path: string): Promise<Arrival[]> {
  const { constants, events } = JSON.parse(await readFile(path, 'utf8')) as NetLog
  const types = Object.entries(constants.logEventTypes).filter(([name]) =>
    /^(HOST_RESOLVER|DNS_|URL_REQUEST)/.test(name),
  )
  const names = new Map(types.map(([name, type]) => [type, name]))
  return events
    .filter(({ type }) => names.has(type))
    .map(({ type, params }) => ({ via: 'net log', text: `${names.get(type)} ${JSON.stringify(params)}` }))
}

/** Everything that a page of the same site can see without being told. */
async function seenByNeighbour(): Promise<string> {
  const seen = [...(Reflect.get(globalThis, 'heard') as unknown[])].map(String)
  const look = async (view: () => unknown): Promise<void> => {
    try {
      seen.push(JSON.stringify(await view()))
    } catch {}
  }
  await look(() => Object.entries(localStorage))
  await look(() => Object.entries(sessionStorage))
  await look(() => document.cookie)
  await look(() => indexedDB.databases())
  await look(() => caches.keys())
  await look(() => navigator.locks.query())
  await look(() => Reflect.get(navigator, 'storageBuckets').keys())
  await look(async () => {
    const names: string[] = []
    const directory = await navigator.storage.getDirectory()
    for await (const name of Reflect.apply(Reflect.get(directory, 'keys'), directory, [])) names.push(name)
    return names
  })
  return seen.join('\n')
}
