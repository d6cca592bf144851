/** Lesson 13, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const jwe: Walk = async (at) => {
  await at.opens('jwe')
  await at.guesses('Its header.')
  await at.lesson.getByText('Right.').waitFor()
  await at.reaches('verified')

  await at.chooses(at.lesson.getByRole('radio', { name: 'RSA-OAEP-256' }))
  await at.presses(at.button('Encrypt the claims').first())
  await at.reaches('needs-key')
  await at.taskIs('encrypt', 'done')
  const parts = at.lesson.getByRole('spinbutton', { name: 'Parts that I count' })
  await at.writes(parts, '3')
  await at.taskIs('parts', 'wrong')
  await at.writes(parts, '5')
  await at.taskIs('parts', 'done')
  await at.enters('Header', '"enc"')
  await at.taskIs('read', 'done')
  await at.presses(at.button('Put a stranger’s key in'))
  await at.reaches('failed')
  await at.taskIs('open', 'wrong')
  await at.presses(at.button('Put the keys into the Key box'))
  await at.reaches('decrypted')
  await at.taskIs('open', 'done')
  await expect.poll(() => at.region('Payload').innerText()).toContain('"room"')

  await at.presses(at.button('Encrypt the claims, then sign'))
  await at.taskIs('nest', 'wrong')
  await at.presses(at.button('Sign the claims, then encrypt'))
  await expect.poll(() => at.task('nest').innerText()).toContain('cty')
  await at.isNotLearned()
  await at.ticks(at.lesson.getByRole('checkbox', { name: /^Say in the outer header/ }))
  await at.presses(at.button('Sign the claims, then encrypt'))
  await at.reaches('verified')
  await at.isLearned()
}
