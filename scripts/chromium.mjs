/** Finds a Chromium for the site tests and the bench, or gets one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { canInstall, installDebian } from './debian.mjs'
import { runProgram } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macPrograms = ['Chromium', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Where Playwright keeps the Chromium that it installs, whether or not it has. */
function ofPlaywright() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()]
  } catch {
    return []
  }
}

/** Every Chromium that is there, best first. What JOTSCOPE_CHROMIUM names is the only one, if it names any. */
function candidates() {
  const asked = process.env.JOTSCOPE_CHROMIUM
  return (asked ? [asked] : [...onPath(), ...macPrograms, ...ofPlaywright()]).filter((path) =>
    existsSync(path),
  )
}

/** A file may be there and not run: a wrapper of a package that is not installed, or a program that lacks libraries. */
function runs(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /chrom/i.test(stdout)
}

/** The path of a Chromium, or null if there is none. Looks only; it may turn out not to run. */
export function findChromium() {
  return candidates()[0] ?? null
}

/** What is tried, in turn, where no Chromium runs. Each is bounded in time: a network may swallow instead of refuse. */
const ways = [
  {
    name: 'Playwright’s Chromium',
    get: () => runProgram('playwright', ['install', 'chromium'], { minutes: 5 }),
  },
  {
    name: 'Debian’s chromium',
    possible: canInstall,
    get: () => installDebian(['chromium']),
  },
]

/** The path of a Chromium that runs, which is installed if need be; null, and a line that says what to do, if none can be had. */
export function ensureChromium() {
  const there = candidates().find(runs)
  if (there !== undefined) return there
  if (process.env.JOTSCOPE_CHROMIUM) {
    console.error(`JOTSCOPE_CHROMIUM names ${process.env.JOTSCOPE_CHROMIUM}, which is no Chromium that runs.`)
    return null
  }
  for (const { name, possible = () => true, get } of ways) {
    if (!possible()) continue
    console.log(`Installing ${name} …`)
    get()
    const got = candidates().find(runs)
    if (got !== undefined) return got
  }
  console.error(
    'No Chromium, which the site tests need: install one, or set JOTSCOPE_CHROMIUM to the path of one, and try again.',
  )
  return null
}
