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

  await clock.press('Home')
  await at.taskIs('early', 'done')
  await clock.press('End')
  await at.taskIs('expired', 'done')
  for (let i = 0; i < 5; i++) await clock.press('PageDown')
  await at.taskIs('valid', 'done')
  await at.taskIs('leeway', 'wrong')
  await expect.poll(() => at.task('leeway').innerText()).toContain('The tolerance is 0')
  await tolerance.fill('30')
  await expect.poll(() => at.task('leeway').innerText()).toContain('valid without any tolerance')
  await at.lesson.getByRole('button', { name: 'exp', exact: true }).click()
  await at.taskIs('leeway', 'wrong')
  await clock.press('ArrowLeft')
  await at.taskIs('leeway', 'done')

  const claims = JSON.parse(await payload.inputValue()) as { exp: number }
  await payload.fill(JSON.stringify({ ...claims, exp: claims.exp * 1000 }))
  await at.taskIs('milliseconds', 'wrong')
  await expect.poll(() => at.task('milliseconds').innerText()).toContain('Sign it.')
  await at.button('Sign').click()
  await at.taskIs('milliseconds', 'done')
  await at.button('Take the token of a bug report').click()
  await at.reaches('verified')
  const reported = JSON.parse(await payload.inputValue()) as { exp: number }
  expect(String(reported.exp)).toHaveLength(13)
  await payload.fill(JSON.stringify({ ...reported, exp: Math.floor(reported.exp / 10_000) }))
  await at.taskIs('repair', 'wrong')
  await at.isNotLearned()
  await payload.fill(JSON.stringify({ ...reported, exp: Math.floor(reported.exp / 1000) }))
  await at.taskIs('repair', 'wrong')
  await at.button('Sign').click()
  await at.isLearned()

  // The clock is given back.
  await at.app.getByRole('link', { name: 'Inspect' }).click()
  await expect.poll(() => at.region('Checks').getByText('Evaluate at another time').count()).toBe(1)
}
