import { expect, test } from 'vitest'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import {
  type Alg,
  attemptWith,
  lengthOf,
  publicKeys as lesson,
  madePair,
  signOwn,
  type Work,
} from '../../../src/state/lessons/publicKeys.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

/** A learner with both pairs. */
async function withPairs() {
  const start = await begun(lesson)
  let work: Work = { ...start.work, ...(await madePair('ES256')), ...(await madePair('RS256')) }
  let scene: Scene = start.scene
  const look = async (change: Parameters<typeof sceneOf>[0]) => {
    const { text, keyText } = scene.inputs
    scene = await sceneOf({ text, keyText, ...change })
    work = lesson.observe!(work, scene)
  }
  return {
    look,
    get work() {
      return work
    },
    outcome: (i: number) => outcomes(lesson, work, scene)[i],
    publicKey: (alg: Alg) => JSON.stringify(work[alg]!.publicJwk),
    privateKey: (alg: Alg) => JSON.stringify(work[alg]!.privateJwk),
    async sign(alg: Alg) {
      const made = await signOwn(work, scene, alg)
      work = { ...work, ...made.change }
      await look({ text: made.text })
    },
    async attempt() {
      work = { ...work, attempt: await attemptWith(work, scene) }
      work = lesson.observe!(work, scene)
    },
    answer(ratio: number) {
      work = lesson.observe!({ ...work, ratio }, scene)
    },
  }
}

test('verify with the public half, fail to sign with it, sign twice, compare', async () => {
  const at = await withPairs()
  await at.look({ keyText: at.publicKey('ES256') })
  await at.sign('ES256')
  expect(at.outcome(1)).toBe('verify: done')
  await at.attempt()
  expect(at.work.attempt).toMatchObject({ lacks: ['d'], has: expect.arrayContaining(['kty', 'x', 'y']) })
  expect(at.outcome(2)).toBe('attempt: done')
  await at.sign('ES256')
  expect(at.outcome(3)).toBe('twice: done')
  expect(at.outcome(4)).toBe('sizes: open')
  await at.sign('RS256')
  at.answer(4)
  expect([lengthOf(at.work, 'ES256'), lengthOf(at.work, 'RS256')]).toEqual([64, 256])
  expect(at.outcome(4)).toBe('sizes: done')
})

test('the key of RS256 in PEM is as good', async () => {
  const at = await withPairs()
  const key = await crypto.subtle.importKey(
    'jwk',
    at.work.RS256!.publicJwk as JsonWebKey,
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['verify'],
  )
  const der = Buffer.from(await crypto.subtle.exportKey('spki', key)).toString('base64')
  await at.look({ keyText: `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----` })
  await at.sign('RS256')
  expect(at.outcome(1)).toBe('verify: done')
  await at.attempt()
  expect(at.work.attempt).toMatchObject({ lacks: ['d', 'p', 'q', 'dp', 'dq', 'qi'] })
  expect(at.outcome(2)).toBe('attempt: done')
})

test('keys that prove nothing are told apart', async () => {
  const at = await withPairs()
  await at.look({ keyText: at.publicKey('ES256') })
  expect(at.outcome(1)).toBe('verify: wrong stranger')
  await at.look({ keyText: at.publicKey('RS256') })
  expect(at.outcome(1)).toBe('verify: wrong kind')
  await at.look({ keyText: JSON.stringify((await madePair('ES256')).ES256!.publicJwk) })
  expect(at.outcome(1)).toBe('verify: wrong foreign')
  await at.look({ keyText: at.privateKey('ES256') })
  await at.sign('ES256')
  expect(at.outcome(1)).toBe('verify: wrong private')
})

test('signing with the private key is no attempt with the public one', async () => {
  const at = await withPairs()
  await at.look({ keyText: at.publicKey('ES256') })
  await at.sign('ES256')
  await at.look({ keyText: at.privateKey('ES256') })
  await at.attempt()
  expect(at.outcome(2)).toBe('attempt: wrong worked')
})

test('a private key that works no more is still no public one', async () => {
  const at = await withPairs()
  await at.look({ keyText: at.publicKey('ES256') })
  await at.sign('ES256')
  const other = (await madePair('ES256')).ES256!.privateJwk
  await at.look({ keyText: JSON.stringify({ ...at.work.ES256!.publicJwk, d: other.d }) })
  await at.attempt()
  expect(at.work.attempt).toMatchObject({ refusal: 'DataError', lacks: [] })
  expect(at.outcome(2)).toBe('attempt: wrong worked')
  await at.look({ keyText: at.publicKey('ES256') })
  await at.attempt()
  expect(at.outcome(2)).toBe('attempt: done')
})

test('what is no second signature, and a wrong ratio', async () => {
  const at = await withPairs()
  await at.look({ keyText: at.publicKey('RS256') })
  await at.sign('RS256')
  await at.attempt()
  await at.sign('RS256')
  expect(at.outcome(3)).toBe('twice: wrong same')
  await at.sign('ES256')
  await at.sign('ES256')
  expect(at.outcome(3)).toBe('twice: wrong unseen')
  await at.look({ keyText: at.publicKey('ES256') })
  expect(at.outcome(3)).toBe('twice: wrong unseen')
  await at.sign('ES256')
  at.answer(8)
  expect([at.outcome(3), at.outcome(4)]).toEqual(['twice: done', 'sizes: wrong ratio'])
})
