import { expect, test } from 'vitest'
import { claimOf, isRegistered } from '../../../src/content/claims.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { encode, signatureOver } from '../../../src/core/produce/sign.ts'
import { audienceForm, withAudience, withClaim } from '../../../src/state/lessons/claimEdits.ts'
import { claimsLesson, SERVICE } from '../../../src/state/lessons/claims.ts'
import { isLearned } from '../../../src/state/lessons/lesson.ts'
import { claimsIn } from '../../../src/state/lessons/payload.ts'
import { findingsIn } from '../../../src/ui/findings/subject.ts'
import { begun, clicked, NOW, outcomes, sceneOf } from './scene.ts'

const lesson = claimsLesson({ isRegistered, typeOf: (name) => claimOf(name)?.valueType, findingsIn })
const right = { exp: NOW + 3600, iat: NOW, sub: '4711', aud: [SERVICE], nbf: NOW }

/** The exercise with some claims changed (undefined takes one away), signed anew with a secret where one is given. */
async function changed(change: object, k?: string) {
  const { inputs, work } = await begun(lesson)
  const [header, payload, old] = inputs.text.split('.')
  const claims = { ...JSON.parse(Buffer.from(payload!, 'base64url').toString()), ...change }
  const input = `${header}.${encode(JSON.stringify(claims))}`
  const signature =
    k === undefined ? old : await signatureOver(input, 'HS256', { kty: 'oct', k: k || work.secret })
  const key = k ? { keyText: JSON.stringify({ kty: 'oct', k }) } : {}
  const scene = await sceneOf({ ...inputs, ...key, text: `${input}.${signature}` })
  return { scene, work }
}

/** What came of one task. */
async function outcome(task: string, change: object, k?: string) {
  const { scene, work } = await changed(change, k)
  return outcomes(lesson, work, scene).find((one) => one.startsWith(`${task}: `))
}

test('the exercise is verified, and has four faults of which the list shows two', async () => {
  const { scene, work } = await begun(lesson)
  expect(scene.word).toBe('verified')
  expect(findingsIn(scene).map(({ rule, values }) => `${rule} ${values.name}`)).toEqual([
    'time-unit exp',
    'time-unit iat',
  ])
  expect(outcomes(lesson, work, scene).every((one) => one.endsWith(': open'))).toBe(true)
})

test('the private claim among registered and public ones', async () => {
  let { scene, work } = await begun(lesson)
  const click = (name: string) => {
    scene = clicked(scene, name)
    work = lesson.observe!(work, scene)
    expect(lesson.observe!(work, scene)).toBe(work)
    return outcomes(lesson, work, scene)[0]
  }
  expect(click('client_id')).toBe('private: wrong registered')
  expect(click('https://shop.example.com/tier')).toBe('private: wrong public')
  expect(click('cart')).toBe('private: done')
  expect(click('iss')).toBe('private: done')
})

test('a click outside of the payload is no claim', async () => {
  const { scene, work } = await begun(lesson)
  const next = lesson.observe!(work, { ...scene, chosen: { in: 'token', offset: 3 } })
  expect(outcomes(lesson, next, scene)[0]).toBe('private: wrong elsewhere')
})

test.each([
  ['exp', NOW + 60, 'done'],
  ['exp', `${NOW + 60}`, 'wrong text'],
  ['exp', (NOW + 60) * 1000, 'wrong unit'],
  ['exp', NOW, 'wrong past'],
  ['exp', undefined, 'wrong gone'],
  ['iat', NOW - 1.5, 'done'],
  ['iat', NOW * 100, 'wrong unit'],
  ['iat', `${NOW}`, 'wrong text'],
  ['iat', NOW + 301, 'wrong ahead'],
  ['sub', '4711', 'done'],
  ['sub', 'https://login.example.com/users/4711', 'done'],
  ['sub', 'user 4711: Ada', 'wrong colon'],
  ['sub', '47110', 'wrong other'],
  ['sub', 'not 4711 me', 'wrong other'],
  ['sub', 'user-4711', 'done'],
  ['sub', '', 'wrong other'],
  ['sub', 4712, 'wrong number'],
  ['sub', ['4711'], 'wrong number'],
  ['aud', [SERVICE], 'done'],
  ['aud', ['https://billing.example.com', SERVICE], 'done'],
  ['aud', SERVICE, 'wrong string'],
  ['aud', [`${SERVICE}/`], 'wrong without'],
  ['aud', ['https://billing.example.com'], 'wrong without'],
  ['aud', [[SERVICE]], 'wrong without'],
  ['aud', [SERVICE, null], 'wrong type'],
  ['aud', `${SERVICE} https://billing.example.com`, 'wrong without'],
])('%s as %j is %s', async (name, value, state) => {
  expect(await outcome(name, { [name]: value })).toBe(`${name}: ${state}`)
})

test('of another token, nothing is judged', async () => {
  const { inputs, work } = await begun(lesson)
  const [header, , signature] = inputs.text.split('.')
  const payload = encode(JSON.stringify({ ...right, iss: 'https://login.example.com', jti: 'x', mine: 1 }))
  const scene = await sceneOf({ ...inputs, text: `${header}.${payload}.${signature}` })
  const after = lesson.observe!(work, clicked(scene, 'mine'))
  expect(outcomes(lesson, after, scene).every((one) => one.endsWith(': open'))).toBe(true)
})

test('one more registered claim, not any name', async () => {
  expect(await outcome('added', { basket: 1 })).toBe('added: open')
  expect(await outcome('added', { nickname: 'A.' })).toBe('added: done')
  for (const odd of [
    { email: 42 },
    { name: null },
    { locale: {} },
    { roles: 'buyer' },
    { nickname: 'A.', address: [] },
  ])
    expect(await outcome('added', odd)).toBe('added: wrong type')
})

test('the whole is verified with the issuer’s secret, and nothing is found', async () => {
  expect(await outcome('whole', { ...right, exp: `${NOW}` }, '')).toBe('whole: open')
  expect(await outcome('whole', right)).toBe('whole: wrong unsigned')
  expect(await outcome('whole', { ...right, nbf: NOW + 7200 }, '')).toBe('whole: wrong findings')
  expect(await outcome('whole', { ...right, jti: 7 }, '')).toBe('whole: wrong type')
  expect(await outcome('whole', { ...right, exp: NOW + 1e6 }, '')).toBe('whole: wrong findings')
  expect(await outcome('whole', { ...right, aud: [SERVICE, '*'] }, '')).toBe('whole: wrong findings')
  const other = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  expect(await outcome('whole', right, other)).toBe('whole: wrong key')
  const { scene, work } = await changed(right, '')
  expect(findingsIn(scene)).toEqual([])
  expect(isLearned(lesson.steps({ ...work, known: true }, scene))).toBe(true)
  const next = { ...scene, expectations: { ...scene.expectations, at: NOW + 3600 } }
  expect(outcomes(lesson, work, next).slice(1, 2)).toEqual(['exp: wrong past'])
})

test('a payload that is broken leaves the repairs open', async () => {
  const { inputs, work } = await begun(lesson)
  const [header, , signature] = inputs.text.split('.')
  const scene = await sceneOf({ ...inputs, text: `${header}.${encode('{"exp": 1')}.${signature}` })
  expect(outcomes(lesson, work, scene).slice(1)).toEqual(
    ['exp', 'iat', 'sub', 'aud', 'added', 'whole'].map((task) => `${task}: open`),
  )
})

const documentOf = (payload: string) =>
  claimsIn({ inspection: inspect(`${encode('{"alg":"HS256"}')}.${encode(payload)}.AA`) })!

test.each([
  ['{}', '{\n  "nbf": 1}'],
  ['{ "a": {"b": 1} }', '{ "a": {"b": 1},\n  "nbf": 1 }'],
  ['{\n  "a": "}"\n}\n', '{\n  "a": "}",\n  "nbf": 1\n}\n'],
])('a claim added to %j leaves the rest as it is', (before, after) => {
  expect(withClaim(documentOf(before), 'nbf', 1)).toBe(after)
})

test('aud goes from string to array and back where it is one recipient', () => {
  const string = '{"a": 1.0, "aud": "x\\u0079", "b": 2}'
  expect(audienceForm(documentOf(string))).toBe('string')
  const array = withAudience(documentOf(string), 'array')!
  expect(array).toBe('{"a": 1.0, "aud": ["xy"], "b": 2}')
  expect(audienceForm(documentOf(array))).toBe('array')
  expect(withAudience(documentOf(array), 'string')).toBe('{"a": 1.0, "aud": "xy", "b": 2}')
  expect(withAudience(documentOf('{"aud":["x","y"]}'), 'string')).toBeNull()
  expect(withAudience(documentOf('{"sub":"x"}'), 'array')).toBeNull()
  expect(audienceForm(documentOf('{"aud":7}'))).toBeNull()
})
