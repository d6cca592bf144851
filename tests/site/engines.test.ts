/**
 * Every algorithm that signs, and every way to have a content key, in every engine: the sealed build verifies and opens what
 * is right, and nothing that was tampered with.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signatureAlgorithms } from '../../src/core/crypto/algorithms.ts'
import { makeSamples } from '../../src/samples/make.ts'
import { finished } from '../../src/state/lateSample.ts'
import { jsonFixture } from '../core/keys/fixture.ts'
import { type App, engines } from './engines.browsers.ts'
import { attempt } from './engines.page.ts'
import { type Site, serveSite } from './harness.ts'

const samples = await Promise.all((await makeSamples()).map(finished))

/** One for each way of computing: EdDSA is there for both of its curves. */
const rows = signatureAlgorithms.map(({ alg, crv }) => {
  const id = alg === 'EdDSA' && crv === 'Ed448' ? 'EdDSA-Ed448' : alg
  const { token, key } = samples.find((sample) => sample.id === id)!
  return { name: id, token, key }
})

interface Encrypted {
  readonly keys: Readonly<Record<string, object>>
  readonly password: string
  readonly tests: readonly Record<'alg' | 'enc' | 'key' | 'jwe', string>[]
}

const foreign = jsonFixture<Encrypted>('jwe/jwcrypto.json')
const way = ({ alg, enc, key }: Encrypted['tests'][number]) => `${alg} ${alg === 'dir' ? enc : key}`

/** One for each alg and key, or enc where the key is used as it is: AES with 192 bits, which Chromium has none of, too. */
const encrypted = foreign.tests
  .filter((row, i, all) => all.findIndex((other) => way(other) === way(row)) === i)
  .map(({ alg, enc, key, jwe }) => ({
    name: `${alg} ${enc} ${key}`,
    token: jwe,
    key: key === 'password' ? foreign.password : JSON.stringify(foreign.keys[key]),
  }))

/** With one bit in the middle of the last part turned: the signature, or the tag. */
function tampered(token: string): string {
  const at = token.lastIndexOf('.') + 1
  const signature = Buffer.from(token.slice(at), 'base64url')
  signature[signature.length >> 1]! ^= 1
  return token.slice(0, at) + signature.toString('base64url')
}

let site: Site
beforeAll(async () => {
  site = await serveSite()
})
afterAll(() => site.close())

describe.each(engines)('$name', ({ missing, open }) => {
  // On a machine of one's own a browser may be missing; where the whole is judged, none may.
  if (missing !== null && !process.env.CI) {
    test.skip(`not tried: ${missing}`, () => {})
    return
  }

  let app: App
  beforeAll(async () => {
    app = await open(site.url)
  })
  afterAll(() => app?.close())

  test('the page opens with a sample that is verified', async () => {
    const state = await app.run(async (patience: number) => {
      const end = performance.now() + patience
      const verdict = () => document.querySelector<HTMLElement>('section[data-state]')!
      while (verdict().dataset.state !== 'verified' && performance.now() < end) {
        await new Promise((done) => setTimeout(done, 10))
      }
      return verdict().dataset.state!
    }, 10_000)
    expect(state).toBe('verified')
  })

  test('payload and signature differ by more than their colour', async () => {
    const styles = await app.run(
      async (classes: string[]) => {
        const root = [...document.querySelectorAll('div')].find((element) => element.shadowRoot !== null)!
          .shadowRoot!
        const lines = classes.map((name) => getComputedStyle(root.querySelector(`.${name}`)!))
        return lines.map((line) => `${line.textDecorationLine} ${line.textDecorationStyle}`).join()
      },
      ['jot-payload', 'jot-signature'],
    )
    expect(styles).toBe('underline dotted,underline solid')
  })

  test.each(rows)('$name', async ({ token, key }) => {
    const patience = 10_000
    expect(await app.run(attempt, { token, key, state: 'verified', patience })).toBe('verified')
    expect(await app.run(attempt, { token: tampered(token), key, state: 'failed', patience })).toBe('failed')
  })

  test.each(encrypted)('$name', async ({ token, key }) => {
    const patience = 10_000
    expect(await app.run(attempt, { token, key, state: 'decrypted', patience })).toBe('decrypted')
    expect(await app.run(attempt, { token: tampered(token), key, state: 'failed', patience })).toBe('failed')
  })
})
