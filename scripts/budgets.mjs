/**
 * What the built site may cost: `node scripts/budgets.mjs`. A kB is 1,000 octets here.
 * The last line is the sum, as in checks.mjs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DOCUMENT } from '../tests/bench/limits.mjs'
import { buildSite } from './build.mjs'
import { root, run } from './run.mjs'
import { line, ofOutput, one, sum } from './tally.mjs'

function said(ok, text) {
  console.log(`${ok ? 'ok' : 'FAIL'} ${text}`)
  return one(ok)
}

const octets = (html) => gzipSync(html, { level: 9 }).length

function documentSize() {
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
  const { promised, held } = DOCUMENT
  const size = octets(html)
  return said(
    size <= held,
    `dist/index.html, gzip -9: ${size} octets; ${promised} are promised, ${held} held`,
  )
}

/** The document without the chunks that teach. */
function inspectorSize() {
  let html = readFileSync(join(root, 'dist/index.html'), 'utf8')
  for (const name of DOCUMENT.teaching) {
    const from = html.indexOf(`<script type="text/plain" data-chunk="${name}.js">`)
    if (from < 0) return said(false, `the document has no chunk ${name}`)
    html = html.slice(0, from) + html.slice(html.indexOf('</script>', from))
  }
  const size = octets(html)
  return said(
    size <= DOCUMENT.inspector,
    `the same without ${DOCUMENT.teaching.join(', ')}: ${size} octets; ${DOCUMENT.inspector} held`,
  )
}

/** The document, and the two workers that browsers take from an address only: whatever else ran would be unsealed. */
const files = ['door.js', 'index.html', 'sw.js']

function oneDocument() {
  const found = readdirSync(join(root, 'dist'), { recursive: true }).filter((path) =>
    /\.(html|[cm]?js|css)$/.test(path),
  )
  return said(found.sort().join() === files.join(), `what runs or styles in dist: ${found.join(', ')}`)
}

/** The bench ends with a sum of its own. */
function bench() {
  const { output, ok } = run(process.execPath, ['tests/bench/run.mjs', '--ci'], {
    minutes: 12,
    capture: true,
  })
  console.log(output)
  return ofOutput(output, ok)
}

export function checkBudgets() {
  if (!buildSite()) return said(false, 'there is no build to measure')
  return sum([documentSize(), inspectorSize(), oneDocument(), bench()])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = checkBudgets()
  console.log(line(tally))
  if (tally.failed > 0) process.exitCode = 1
}
