/** Lesson 4, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const claims: Walk = async (at) => {
  await at.opens('claims')
  await at.reaches('verified')
  await at.guesses(/^No: aud has/)
  await expect.poll(at.findings).toEqual(['time-unit error', 'time-unit error'])

  await at.enters('Payload', '"client_id"')
  await at.taskIs('private', 'wrong')
  await expect.poll(() => at.task('private').innerText()).toContain('“client_id” is in the IANA registry')
  await at.enters('Payload', '"cart"')
  await at.taskIs('private', 'done')

  const payload = at.lesson.getByRole('textbox', { name: 'Edit the payload' })
  const repair = async (from: RegExp, to: string) =>
    at.writes(payload, (await payload.inputValue()).replace(from, to))
  await repair(/"exp": "(\d+)"/, '"exp": $1000')
  await at.taskIs('exp', 'wrong')
  await repair(/"exp": (\d+)000/, '"exp": $1')
  await at.taskIs('exp', 'done')
  await repair(/"iat": (\d+)000/, '"iat": $1')
  await at.taskIs('iat', 'done')
  await repair(/"sub": (\d+)/, '"sub": "$1"')
  await at.taskIs('sub', 'done')

  await at.chooses(at.lesson.getByRole('radio', { name: 'aud as an array' }))
  await at.taskIs('aud', 'wrong')
  await repair(/billing\.example/, 'orders.example')
  await at.taskIs('aud', 'done')
  await at.taskIs('whole', 'wrong')
  await at.isNotLearned()

  await at.presses(at.lesson.getByText('Registered claims'))
  await at.presses(at.button('Add nbf'))
  await at.taskIs('added', 'done')
  await at.presses(at.button('Sign as the issuer'))
  await at.reaches('verified')
  await at.isLearned()
  await expect.poll(at.findings).toEqual([])
}
