/** Lesson 8, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const clocks: Walk = async (at) => {
  await at.opens('clocks')
  await at.guesses(/^Two clocks differ/)
  await at.lesson.getByText('Right.').waitFor()
  const clock = at.lesson.getByRole('slider', { name: 'Evaluate at' })
  const tolerance = at.lesson.getByRole('spinbutton', { name: 'Clock tolerance, seconds' })
  const payload = at.lesson.getByRole('textbox', { name: 'Edit the payload' })

  await at.presses(clock, 'Home')
  await at.taskIs('early', 'done')
  await at.presses(clock, 'End')
  await at.taskIs('expired', 'done')
  await at.holds('PageDown', 5)
  await at.taskIs('valid', 'done')
  await at.taskIs('leeway', 'wrong')
  await expect.poll(() => at.task('leeway').innerText()).toContain('The tolerance is 0')
  await at.writes(tolerance, '30')
  await expect.poll(() => at.task('leeway').innerText()).toContain('valid without any tolerance')
  await at.presses(at.lesson.getByRole('button', { name: 'exp', exact: true }))
  await at.taskIs('leeway', 'wrong')
  await at.presses(clock, 'ArrowLeft')
  await at.taskIs('leeway', 'done')

  const claims = JSON.parse(await payload.inputValue()) as { exp: number }
  await at.writes(payload, JSON.stringify({ ...claims, exp: claims.exp * 1000 }))
  await at.taskIs('milliseconds', 'wrong')
  await expect.poll(() => at.task('milliseconds').innerText()).toContain('Sign it.')
  await at.presses(at.button('Sign'))
  await at.taskIs('milliseconds', 'done')
  await at.presses(at.button('Take the token of a bug report'))
  await at.reaches('verified')
  const reported = JSON.parse(await payload.inputValue()) as { exp: number }
  expect(String(reported.exp)).toHaveLength(13)
  await at.writes(payload, JSON.stringify({ ...reported, exp: Math.floor(reported.exp / 10_000) }))
  await at.taskIs('repair', 'wrong')
  await at.isNotLearned()
  await at.writes(payload, JSON.stringify({ ...reported, exp: Math.floor(reported.exp / 1000) }))
  await at.taskIs('repair', 'wrong')
  await at.presses(at.button('Sign'))
  await at.isLearned()

  // The clock is given back.
  await at.presses(at.app.getByRole('link', { name: 'Inspect' }))
  await expect.poll(() => at.region('Checks').getByText('Evaluate at another time').count()).toBe(1)
}
