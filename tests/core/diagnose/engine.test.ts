import { describe, expect, test } from 'vitest'
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis.ts'
import { diagnosis } from '../../../src/core/diagnose/diagnosis.ts'
import { search } from '../../../src/core/diagnose/engine.ts'
import type { Attempt, Hypothesis, Suggestion } from '../../../src/core/diagnose/hypothesis.ts'
import { diagnose } from '../../../src/core/diagnose/index.ts'
import { secretKey } from '../../../src/core/keys/secret.ts'
import { evidence } from './diagnosed.ts'
import { hs, jws, publicPem } from './sign.ts'

const told: readonly Diagnosis[] = [diagnosis('secret-hex')]
const keyOf = (text: string) => secretKey('secret-utf8', text, new TextEncoder().encode(text), [])
const attempt = (text: string): Attempt => ({ alg: 'HS256', key: keyOf(text), told })
const hypothesis = (suggestions: Iterable<Suggestion>, more: Partial<Hypothesis> = {}): Hypothesis => ({
  topic: 'secret encodings',
  suggest: () => suggestions,
  ...more,
})
const conduct = (more: Partial<Parameters<typeof search>[2]> = {}) => ({
  now: () => 0,
  pause: async () => {},
  signal: new AbortController().signal,
  ...more,
})
const wrong = function* (count: number) {
  for (let i = 0; i < count; i++) yield attempt(`wrong ${i}`)
}
const asked = await evidence({ text: hs('right'), keyText: 'other' })

describe('search', () => {
  test('stops at the first match, and leaves hints aside', async () => {
    const hint = { hint: diagnosis('payload-style') }
    const outcome = await search(
      [hypothesis([hint, attempt('a'), attempt('right'), attempt('b')])],
      asked,
      conduct(),
    )
    expect(outcome).toEqual({
      found: told,
      hints: [],
      tried: ['secret encodings'],
      attempts: 2,
      complete: true,
    })
  })

  test('makes no more attempts than it may, and lets the mere lookers have their say', async () => {
    const look = hypothesis([{ hint: diagnosis('key-id') }], { mere: true, topic: 'key properties' })
    const outcome = await search(
      [hypothesis(wrong(500)), hypothesis([attempt('right')]), look],
      asked,
      conduct(),
    )
    expect(outcome).toMatchObject({ found: [], attempts: 200, complete: false, hints: [{ id: 'key-id' }] })
  })

  test('tries the same secret once', async () => {
    const outcome = await search([hypothesis([attempt('a'), attempt('a'), attempt('b')])], asked, conduct())
    expect(outcome?.attempts).toBe(2)
  })

  test('spends no more than its time, and pauses do not count', async () => {
    let clock = 0
    let pauses = 0
    const slow = conduct({
      now: () => (clock += 1),
      pause: async () => {
        clock += 1000
        pauses++
      },
    })
    const outcome = await search([hypothesis(wrong(10_000))], asked, slow, {
      attempts: 10_000,
      milliseconds: 300,
    })
    expect(outcome?.complete).toBe(false)
    expect(outcome?.attempts).toBeGreaterThan(50)
    expect(outcome?.attempts).toBeLessThan(300)
    expect(pauses).toBeGreaterThan(10)
  })

  test('gives others a turn in long work without attempts', async () => {
    let clock = 0
    let pauses = 0
    const idle = hypothesis(Array.from({ length: 100 }, () => null))
    const slow = conduct({
      now: () => (clock += 1),
      pause: async () => {
        pauses++
      },
    })
    await search([idle], asked, slow)
    expect(pauses).toBeGreaterThan(5)
  })

  test('is called off by its signal', async () => {
    const controller = new AbortController()
    let made = 0
    const counting = function* () {
      for (const one of wrong(100)) {
        if (++made === 5) controller.abort()
        yield one
      }
    }
    expect(await search([hypothesis(counting())], asked, conduct({ signal: controller.signal }))).toBeNull()
    expect(made).toBe(5)
  })
})

describe('diagnose', () => {
  test.each([
    ['1 MB', 1_000_000],
    ['5 MB', 5_000_000],
  ])('keeps its time with a token of %s, and no step of it is long', async (_, length) => {
    const payload = `{"a":"${'x'.repeat(length)}","b":[1, 2]}`
    for (const [text, keyText] of [
      [hs('another', { payload }), 'secret'],
      [jws('ES256', { payload }, () => new Uint8Array(64).fill(9)), publicPem('ES256')],
    ] as const) {
      const large = await evidence({ text, keyText })
      let paused = 0
      const start = performance.now()
      const outcome = await diagnose(large, {
        now: () => performance.now(),
        pause: async () => {
          const before = performance.now()
          await new Promise((resolve) => setTimeout(resolve))
          paused += performance.now() - before
        },
        signal: new AbortController().signal,
      })
      expect(outcome?.found).toEqual([])
      // One check of 5 MB may be under way when the time is up, and the machine may be busy.
      expect(performance.now() - start - paused).toBeLessThan(1500)
    }
  })

  test('keeps its time with a secret of 3 MB', async () => {
    const large = await evidence({ text: hs('another'), keyText: 'é"'.repeat(1_500_000) })
    const start = performance.now()
    const outcome = await diagnose(large, conduct({ now: () => performance.now() }))
    expect(outcome?.found).toEqual([])
    expect(performance.now() - start).toBeLessThan(1500)
  })

  test('answers to whatever the text is', async () => {
    for (const text of [
      'a.b.c',
      '...',
      'eyJ.',
      'e30.e30.',
      'eyJhbGciOiJIUzI1NiJ9..AAAA',
      '{}',
      `${'['.repeat(5000)}.a.b`,
    ]) {
      for (const keyText of ['', 'secret', publicPem('RS256'), '{"kty":"oct","k":""}']) {
        const outcome = await diagnose(await evidence({ text, keyText }), conduct())
        expect(outcome?.found).toEqual([])
      }
    }
  })
})
