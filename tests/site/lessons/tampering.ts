/** Lesson 7, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const tampering: Walk = async (at) => {
  await at.opens('tampering')
  await at.guesses(/^It cannot be changed/)
  await at.lesson.getByText('Not quite.').waitFor()
  await at.reaches('verified')
  const payload = at.lesson.getByRole('textbox', { name: 'Edit the payload' })
  const edit = async (from: string, to: string) =>
    at.writes(payload, (await payload.inputValue()).replace(from, to))

  await edit('"access"', '"refresh"')
  await at.reaches('failed')
  await at.taskIs('payload', 'wrong')
  await expect.poll(() => at.task('payload').innerText()).toContain('user_id is still 7')
  await edit('"user_id":"7"', '"user_id":"1"')
  await at.taskIs('payload', 'done')

  const bit = at.lesson.getByRole('spinbutton', { name: 'Bit of the signature' })
  await at.writes(bit, '9')
  await at.presses(at.button('Flip the bit'))
  await at.taskIs('bit', 'wrong')
  await at.presses(at.button('Put the issuer’s token and key back'))
  await at.reaches('verified')
  await at.presses(at.button('Flip the bit'))
  await at.taskIs('bit', 'done')

  await at.presses(at.button('Sign with a key of my own'))
  await at.taskIs('key', 'done')
  await edit('"user_id":"7"', '"user_id":"1"')
  await at.taskIs('right', 'wrong')
  await at.presses(at.button('Sign with the issuer’s key'))
  await at.reaches('verified')
  await at.taskIs('right', 'done')

  const choose = (name: string, answer: 'Yes' | 'No') =>
    at.chooses(at.lesson.getByRole('group', { name }).getByRole('radio', { name: answer }))
  await choose('Payload changed: not verified', 'Yes')
  await choose('One bit of the signature changed: not verified', 'Yes')
  await choose('Signed with another key: not verified', 'Yes')
  await choose('Signed with the issuer’s key: verified', 'Yes')
  await at.taskIs('attacker', 'wrong')
  await at.isNotLearned()
  await choose('Signed with the issuer’s key: verified', 'No')
  await at.isLearned()
}
