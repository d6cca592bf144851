import { expect, test } from 'vitest'
import { what } from '../../../src/state/lessons/what.ts'
import { begun, clicked, outcomes } from './scene.ts'

test('the three claims in turn, and all three roles', async () => {
  let { work, scene } = await begun(what)
  for (const name of ['iss', 'sub', 'exp']) {
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
