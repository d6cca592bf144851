/** Lesson 5, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const signingInput: Walk = async (at) => {
  await at.opens('signing-input')
  await at.guesses(/^The payload alone/)
  await at.lesson.getByText('Not quite.').waitFor()

  const secret = await at.lesson.getByText('The issuer’s secret').locator('..').locator('code').innerText()
  await at.writes(at.key, secret)
  await at.reaches('failed')
  await at.taskIs('text', 'done')
  await at.verdict.locator('[data-diagnosis="secret-base64url"]').waitFor()
  await at.selects(at.keyFormat, 'Secret, base64')
  await at.taskIs('reading', 'wrong')
  await at.selects(at.keyFormat, 'Secret, base64url')
  await at.reaches('verified')
  await at.taskIs('reading', 'done')

  const compute = async (...pieces: readonly string[]) => {
    for (const piece of pieces) await at.ticks(at.lesson.getByRole('checkbox', { name: piece }))
    await at.presses(at.button('Compute'))
  }
  await compute('Header', 'Payload')
  await at.taskIs('compute', 'wrong')
  await expect.poll(() => at.task('compute').innerText()).toContain('The dot between the two parts')
  await compute('First dot')
  await at.taskIs('compute', 'done')

  const payload = at.lesson.getByRole('textbox', { name: 'Edit the payload' })
  const json = await payload.inputValue()
  await at.writes(payload, json.replace('user-42', 'user- 42'))
  await at.taskIs('space', 'wrong')
  await at.writes(payload, json.replace(',', ', '))
  await at.reaches('failed')
  await at.taskIs('space', 'done')
  const equal = (same: boolean) => at.lesson.locator(`[data-cell="mac"] [data-same="${same}"]`)
  await at.presses(at.lesson.getByText('From signing input to signature, step by step'))
  await equal(false).waitFor()
  await at.isNotLearned()
  await at.presses(at.button('Sign with the secret in the Key box'))
  await at.reaches('verified')
  await at.isLearned()
  await equal(true).waitFor()
}
