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
  await key('key-1').check()
  await at.taskIs('pick', 'wrong')
  await key('key-2').check()
  await at.taskIs('pick', 'done')

  const line = at.lesson.getByRole('slider', { name: 'Point in time' })
  const published = (kid: string) => at.lesson.getByRole('checkbox', { name: kid })
  const forward = () => line.press('ArrowRight')
  await at.button('Begin at point 0').click()
  await at.taskIs('keep', 'wrong')
  await expect.poll(() => at.task('keep').innerText()).toContain('key-1 is not in the set')
  await at.reaches('failed')
  await published('key-1').check()
  await at.reaches('verified')
  await at.taskIs('keep', 'open')
  await forward()
  await forward()
  await published('key-1').uncheck()
  await forward()
  await forward()
  await at.taskIs('publish', 'wrong')
  await line.press('ArrowLeft')
  await published('key-3').check()
  await at.taskIs('publish', 'done')
  await forward()
  await published('key-2').check()
  for (let i = 0; i < 3; i++) await forward()
  await at.taskIs('keep', 'done')
  await at.taskIs('retire', 'wrong')
  await published('key-2').uncheck()
  await at.taskIs('retire', 'done')

  const wanted = await at.lesson.getByText('Whose thumbprint is this?').locator('code').innerText()
  await at.isNotLearned()
  const keys = JSON.parse(set) as { keys: JWK[] }
  const prints = new Map<string, string>()
  for (const jwk of keys.keys) prints.set(await calculateJwkThumbprint(jwk), jwk.kid!)
  const asked = prints.get(wanted)!
  const other = [...prints.values()].find((kid) => kid !== asked)!
  await at.button(`${other} alone`).click()
  await at.taskIs('thumbprint', 'wrong')
  await at.button(`${asked} alone`).click()
  await at.isLearned()
  expect(await at.line('Key')).toContain(wanted)
}
