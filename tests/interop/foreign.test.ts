/** Tokens that jwcrypto makes while the test runs, of every alg and enc that it has: the sealed page opens them all. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { python } from '../../scripts/foreign.mjs'
import { launch, open, type Site, serveSite } from '../site/harness.ts'
import { inspector } from '../site/inspector.ts'
import { type Row, wronglyTold } from './opened.ts'

const installed = spawnSync(python, ['-c', 'import jwcrypto']).status === 0

// Where jwcrypto is not installed nothing can be made with it; in CI it must be.
if (!installed && process.env.CI)
  throw new Error(`${python} lacks jwcrypto (Debian: python3-jwcrypto), and CI requires it`)

describe.skipIf(!installed)(`jwcrypto${installed ? '' : ` (skipped: ${python} lacks it)`}`, () => {
  let browser: Browser
  let site: Site
  let rows: readonly Row[]

  beforeAll(async () => {
    const made = spawnSync(python, [fileURLToPath(new URL('foreign.py', import.meta.url))], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    rows = JSON.parse(made.stdout)
    ;[browser, site] = await Promise.all([launch(), serveSite()])
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()])
  })

  test('every signature is verified and every content decrypted, and none with an octet changed', async () => {
    const ui = inspector(await open(await browser.newContext(), site.url))
    expect(rows.length).toBeGreaterThan(100)
    expect(await wronglyTold(ui, rows)).toEqual([])
  }, 240_000)
})
