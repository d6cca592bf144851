/** How many checks passed, failed and were skipped; the last line that is printed is their sum. */

/** @typedef {{passed: number, failed: number, skipped: number}} Tally */

/** @returns {Tally} one check that passed or not */
export function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = (name) => tallies.reduce((count, tally) => count + tally[name], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/**
 * Reads the report of vitest's `json` reporter. A file that fails as a whole (it does not load, or a hook of it throws)
 * fails no single test, so it counts as one; so does a run that ends badly with every test passed, or with no whole report.
 * @param {string | null} report
 * @param {boolean} ok whether the run ended well
 * @returns {Tally}
 */
export function ofVitest(report, ok) {
  const read = parsed(report)
  if (read === null) return one(false)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read
  const asAWhole = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = numFailedTests + asAWhole
  return {
    passed: numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}

function parsed(report) {
  try {
    return JSON.parse(report)
  } catch {
    return null
  }
}

/**
 * Reads the last line that {@link line} or a program like it printed.
 * @param {string} output
 * @param {boolean} ok whether the program ended well
 * @returns {Tally}
 */
export function ofOutput(output, ok) {
  const found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(
    output.trimEnd().split('\n').at(-1) ?? '',
  )
  if (found === null) return one(false)
  const [passed, failed, skipped] = [found[1], found[2], found[3] ?? 0].map(Number)
  return { passed, failed: failed === 0 && !ok ? 1 : failed, skipped }
}

/** @param {Tally} tally */
export function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
