/**
 * Measures the built app against the floor page, in one run of one browser, and checks what is promised.
 *
 *   node tests/bench/run.mjs [--ci] [--write]
 *
 * `--ci` repeats less and holds only what does not hang on how fast the machine is; `--write` keeps the tables in
 * README.md. Ends with the line `N passed, M failed`, and with exit code 1 if anything failed.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSite } from '../../scripts/build.mjs'
import { Missing, orSay, root } from '../../scripts/run.mjs'
import { line, one, sum } from '../../scripts/tally.mjs'
import { launch, openInspector } from './browser.mjs'
import { openClipboard } from './clipboard.mjs'
import { measureKeystrokes } from './keystroke.mjs'
import { checksOf, sizes } from './limits.mjs'
import { measureLoads } from './load.mjs'
import { measureMemory } from './memory.mjs'
import { servePages } from './pages.mjs'
import { measurePastes, pasteOnce } from './paste.mjs'
import { tables, writeReadme } from './report.mjs'
import { makeToken, secret } from './tokens.mjs'
import { measureVerification } from './verification.mjs'

const ci = process.argv.includes('--ci')
const repetitionsOf = (octets) => (ci && octets >= 1_000_000 ? 7 : 15)

async function measureAll(browser, urls) {
  const say = (what) => console.error(`${what} …`)
  say('loads')
  const { verify, ...documents } = urls
  const loads = await measureLoads(browser, documents, { repetitions: 15, warmUp: 2 })

  const clipboard = await openClipboard(browser, urls.plain)
  const ours = await openInspector(browser, 'ours', urls.ours)
  const floor = await openInspector(browser, 'floor', urls.floor)
  // The matching key is there, so that every paste is verified too.
  await ours.document.getByRole('textbox', { name: 'Key', exact: true }).fill(secret)
  await ours.box.focus()

  const pastes = {}
  for (const { label, octets } of sizes) {
    say(`pastes of ${label}`)
    pastes[label] = await measurePastes([floor, ours], {
      octets,
      repetitions: repetitionsOf(octets),
      warmUp: octets >= 1_000_000 ? 2 : 4,
      clipboard,
    })
    await ours.document.locator('[data-state="verified"]').waitFor()
  }

  say('keystrokes')
  const long = makeToken(100_000, 1)
  await clipboard.copy(long.token)
  await pasteOnce(ours, long)
  const keystrokes = await measureKeystrokes(ours, { repetitions: 15, warmUp: 3 })

  say('memory')
  const memory = await measureMemory(ours, { octets: 1_000_000, pastes: 20, warmUp: 3, clipboard })

  say('verification')
  const verification = await measureVerification(browser, verify, { rounds: 60, batch: 50 })

  return { loads, pastes, keystrokes, memory, verification }
}

async function bench() {
  if (!buildSite()) throw new Missing('Nothing to measure: the build failed, see above.')
  const document = await readFile(join(root, 'dist/index.html'))
  const { close, ...urls } = await servePages()
  const browser = await launch()
  try {
    const results = {
      ...(await measureAll(browser, urls)),
      size: gzipSync(document, { level: 9 }).length,
    }
    const checks = checksOf(results)
    const text = tables(results, checks)
    console.log(`${text}\n`)
    if (process.argv.includes('--write')) await writeReadme(text, `Chromium ${browser.version()}`)
    const judged = checks.flatMap(({ name, value, limit, held }) => {
      if (ci) return held === null ? [] : [{ name, value, most: held, promised: limit }]
      return [{ name, value, most: limit, promised: limit }]
    })
    for (const { name, value, most, promised } of judged) {
      const short = value <= most && value > promised ? ` (promised: ${promised})` : ''
      console.log(
        `${value <= most ? 'ok' : 'FAIL'} ${name}: ${Number(value.toFixed(2))}, at most ${most}${short}`,
      )
    }
    return sum(judged.map(({ value, most }) => one(value <= most)))
  } finally {
    await browser.close()
    await close()
  }
}

let tally = one(false)
try {
  await orSay(async () => {
    tally = await bench()
  })
} catch (error) {
  console.error(error)
}
console.log(line(tally))
if (tally.failed > 0) process.exitCode = 1
