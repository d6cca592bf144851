import { expect, test } from 'vitest'
import { words } from '../../../src/content/lessons/clocks.ts'
import { signCompact } from '../../../src/core/produce/sign.ts'
import { libraries } from '../../../src/core/validate/libraries.ts'
import { clocks, issue, type Work } from '../../../src/state/lessons/clocks.ts'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import { begun, NOW, outcomes, sceneOf } from './scene.ts'

const moved = (scene: Scene, at: number | null, skew = 0): Scene => ({
  ...scene,
  expectations: { ...scene.expectations, at, skew },
})
const after = (work: Work, ...scenes: readonly Scene[]): Work =>
  scenes.reduce((was, scene) => clocks.observe!(was, scene), work)

/** The page with another `exp` as it is written, signed with the exercise's key or under the old signature. */
async function withExp(
  start: Awaited<ReturnType<typeof begun<Work, typeof words>>>,
  exp: string,
  signed = true,
) {
  const payload = `{"nbf":${NOW + 60},"exp":${exp}}`
  const text = await signCompact('{"alg":"HS256"}', payload, 'HS256', start.work.secret!)
  return sceneOf({ ...start.inputs, text: signed ? text : text.replace(/\.[^.]*$/, '.AAAA') })
}

test('the four states, in any order, on either side of the token’s life', async () => {
  const { work, scene } = await begun(clocks)
  const [early, valid, expired] = [NOW + 59, NOW + 60, NOW + 360].map((at) => moved(scene, at))
  const done = after(work, expired!, early!, valid!, moved(scene, NOW + 361, 60))
  expect(outcomes(clocks, done, scene).slice(0, 4)).toEqual([
    'early: done',
    'valid: done',
    'leeway: done',
    'expired: done',
  ])
  expect(after(work, moved(scene, NOW + 50, 10)).reached).toEqual(['leeway'])
  // What is remembered stays the same object where nothing is new.
  expect(after(done, valid!)).toBe(done)
})

test('the present, however it runs on, is no moment that was looked for', async () => {
  const { work, scene } = await begun(clocks)
  expect(after(work, moved(scene, null)).reached).toEqual([])
})

test('why a moment is not valid through the tolerance alone', async () => {
  const { work, scene } = await begun(clocks)
  const three = after(work, ...[NOW, NOW + 100, NOW + 360].map((at) => moved(scene, at)))
  const why = (at: number | null, skew: number) => {
    const there = moved(scene, at, skew)
    return clocks.steps(after(three, there), there)[2]
  }
  const wrong = (reason: string, seconds?: string) => ({
    task: 'leeway',
    state: 'wrong',
    why: reason,
    ...(seconds !== undefined && { values: { seconds } }),
  })
  expect(why(NOW + 360, 0)).toEqual(wrong('zero'))
  expect(why(NOW + 100, 30)).toEqual(wrong('strict'))
  expect(why(NOW + 400, 30)).toEqual(wrong('late', '10'))
  expect(why(NOW + 10, 30)).toEqual(wrong('soon', '20'))
  expect(why(NOW + 400, 600)).toEqual(wrong('wide', '600'))
  expect(why(null, 30)).toEqual({ task: 'leeway', state: 'open' })
  expect(why(NOW + 389, 30)).toEqual({ task: 'leeway', state: 'done' })
})

test('exp in milliseconds, signed and tried, then repaired', async () => {
  const start = await begun(clocks)
  const exp = (NOW + 360) * 1000
  const outcome = async (work: Work, text: string, signed = true, at: number | null = NOW) => {
    const scene = moved(await withExp(start, text, signed), at)
    const next = after(work, scene)
    return [next, outcomes(clocks, next, scene).slice(4)] as const
  }
  const first = async (...of: [string, boolean?, (number | null)?]) =>
    (await outcome(start.work, ...of))[1][0]
  expect(await first(`"${exp}"`)).toBe('milliseconds: wrong text')
  expect(await first(`${exp}000`)).toBe('milliseconds: wrong digits')
  expect(await first(`${exp / 10}`)).toBe('milliseconds: wrong digits')
  expect(await first(`${exp}`, false)).toBe('milliseconds: wrong unsigned')
  expect(await first(`${exp}`, true, null)).toBe('milliseconds: open')
  const [tried, steps] = await outcome(start.work, `${exp}`)
  expect(steps).toEqual(['milliseconds: done', 'repair: open'])

  const then = async (...of: [string, boolean?]) => (await outcome(tried, ...of))[1][1]
  expect(await then(`${exp / 10}`)).toBe('repair: wrong still')
  expect(await then(`${exp / 100}`)).toBe('repair: wrong moment')
  expect(await then(`${exp / 1000 + 60}`)).toBe('repair: wrong moment')
  expect(await then(`"${exp / 1000}"`)).toBe('repair: wrong text')
  expect(await then(`${exp / 1000}`, false)).toBe('repair: wrong unsigned')
  expect(await then(`${exp / 1000}`)).toBe('repair: done')

  const text = await signCompact('{"alg":"HS256"}', '{}', 'HS256', start.work.secret!)
  const endless = await sceneOf({ ...start.inputs, text })
  expect(outcomes(clocks, after(tried, endless), endless)[5]).toBe('repair: wrong missing')
})

test.each([417, 999])('the token of a bug report, with %i ms, cut, rounded or as a fraction', async (ms) => {
  const start = await begun(clocks)
  const exp = (NOW + 360) * 1000 + ms
  const text = await issue(start.work.secret!, NOW, exp)
  const broken = after(start.work, moved(await sceneOf({ ...start.inputs, text }), NOW))
  for (const repaired of [`${Math.floor(exp / 1000)}`, `${Math.ceil(exp / 1000)}`, `${exp / 1000}`])
    expect(after(broken, await withExp(start, repaired)).repaired).toBe(true)
})

test('what is said of the defaults is what the checks go by', () => {
  const skews = Object.fromEntries(libraries.map(({ id, skew }) => [id, skew]))
  expect(skews).toMatchObject({ dotnet: 300, spring: 60, jose: 0, pyjwt: 0, simplejwt: 0 })
  expect(words.facts.at(-1)!.text).toContain(
    '.NET allows 5 minutes; Spring and Rust’s jsonwebtoken 60 seconds',
  )
})
