import { expect, test } from 'vitest'
import {
  jwe,
  keySet,
  sealed,
  sealedThenSigned,
  strangersKey,
  type Work,
} from '../../../src/state/lessons/jwe.ts'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

const header = { in: 'segment', name: 'protected', octets: { from: 2, to: 3 } } as const
const ciphertext = { in: 'segment', name: 'ciphertext', octets: { from: 2, to: 3 } } as const

const after = (work: Work, scene: Scene) => jwe.observe!(work, scene)

test.each(['dir', 'RSA-OAEP-256'] as const)('%s: encrypt, count, read, open, nest', async (alg) => {
  let { work } = await begun(jwe)
  const keys = work.keys!
  const text = await sealed(work.claims, alg, keys, false)
  let scene = await sceneOf({ text })
  work = after({ ...work, opening: text, counted: 3 }, scene)
  expect(outcomes(jwe, work, scene)).toEqual([
    'encrypt: done',
    'parts: wrong count',
    'read: open',
    'open: open',
    'nest: open',
  ])
  work = after({ ...work, counted: 5 }, { ...scene, chosen: ciphertext })
  expect(outcomes(jwe, work, scene).slice(1, 3)).toEqual(['parts: done', 'read: wrong noise'])
  work = after(work, { ...scene, chosen: header })
  expect(outcomes(jwe, work, scene)[2]).toBe('read: done')

  scene = await sceneOf({ text, keyText: await strangersKey(scene) })
  work = after(work, scene)
  expect(outcomes(jwe, work, scene)[3]).toBe('open: wrong wrong-key')
  scene = await sceneOf({ text, keyText: keySet(keys) })
  work = after(work, scene)
  expect(outcomes(jwe, work, scene).slice(3)).toEqual(['open: done', 'nest: open'])

  const wrong = [
    [await sealedThenSigned(work, alg, keys), 'outside'],
    [await sealed(work.signed, alg, keys, false), 'cty'],
  ] as const
  for (const [nested, why] of wrong) {
    scene = await sceneOf({ text: nested, keyText: keySet(keys) })
    work = after(work, scene)
    expect(outcomes(jwe, work, scene)[4]).toBe(`nest: wrong ${why}`)
  }
  scene = await sceneOf({ text: await sealed(work.signed, alg, keys, true), keyText: keySet(keys) })
  work = after(work, scene)
  expect(outcomes(jwe, work, scene).every((outcome) => outcome.endsWith(': done'))).toBe(true)
})

test('a nested token whose signer’s key is missing is open, and not verified', async () => {
  const { work } = await begun(jwe)
  const keys = work.keys!
  const only = JSON.stringify(keys.shared)
  const scene = await sceneOf({ text: await sealed(work.signed, 'dir', keys, true), keyText: only })
  expect(outcomes(jwe, after(work, scene), scene)[4]).toBe('nest: wrong unverified')
})

test('what only names the key is not encrypted with it, and what was made elsewhere counts once it opens', async () => {
  const { work } = await begun(jwe)
  const keys = work.keys!
  const text = await sealed(work.claims, 'dir', keys, false)
  const [prefix] = text.split('.')
  const garbage = await sceneOf({ text: `${prefix}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA` })
  expect(garbage.word).toBe('needs-key')
  expect(after({ ...work, counted: 5 }, garbage).done).toEqual([])
  const closed = await sceneOf({ text })
  expect(after(work, closed).done).toEqual([])
  const opened = after(work, await sceneOf({ text, keyText: keySet(keys) }))
  expect(opened.done).toEqual(['encrypt', 'open'])
  expect(after(opened, { ...closed, chosen: header }).done).toContain('read')
})

test('somebody else’s encrypted token is none of the learner’s making', async () => {
  const { work } = await begun(jwe)
  const other = await begun(jwe)
  const theirs = { ...other.work.keys!, shared: { ...other.work.keys!.shared, kid: 'theirs' } }
  const text = await sealed(other.work.signed, 'dir', theirs, true)
  const chosen = { ...work, counted: 5 }
  for (const keyText of ['', keySet(theirs)]) {
    const scene = await sceneOf({ text, keyText }, { chosen: header })
    expect(scene.word).toBe(keyText === '' ? 'needs-key' : 'verified')
    expect(after(chosen, scene)).toBe(chosen)
  }
})
