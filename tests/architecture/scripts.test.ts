/** The scripts that stand around the code: which Node they take, and how they count. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { line, ofOutput, ofVitest, one, sum } from '../../scripts/tally.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a program says when the Node that runs it gives itself out as another version. */
function asNode(version: string, code: string): { status: number | null; said: string } {
  const disguise = `Object.defineProperty(process, 'version', { value: 'v${version}' })`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `${disguise}\n${code}`],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return { status, said: stdout + stderr }
}

describe('an old Node', () => {
  it.each(['start', 'test'])('gets one clear line from npm %s', (name) => {
    expect(asNode('18.20.8', `await import('./scripts/${name}.mjs')`)).toEqual({
      status: 1,
      said: 'Jotscope needs Node 20.19 or newer, and not 21; this is Node 18.20.8.\n',
    })
  })

  it.each([
    ['12.22.12', 1],
    ['20.9.0', 1],
    ['20.18.3', 1],
    ['20.19.0', 0],
    ['21.7.3', 1],
    ['22.1.0', 0],
    ['100.0.0', 0],
  ])('is not %s, or is', (version, status) => {
    const code = `const { requireNode } = await import('./scripts/node.mjs')\nrequireNode()`
    expect(asNode(version, code).status).toBe(status)
  })
})

describe('the count', () => {
  const report = (counts: object, ...files: object[]): string =>
    JSON.stringify({
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: files,
      ...counts,
    })
  const file = (status: string, ...tests: string[]): object => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  })

  it('takes tests as they are', () => {
    const counts = { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
    expect(ofVitest(report(counts, file('failed', 'passed', 'failed')), false)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
    })
  })

  it('takes a file that failed as a whole as one failure', () => {
    const files = [file('failed'), file('failed', 'skipped'), file('passed', 'passed')]
    expect(ofVitest(report({ numPassedTests: 1, numPendingTests: 1 }, ...files), false)).toMatchObject({
      failed: 2,
    })
  })

  it('takes a run that broke down as one failure', () => {
    expect(ofVitest(null, false)).toMatchObject({ passed: 0, failed: 1 })
    expect(ofVitest('{"numPassed', false)).toMatchObject({ passed: 0, failed: 1 })
    expect(ofVitest(report({ numPassedTests: 9 }, file('passed', 'passed')), false)).toMatchObject({
      passed: 9,
      failed: 1,
    })
    expect(ofVitest(report({ numPassedTests: 9 }, file('passed', 'passed')), true)).toMatchObject({
      passed: 9,
      failed: 0,
    })
  })

  it('reads the last line of a program', () => {
    expect(ofOutput('ok this\n12 passed, 3 failed\n', false)).toEqual({ passed: 12, failed: 3, skipped: 0 })
    expect(ofOutput('12 passed, 0 failed, 4 skipped', true)).toEqual({ passed: 12, failed: 0, skipped: 4 })
    expect(ofOutput('12 passed, 0 failed\n', false)).toMatchObject({ passed: 12, failed: 1 })
    expect(ofOutput('12 passed, 0 failed\nand more\n', true)).toMatchObject({ passed: 0, failed: 1 })
    expect(ofOutput('', true)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('is summed into one line', () => {
    const tally = sum([one(true), one(false), { passed: 5, failed: 0, skipped: 0 }])
    expect(line(tally)).toBe('6 passed, 1 failed')
    expect(line(sum([tally, { passed: 0, failed: 0, skipped: 2 }]))).toBe('6 passed, 1 failed, 2 skipped')
  })
})
