/** The figures that are promised. Those that hold on any machine are kept by CI, the others by a full run. */
import { median, medianOf } from './statistics.mjs'

/** Payloads, in octets; wall and longest task in milliseconds; `ratio` is main-thread CPU of ours to the floor's. */
export const sizes = [
  { label: '0.3 KB', octets: 300, wall: 25, longestTask: 50, ratio: 1.8 },
  { label: '10 KB', octets: 10_000, wall: 30, longestTask: 50, ratio: null },
  { label: '100 KB', octets: 100_000, wall: 45, longestTask: 50, ratio: 0.7 },
  { label: '1 MB', octets: 1_000_000, wall: 120, longestTask: 150, ratio: 0.3 },
  { label: '5 MB', octets: 5_000_000, wall: 400, longestTask: 400, ratio: 0.2 },
]

/** Octets of the document after `gzip -9`. */
const DOCUMENT = 240_000
const USABLE = 400
const KEYSTROKE = 30
/** Megabytes more than before after twenty pastes of 1 MB. */
const GROWTH = 30
/** Ours to jose's, with the noise of a machine that does other things too. */
const VERIFICATION = 1.05

/**
 * @returns {{name: string, value: number, limit: number, unit: string, anywhere: boolean}[]} what was measured beside
 * its limit; `anywhere` marks what does not hang on how fast the machine is
 */
export function checksOf({ pastes, size, loads, keystrokes, memory, verification }) {
  const checks = []
  const check = (name, value, limit, unit, anywhere) => checks.push({ name, value, limit, unit, anywhere })

  for (const { label, wall, longestTask, ratio } of sizes) {
    const { ours, floor } = pastes[label]
    if (ratio !== null) {
      check(
        `CPU to paint at ${label}, ours ÷ floor`,
        medianOf(ours, 'cpu') / medianOf(floor, 'cpu'),
        ratio,
        '',
        true,
      )
      const idle = medianOf(ours, 'cpuIdle') / medianOf(floor, 'cpuIdle')
      check(`CPU until idle at ${label}, ours ÷ floor`, idle, ratio, '', true)
    }
    check(`paste to paint at ${label}`, medianOf(ours, 'wall'), wall, 'ms', false)
    check(`longest task at ${label}`, medianOf(ours, 'longestTask'), longestTask, 'ms', false)
  }
  check('document, gzip -9', size, DOCUMENT, 'octets', true)
  const paint = medianOf(loads.ours, 'firstPaint') / medianOf(loads.plain, 'firstPaint')
  check('first contentful paint, ours ÷ plain HTML', paint, 1.5, '', true)
  const usable = medianOf(loads.ours, 'usable')
  check('box usable, ours ÷ floor', usable / medianOf(loads.floor, 'usable'), 2.2, '', true)
  check('box usable', usable, USABLE, 'ms', false)
  for (const name of ['inserted', 'deleted']) {
    check(`a character ${name} in 100 KB`, median(keystrokes.map((k) => k[name])), KEYSTROKE, 'ms', false)
  }
  check('memory after twenty pastes of 1 MB', memory.after - memory.before, GROWTH, 'MB more', false)
  for (const { alg, ratio } of verification) {
    check(`verification ${alg}, ours ÷ jose`, ratio, VERIFICATION, '', true)
  }
  return checks
}
