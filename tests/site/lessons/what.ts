/** Lesson 1, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const what: Walk = async (at) => {
  await at.opens('what')
  await at.guesses(/^Nothing/)
  await at.lesson.getByText('Not quite.').waitFor()
  await at.clicks('Payload', '"aud"')
  await at.taskIs('issuer', 'wrong')
  await expect.poll(() => at.task('issuer').innerText()).toContain('You clicked “aud”')

  // The caret that passes over a claim answers nothing; Enter does.
  await at.page.keyboard.press('ArrowDown')
  await at.taskIs('issuer', 'wrong')
  await at.page.keyboard.press('Enter')
  await at.taskIs('issuer', 'done')
  await at.presses(at.token, 'Control+Home')
  await at.holds('ArrowRight', 250)
  await at.taskIs('subject', 'open')

  for (const [task, claim] of [
    ['subject', '"user_id"'],
    ['expiry', '"exp"'],
  ] as const) {
    await at.enters('Payload', claim)
    await at.taskIs(task, 'done')
  }
  await at.isNotLearned()
  for (const role of ['Issuer', 'Holder', 'Verifier'])
    await at.chooses(at.lesson.getByRole('radio', { name: role }))
  await at.isLearned()
}
