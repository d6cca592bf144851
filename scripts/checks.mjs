/** Everything that `npm test` checks, one step after the other; the last line is the sum. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureOthers } from './browsers.mjs'
import { checkBudgets } from './budgets.mjs'
import { buildSite } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureForeign } from './foreign.mjs'
import { installPackages } from './install.mjs'
import { orSay, runProgram } from './run.mjs'
import { line, ofVitest, one, sum } from './tally.mjs'

/** All tests take about twelve minutes on two cores. */
const MINUTES = 25

/** @param {readonly string[]} args for vitest */
function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'jotscope-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const testAll = () => runProgram('vitest', ['run', ...reporters, ...args], { minutes: MINUTES }).ok
    let ok = testAll()
    // A worker of the test runner has been seen to stand still as it started, with nothing to do and no report.
    if (readIfThere(report) === null) {
      console.log('The test runner left no report; once more.')
      ok = testAll()
    }
    return ofVitest(readIfThere(report), ok)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The site tests and the bench drive the Chromium that is found here to run; CI needs the other browsers and servers too. */
function provideBrowsers() {
  const path = ensureChromium()
  if (path !== null) process.env.JOTSCOPE_CHROMIUM = path
  if (!process.env.CI) return
  ensureOthers()
  ensureForeign()
}

const everything = [
  { name: 'lint', run: () => one(runProgram('biome', ['check', '--error-on-warnings']).ok) },
  { name: 'types', run: () => one(runProgram('typescript', ['--noEmit', '-p', '.']).ok) },
  { name: 'build', run: () => one(buildSite()) },
  { name: 'tests', run: () => runVitest([]) },
]

/** A step that throws has failed, and the next one is still taken. */
function attempt(run) {
  try {
    return run()
  } catch (error) {
    console.error(error)
    return one(false)
  }
}

/** @param {readonly string[]} args of the command line: what vitest takes, to run a part of the tests only; `--budgets` */
export async function check(args) {
  const named = args.filter((arg) => arg !== '--budgets')
  const steps = named.length === 0 ? [...everything] : [{ name: 'tests', run: () => runVitest(named) }]
  if (args.includes('--budgets')) steps.push({ name: 'budgets', run: checkBudgets })

  let tally = one(false)
  await orSay(() => {
    installPackages()
    if (steps.length > 1 || named.some((arg) => arg.includes('site'))) provideBrowsers()
    tally = sum(
      steps.map(({ name, run }) => {
        const result = attempt(run)
        console.log(`${name}: ${line(result)}`)
        return result
      }),
    )
  })
  console.log(line(tally))
  if (tally.failed > 0) process.exitCode = 1
}
