import { expect, test } from 'vitest'
import type { Scene } from '../../../src/state/lessons/lesson.ts'
import { claim, claimsIn } from '../../../src/state/lessons/payload.ts'
import {
  disclosuresIn,
  issue,
  personal,
  sdJwt,
  WANTED,
  type Work,
  without,
} from '../../../src/state/lessons/sdJwt.ts'
import { begun, outcomes, sceneOf } from './scene.ts'

async function issued(hidden: readonly string[]): Promise<{ work: Work; scene: Scene }> {
  const { work, inputs } = await begun(sdJwt)
  const chosen = { ...work, hidden }
  const scene = await sceneOf({ ...inputs, text: await issue(chosen) })
  return { work: sdJwt.observe!(chosen, scene), scene }
}

/** The holder leaves out all disclosures but these. */
async function shown(scene: Scene, ...names: string[]): Promise<Scene> {
  let next = scene
  for (let index = disclosuresIn(next).length - 1; index >= 0; index--) {
    if (names.includes(disclosuresIn(next)[index]!)) continue
    next = await sceneOf({ ...next.inputs, text: without(next, index)! })
  }
  return next
}

/** With a string in `_sd` clicked. */
function clickedAt(scene: Scene, digest: string): Scene {
  const from = claimsIn(scene)!.text.indexOf(digest)
  return { ...scene, chosen: { in: 'segment', name: 'payload', octets: { from, to: from + 1 } } }
}

test('what stays in the clear, and what every verifier has to see, is named', async () => {
  const some = await issued(['given_name', 'family_name', WANTED])
  expect(outcomes(sdJwt, some.work, some.scene)[0]).toBe('issue: wrong bare')
  const all = await issued([...personal, 'exp'])
  expect(outcomes(sdJwt, all.work, all.scene)[0]).toBe('issue: wrong required')
})

test('issue, show, find the digest, forge', async () => {
  let { work, scene } = await issued(personal)
  expect(outcomes(sdJwt, work, scene)).toEqual([
    'issue: done',
    'show: wrong more',
    'digest: open',
    'forge: open',
  ])
  const none = await shown(scene)
  expect(outcomes(sdJwt, work, none)[1]).toBe('show: wrong less')

  scene = await shown(scene, WANTED)
  work = sdJwt.observe!(work, scene)
  expect(outcomes(sdJwt, work, scene)[1]).toBe('show: done')

  const own = scene.answer!.proofs!.presented!.digested.digests[0]!
  const other = (claim(scene, '_sd') as string[]).find((digest) => digest !== own)!
  work = sdJwt.observe!(work, clickedAt(scene, other))
  expect(outcomes(sdJwt, work, scene)[2]).toBe('digest: wrong other')
  work = sdJwt.observe!(work, clickedAt(scene, 'vct'))
  expect(outcomes(sdJwt, work, scene)[2]).toBe('digest: wrong no-digest')
  work = sdJwt.observe!(work, clickedAt(scene, own))
  expect(outcomes(sdJwt, work, scene)[2]).toBe('digest: done')

  const { text } = scene.inputs
  const swapped = (at: number) => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  const broken = await sceneOf({ ...scene.inputs, text: swapped(text.indexOf('~') - 10) })
  expect(outcomes(sdJwt, sdJwt.observe!(work, broken), broken)[3]).toBe('forge: wrong jws')
  // Whatever the character was and whatever becomes of the JSON in the disclosure.
  const tilde = text.indexOf('~')
  for (let at = tilde + 1; at < text.lastIndexOf('~'); at++) {
    const forged = await sceneOf({ ...scene.inputs, text: swapped(at) })
    expect(outcomes(sdJwt, sdJwt.observe!(work, forged), forged)[3], `character ${at}`).toBe('forge: done')
  }
  const whole = await sceneOf({ ...scene.inputs, text: `${text.slice(0, tilde)}~WyJhIiwiZW1haWwiLCJiIl0~` })
  expect(outcomes(sdJwt, sdJwt.observe!(work, whole), whole)[3]).toBe('forge: wrong altogether')
  const doubled = await sceneOf({ ...scene.inputs, text: `${text}${text.slice(tilde + 1)}` })
  expect(doubled.word).toBe('failed')
  expect(outcomes(sdJwt, sdJwt.observe!(work, doubled), doubled)[3]).toBe('forge: open')
})
