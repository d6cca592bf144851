import { expect, test } from 'vitest'
import { encode } from '../../../src/core/produce/sign.ts'
import { what } from '../../../src/state/lessons/what.ts'
import { begun, clicked, NOW, outcomes, sceneOf } from './scene.ts'

test('the three claims in turn, and all three roles', async () => {
  let { work, scene } = await begun(what)
  for (const name of ['iss', 'user_id', 'exp']) {
    scene = clicked(scene, name)
    work = what.observe!(work, scene)
  }
  work = { ...work, roles: ['verifier', 'holder', 'issuer'] }
  expect(outcomes(what, work, scene)).toEqual([
    'issuer: done',
    'subject: done',
    'expiry: done',
    'roles: done',
  ])
})

test('another claim is named as not it, and the right one mends that', async () => {
  let { work, scene } = await begun(what)
  scene = clicked(scene, 'aud')
  work = what.observe!(work, scene)
  expect(outcomes(what, work, scene)[0]).toBe('issuer: wrong other')
  expect(what.observe!(work, scene)).toBe(work)
  work = what.observe!(work, clicked(scene, 'iss'))
  expect(outcomes(what, work, scene).slice(0, 2)).toEqual(['issuer: done', 'subject: open'])
})

test('a token of the learner’s own: sub will do, and what it does not say is told', async () => {
  const { work } = await begun(what)
  const own = (payload: object) =>
    sceneOf({ text: `${encode('{"alg":"HS256"}')}.${encode(JSON.stringify(payload))}.AA` })
  let scene = await own({ iss: 'me', sub: 'you', exp: NOW })
  const answered = ['iss', 'sub', 'exp'].reduce(
    (done, name) => what.observe!(done, clicked(scene, name)),
    work,
  )
  expect(answered.answered).toBe(3)
  scene = await own({ user_id: 1, exp: NOW })
  expect(outcomes(what, work, scene)[0]).toBe('issuer: wrong silent')
})
