/** Tokens that latchset's `jose` makes while the test runs, of every alg and enc that it names: the sealed page opens them all. */
import { spawnSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open, type Site, serveSite } from '../site/harness.ts'
import { inspector } from '../site/inspector.ts'
import { type Row, wronglyTold } from './opened.ts'

const installed = spawnSync('jose', ['alg']).status === 0

// Where it is not installed nothing can be made with it; in CI it must be.
if (!installed && process.env.CI) throw new Error('jose is missing (Debian: jose), and CI requires it')

function jose(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('jose', args, { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`jose ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

const algorithms = (kind: string) => jose(['alg', '-k', kind]).split('\n')
const newKey = (template: object) => jose(['jwk', 'gen', '-i', JSON.stringify(template)])

/** The command takes its content from a file and the key from its input. */
function made(command: readonly string[], template: string, header: object, key: string): string {
  const protectedHeader = JSON.stringify({ protected: header })
  return jose([...command, '-I', 'package.json', '-c', template, protectedHeader, '-k', '-'], key)
}

function signed(): Row[] {
  return algorithms('sign').map((alg) => {
    const key = newKey({ alg })
    return { label: alg, state: 'verified', token: made(['jws', 'sig'], '-s', { alg }, key), key }
  })
}

/** Those that ECDH-ES has here, one after the other. */
const curves = ['P-256', 'P-384', 'P-521'].map((crv) => ({ kty: 'EC', crv }))

function encrypted(): Row[] {
  return algorithms('encr').flatMap((enc, i) =>
    algorithms('wrap').map((alg) => {
      const key = newKey(
        alg === 'dir' ? { alg: enc } : alg.startsWith('ECDH-ES') ? curves[i % curves.length]! : { alg },
      )
      // Of its own accord it takes so many rounds that the page asks first.
      const rounds = alg.startsWith('PBES2') ? { p2c: 1000 } : {}
      const token = made(['jwe', 'enc'], '-i', { alg, enc, ...rounds }, key)
      return { label: `${alg} ${enc}`, state: 'decrypted', token, key }
    }),
  )
}

describe.skipIf(!installed)(`latchset jose${installed ? '' : ' (skipped: it is not installed)'}`, () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    ;[browser, site] = await Promise.all([launch(), serveSite()])
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()])
  })

  test('every signature is verified and every content decrypted, and none with an octet changed', async () => {
    const rows = [...signed(), ...encrypted()]
    expect(rows.length).toBeGreaterThan(90)
    const ui = inspector(await open(await browser.newContext(), site.url))
    expect(await wronglyTold(ui, rows)).toEqual([])
  }, 240_000)
})
