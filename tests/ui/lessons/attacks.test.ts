import { expect, test } from 'vitest'
import { inspect } from '../../../src/core/inspect.ts'
import { generatePair, generateSecret } from '../../../src/core/produce/generate.ts'
import { encode, signCompact, signingInputOf } from '../../../src/core/produce/sign.ts'
import { attacks, judged, signWithText, type Work } from '../../../src/state/lessons/attacks.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

const start = await begun(attacks)
const claims = JSON.stringify({ sub: 'user-42', role: 'admin' })
const own = start.work.own!

const none = (alg = 'none'): string => `${signingInputOf(JSON.stringify({ alg }), claims)}.`
const confused = async (text: string = start.work.pem): Promise<string> => {
  const input = signingInputOf('{"alg":"HS256"}', claims)
  return `${input}.${await signWithText(input, text)}`
}
const embedded = (): Promise<string> =>
  signCompact(JSON.stringify({ alg: 'RS256', jwk: own.publicJwk }), claims, 'RS256', own.privateJwk)

/** After a token was put in and all verifiers looked at it. */
async function after(work: Work, text: string, safe: Work['safe'] = work.safe) {
  const scene = await sceneOf({ ...start.inputs, text })
  const ruled = await judged(scene.inspection, work.pem)
  const next = attacks.observe!({ ...work, safe, ruled }, scene)
  return { work: next, ruled, steps: outcomes(attacks, next, scene) }
}

test('three forgeries, three switches, and the genuine token', async () => {
  let { work } = start
  for (const [toy, text] of [
    ['header', none()],
    ['text', await confused()],
    ['jwk', await embedded()],
  ] as const) {
    work = (await after(work, text)).work
    expect(work.broken).toContain(toy)
    expect(work.fixed).not.toContain(toy)
    work = (await after(work, text, [...work.safe, toy])).work
    expect(work.fixed).toContain(toy)
  }
  expect((await after(work, await embedded())).steps.at(-1)).toBe('genuine: wrong forged')
  expect((await after(work, work.genuine, ['text', 'jwk'])).steps.at(-1)).toBe('genuine: wrong unsafe')
  const end = await after(work, work.genuine)
  expect(end.steps.every((step) => step.endsWith(': done'))).toBe(true)
})

test('the genuine token passes all, with either switch', async () => {
  const { ruled, work } = await after(start.work, start.work.genuine)
  const accepted = { header: 'accepted', text: 'accepted', jwk: 'accepted' }
  expect(ruled).toMatchObject({ unsafe: accepted, safe: accepted })
  expect(work.broken).toEqual([])
})

test.each([
  ['alg none', () => none(), 'header'],
  ['alg noNE', () => none('noNE'), 'header'],
  ['HS256 with the text of the key', () => confused(), 'text'],
  ['a key of the header', () => embedded(), 'jwk'],
  [
    'a key of the header on a curve',
    async () => {
      const { publicJwk, privateJwk } = await generatePair('ES256')
      return signCompact(JSON.stringify({ alg: 'ES256', jwk: publicJwk }), claims, 'ES256', privateJwk)
    },
    'jwk',
  ],
  [
    'a secret in the header',
    () => {
      const jwk = generateSecret(32)
      return signCompact(JSON.stringify({ alg: 'HS256', jwk }), claims, 'HS256', jwk)
    },
    'jwk',
  ],
] as const)('%s fools one verifier, and none that is safe', async (_, forge, fooled) => {
  const { ruled } = await after(start.work, await forge())
  const accepting = Object.entries(ruled.unsafe).filter(([, ruling]) => ruling === 'accepted')
  expect(accepting).toEqual([[fooled, 'accepted']])
  expect(Object.values(ruled.safe)).not.toContain('accepted')
})

test.each([
  ['a signature that is still there', async (): Promise<string> => `${none()}AAAA`, 'signed'],
  [
    'a changed claim under the old signature',
    async (): Promise<string> => start.work.genuine.replace(/\.[^.]+\./, `.${encode(claims)}.`),
    'mismatch',
  ],
  ['an alg that the key cannot serve', () => confused('another secret'), 'unfit'],
  ['text that is no token', async (): Promise<string> => 'none', 'unreadable'],
] as const)('verifier 1 refuses %s', async (_, forge, why) => {
  expect((await after(start.work, await forge())).steps[0]).toBe(`header: wrong ${why}`)
})

test('what is no break, and what is no fix', async () => {
  const same: string = start.work.genuine.split('.')[1]!
  expect((await after(start.work, `${none().split('.')[0]}.${same}.`)).steps[0]).toBe('header: wrong same')
  const genuine = JSON.parse(Buffer.from(same, 'base64url').toString())
  const entries = Object.entries(genuine).reverse()
  for (const json of [`${JSON.stringify(genuine)} `, JSON.stringify(Object.fromEntries(entries), null, 1)])
    expect((await after(start.work, `${signingInputOf('{"alg":"none"}', json)}.`)).steps[0]).toBe(
      'header: wrong same',
    )
  expect((await after(start.work, none(), ['header'])).steps[0]).toBe('header: wrong safe')
  const { work } = await after(start.work, none())
  expect((await after(work, await confused(`${work.pem}\n`))).steps[2]).toBe('text: wrong mismatch')
  expect((await after(work, work.genuine, ['header'])).steps[1]).toBe('header-fixed: wrong gone')
  expect((await after(work, none())).steps.slice(1, 3)).toEqual(['header-fixed: open', 'text: open'])
})

test('a token that was not made from the genuine one is no forgery', async () => {
  const other = JSON.stringify({ iss: 'joe', exp: 1_300_819_380, 'http://example.com/is_root': true })
  const { work, steps } = await after(start.work, `${signingInputOf('{"alg":"none"}', other)}.`)
  expect(work.broken).toEqual([])
  expect(steps[0]).toBe('header: wrong another')
  const { sub: _, ...rest } = JSON.parse(Buffer.from(work.genuine.split('.')[1]!, 'base64url').toString())
  const made = `${signingInputOf('{"alg":"none"}', JSON.stringify({ ...rest, sub: 'root' }))}.`
  expect((await after(start.work, made)).work.broken).toEqual(['header'])
})

test('rulings of another text say nothing', async () => {
  const scene = await sceneOf({ ...start.inputs, text: none() })
  const ruled = await judged(inspect(start.work.genuine), start.work.pem)
  expect(attacks.observe!({ ...start.work, ruled }, scene).broken).toEqual([])
})
