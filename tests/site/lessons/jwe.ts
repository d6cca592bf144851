/** Lesson 13, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const jwe: Walk = async (at) => {
  await at.opens('jwe')
  await at.guesses('Its header.')
  await at.lesson.getByText('Right.').waitFor()
  await at.reaches('verified')

  await at.lesson.getByRole('radio', { name: 'RSA-OAEP-256' }).check()
  await at.button('Encrypt the claims').first().click()
  await at.reaches('needs-key')
  await at.taskIs('encrypt', 'done')
  const parts = at.lesson.getByRole('spinbutton', { name: 'Parts that I count' })
  await parts.fill('3')
  await at.taskIs('parts', 'wrong')
  await parts.fill('5')
  await at.taskIs('parts', 'done')
  await at.clicks('Header', '"enc"')
  await at.taskIs('read', 'done')
  await at.button('Put a stranger’s key in').click()
  await at.reaches('failed')
  await at.taskIs('open', 'wrong')
  await at.button('Put the keys into the Key box').click()
  await at.reaches('decrypted')
  await at.taskIs('open', 'done')
  await expect.poll(() => at.region('Payload').innerText()).toContain('"room"')

  await at.button('Encrypt the claims, then sign').click()
  await at.taskIs('nest', 'wrong')
  await at.button('Sign the claims, then encrypt').click()
  await expect.poll(() => at.task('nest').innerText()).toContain('cty')
  await at.isNotLearned()
  await at.lesson.getByRole('checkbox', { name: /^Say in the outer header/ }).check()
  await at.button('Sign the claims, then encrypt').click()
  await at.reaches('verified')
  await at.isLearned()
}
