/**
 * Says where the time of a paste goes, to find what to mend: functions of the script by the time in them, and what the
 * browser itself does on the main thread.
 *
 *   node tests/bench/profile.mjs [0.3 KB | 10 KB | 100 KB | 1 MB | 5 MB | load]
 *
 * The app is built anew without shortened names into a temporary folder; that build is a little slower.
 */
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../scripts/run.mjs'
import { launch, openInspector, wait } from './browser.mjs'
import { openClipboard } from './clipboard.mjs'
import { sizes } from './limits.mjs'
import { makeReady, pasteReady } from './paste.mjs'
import { makeToken, secret } from './tokens.mjs'

const REPETITIONS = 10
const SHOWN = 60

async function serveReadable() {
  const folder = await mkdtemp(join(tmpdir(), 'jotscope-profile-'))
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, minify: false },
  })
  const html = await readFile(join(folder, 'index.html'))
  await rm(folder, { recursive: true })
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

/** Milliseconds in each function itself and in all that it calls, from a profile of the script. */
function functionTimes({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const nameOf = ({ callFrame }) => callFrame.functionName || `(anonymous, line ${callFrame.lineNumber + 1})`
  const own = new Map()
  const all = new Map()
  samples.forEach((id, i) => {
    const time = (timeDeltas[i + 1] ?? 0) / 1000
    add(own, [[nameOf(byId.get(id)), time]])
    const seen = new Set()
    for (let at = id; at !== undefined; at = parents.get(at)) seen.add(nameOf(byId.get(at)))
    add(
      all,
      [...seen].map((name) => [name, time]),
    )
  })
  own.delete('(idle)')
  all.delete('(idle)')
  all.delete('(root)')
  return { own, all }
}

/** Milliseconds of the main thread in each kind of the browser's work itself, from a trace. */
function workTimes(trace, isOurs) {
  const threads = new Map()
  for (const event of trace.traceEvents) {
    if (event.ph !== 'X' || event.tdur === undefined || !isOurs(event)) continue
    const key = `${event.pid}.${event.tid}`
    if (!threads.has(key)) threads.set(key, [])
    threads.get(key).push(event)
  }
  const own = new Map()
  for (const events of threads.values()) {
    events.sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    const open = []
    for (const event of events) {
      while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop()
      const name = event.name === 'EventDispatch' ? `EventDispatch ${event.args.data.type}` : event.name
      own.set(name, (own.get(name) ?? 0) + event.tdur / 1000)
      const outer = open.at(-1)
      if (outer !== undefined) own.set(outer.label, own.get(outer.label) - event.tdur / 1000)
      open.push({ ts: event.ts, dur: event.dur, label: name })
    }
  }
  return own
}

function print(title, times) {
  console.log(`\n${title}, ms each time`)
  const sorted = [...times].sort((a, b) => b[1] - a[1]).slice(0, SHOWN)
  for (const [name, time] of sorted) {
    if (time / REPETITIONS >= 0.02) console.log(`${(time / REPETITIONS).toFixed(2).padStart(9)}  ${name}`)
  }
}

/** What the main threads do while `act` runs, as {@link workTimes}. */
async function traced(browser, page, act) {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel', '__metadata'] })
  await act()
  const trace = JSON.parse(String(await browser.stopTracing()))
  const mains = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}.${tid}`),
  )
  return workTimes(trace, ({ pid, tid }) => mains.has(`${pid}.${tid}`))
}

/** What the script does while `act` runs, as {@link functionTimes}. */
async function sampled(session, act) {
  await session.send('Profiler.start')
  await act()
  const { profile } = await session.send('Profiler.stop')
  return functionTimes(profile)
}

function add(times, more) {
  for (const [name, time] of more) times.set(name, (times.get(name) ?? 0) + time)
}

async function profilePastes(browser, url, octets) {
  const clipboard = await openClipboard(browser, url)
  const inspector = await openInspector(browser, 'ours', url)
  await inspector.document.getByRole('textbox', { name: 'Key', exact: true }).fill(secret)
  await inspector.box.focus()
  const [session] = inspector.sessions
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 100 })

  const [own, all, work] = [new Map(), new Map(), new Map()]
  let seed = 0
  const readyToPaste = async () => {
    const made = makeToken(octets, ++seed)
    await clipboard.copy(made.token)
    await makeReady(inspector)
    return () => pasteReady(inspector, made)
  }
  for (let i = -3; i < REPETITIONS; i++) {
    const times = await sampled(session, await readyToPaste())
    const kinds = i < 0 ? [] : await traced(browser, inspector.page, await readyToPaste())
    if (i < 0) continue
    add(own, times.own)
    add(all, times.all)
    add(work, kinds)
  }
  print('In the function itself', own)
  print('In the function and what it calls', all)
  print('What the browser does', work)
}

async function profileLoads(browser, url) {
  const times = new Map()
  for (let i = 0; i < REPETITIONS; i++) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
    const page = await context.newPage()
    const kinds = await traced(browser, page, async () => {
      await page.goto(url)
      await wait(500)
    })
    add(times, kinds)
    await context.close()
  }
  print('What the browser does', times)
}

const asked = process.argv.slice(2).join(' ')
const size = sizes.find(({ label }) => label === asked)
if (size === undefined && asked !== 'load') {
  console.error(`Say what to profile: ${sizes.map(({ label }) => label).join(', ')}, load`)
  process.exit(2)
}
const served = await serveReadable()
const browser = await launch()
try {
  if (size === undefined) await profileLoads(browser, served.url)
  else await profilePastes(browser, served.url, size.octets)
} finally {
  await browser.close()
  served.close()
}
