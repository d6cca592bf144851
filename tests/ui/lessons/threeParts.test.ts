import { expect, test } from 'vitest'
import { encode } from '../../../src/core/produce/sign.ts'
import { type Guess, isCut, threeParts, type Work } from '../../../src/state/lessons/threeParts.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

const right = ['header', 'payload', 'signature'] as const

/** Cut and guessed right, and the token in the box. */
async function shown() {
  const { work, inputs } = await begun(threeParts)
  const dots = [work.token.indexOf('.'), work.token.lastIndexOf('.')] as const
  const parts = work.token.split('.')
  let now: Work = { ...work, cut: dots, guesses: right, asked: right }
  const outcome = async (text: string) => {
    const scene = await sceneOf({ ...inputs, text })
    now = threeParts.observe!(now, scene)
    expect(threeParts.observe!(now, scene)).toBe(now)
    return outcomes(threeParts, now, scene)
  }
  return { parts, outcome }
}

test('nothing is in the inspector before it is cut and guessed at', async () => {
  const { inputs, scene, work } = await begun(threeParts)
  expect(inputs.text).toBe('')
  expect(outcomes(threeParts, work, scene)).toEqual([
    'cuts: open',
    'predict: open',
    'typed: open',
    'removed: open',
    'unsecured: open',
  ])
})

test('cuts are right on both dots, in whatever order, and wrong anywhere else', async () => {
  const { scene, work } = await begun(threeParts)
  const [a, b] = [work.token.indexOf('.'), work.token.lastIndexOf('.')]
  const cut = (...at: [number, number]) => outcomes(threeParts, { ...work, cut: at }, scene)[0]
  expect(cut(a, b)).toBe('cuts: done')
  expect(cut(b, a)).toBe('cuts: done')
  expect(cut(a, b + 1)).toBe('cuts: wrong offDot')
  expect(cut(a - 1, b)).toBe('cuts: wrong offDot')
  expect(cut(a, a)).toBe('cuts: wrong oneDot')
  expect(isCut({ token: work.token, cut: [b, b] })).toBe(false)
  const step = threeParts.steps({ ...work, cut: [0, b + 1] }, scene)[0]!
  expect(step.values).toEqual({ characters: `e” and “${work.token[b + 1]}` })
})

test.each<[asked: [Guess | null, Guess | null, Guess | null], outcome: string]>([
  [['header', 'payload', 'signature'], 'done'],
  [['payload', 'header', 'signature'], 'wrong notHeader'],
  [['header', 'hidden', 'signature'], 'wrong notPayload'],
  [['header', 'payload', 'key'], 'wrong notSignature'],
  [['header', null, 'signature'], 'wrong unsaid'],
])('taking the parts for %j is %s', async (asked, outcome) => {
  const { scene, work } = await begun(threeParts)
  expect(outcomes(threeParts, { ...work, asked }, scene)[1]).toBe(`predict: ${outcome}`)
})

test('a character typed into each part, one after the other', async () => {
  const { parts, outcome } = await shown()
  const [header, payload, signature] = parts as [string, string, string]
  await outcome(`${header}A.${payload}.${signature}`)
  await outcome(`${header}A.A${payload}.${signature}`)
  expect((await outcome(`${header}.${payload}.${signature}`))[2]).toBe('typed: open')
  expect((await outcome(`${header}.${payload}.A${signature}`))[2]).toBe('typed: done')
})

test('what deletes, types a dot or puts another token there types into no part', async () => {
  const { parts, outcome } = await shown()
  const [header, payload, signature] = parts as [string, string, string]
  await outcome(`${header}.${payload}.${signature}`)
  await outcome(`${header}.${payload}.${signature.slice(1)}`)
  await outcome(`${header.slice(1)}.${payload}.${signature}`)
  await outcome(`${header}A.${payload}A.${signature}A`)
  expect((await outcome(`${header}.A${payload}.${signature}`))[2]).toBe('typed: open')
  expect((await outcome(`${header}.${payload}.${signature}.`))[2]).toBe('typed: wrong dots')
})

test('a part that is put in place of another was not typed', async () => {
  const { parts, outcome } = await shown()
  const [header, payload, signature] = parts as [string, string, string]
  await outcome(`${header}A.${payload}.${signature}`)
  await outcome(`${header}A.${payload}.${signature}AA`)
  await outcome(
    `${header}A.${encode('{"iss":"https://login.example.org","sub":"u","name":"Ada","iat":1,"exp":1795009999}')}.${signature}AA`,
  )
  expect((await outcome(`${header}A.${payload}.${signature}AA`))[2]).toBe('typed: open')
  const over = `${payload.slice(0, 9)}${payload[9] === 'A' ? 'B' : 'A'}${payload.slice(10)}`
  expect((await outcome(`${header}A.${over}.${signature}AA`))[2]).toBe('typed: done')
})

test('the last part taken away, with its dot and without', async () => {
  const { parts, outcome } = await shown()
  const [header, payload] = parts as [string, string]
  expect((await outcome(`${header}.${payload}`))[3]).toBe('removed: wrong dotGone')
  const after = await outcome(`${header}.${payload}.`)
  expect(after.slice(3)).toEqual(['removed: done', 'unsecured: open'])
})

test('another unsecured token, put there whole, is not the one that was cut', async () => {
  const { parts, outcome } = await shown()
  const [header, payload] = parts as [string, string]
  const after = await outcome(`${encode('{"alg":"none"}')}.${encode('{"iss":"joe"}')}.`)
  expect(after.slice(3)).toEqual(['removed: wrong another', 'unsecured: wrong another'])
  expect((await outcome(`${header}.${encode('{"iss":"joe"}')}.`)).at(3)).toBe('removed: wrong another')
  expect((await outcome(`${header}.${payload}.`)).at(3)).toBe('removed: done')
})

test('an unsecured token has alg none and nothing in its third part', async () => {
  const { parts, outcome } = await shown()
  const [, payload, signature] = parts as [string, string, string]
  const none = encode('{"alg":"none"}')
  expect((await outcome(`${none}.${payload}.${signature}`))[4]).toBe('unsecured: wrong stillSigned')
  expect((await outcome(`${none}.${payload}`))[4]).toBe('unsecured: wrong dotGone')
  expect((await outcome(`${encode('{"alg":"None"}')}.${payload}.`))[4]).toBe('unsecured: wrong spelling')
  expect((await outcome(`${none}.${payload}.`))[4]).toBe('unsecured: done')
  expect((await outcome(parts.join('.')))[4]).toBe('unsecured: done')
})
