/** Lesson 10, gone through as a learner does. */

import { calculateJwkThumbprint, type JWK } from 'jose'
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const jwks: Walk = async (at) => {
  await at.opens('jwks')
  await at.guesses(/^Verify the issuer/)
  await at.lesson.getByText('Right.').waitFor()
  await at.reaches('verified')
  const set = await at.key.inputValue()
  const key = (kid: string) => at.lesson.getByRole('radio', { name: kid })
  await at.chooses(key('key-1'))
  await at.taskIs('pick', 'wrong')
  await at.chooses(key('key-2'))
  await at.taskIs('pick', 'done')

  const line = at.lesson.getByRole('slider', { name: 'Point in time' })
  const published = (kid: string) => at.lesson.getByRole('checkbox', { name: kid })
  const forward = () => at.presses(line, 'ArrowRight')
  await at.presses(at.button('Begin at point 0'))
  await at.taskIs('keep', 'wrong')
  await expect.poll(() => at.task('keep').innerText()).toContain('key-1 is not in the set')
  await at.reaches('failed')
  await at.ticks(published('key-1'))
  await at.reaches('verified')
  await at.taskIs('keep', 'open')
  await forward()
  await forward()
  await at.ticks(published('key-1'), false)
  await forward()
  await forward()
  await at.taskIs('publish', 'wrong')
  await at.presses(line, 'ArrowLeft')
  await at.ticks(published('key-3'))
  await at.taskIs('publish', 'done')
  await forward()
  await at.ticks(published('key-2'))
  for (let i = 0; i < 3; i++) await forward()
  await at.taskIs('keep', 'done')
  await at.taskIs('retire', 'wrong')
  await at.ticks(published('key-2'), false)
  await at.taskIs('retire', 'done')

  const wanted = await at.lesson.getByText('Whose thumbprint is this?').locator('code').innerText()
  await at.isNotLearned()
  const keys = JSON.parse(set) as { keys: JWK[] }
  const prints = new Map<string, string>()
  for (const jwk of keys.keys) prints.set(await calculateJwkThumbprint(jwk), jwk.kid!)
  const asked = prints.get(wanted)!
  const other = [...prints.values()].find((kid) => kid !== asked)!
  await at.presses(at.button(`${other} alone`))
  await at.taskIs('thumbprint', 'wrong')
  await at.presses(at.button(`${asked} alone`))
  await at.isLearned()
  expect(await at.line('Key')).toContain(wanted)
}
