/** Lesson 14, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const sdJwt: Walk = async (at) => {
  await at.opens('sd-jwt')
  await at.guesses(/^Yes: what is signed/)

  for (const name of ['given_name', 'family_name', 'birthdate'])
    await at.ticks(at.lesson.getByRole('checkbox', { name }))
  await at.presses(at.button('Issue the credential'))
  await at.taskIs('issue', 'wrong')
  await expect.poll(() => at.task('issue').innerText()).toContain('“email” stands in the payload')
  await at.ticks(at.lesson.getByRole('checkbox', { name: 'email' }))
  await at.presses(at.button('Issue the credential'))
  await at.reaches('verified')
  await at.taskIs('issue', 'done')

  await at.taskIs('show', 'wrong')
  for (const name of ['given_name', 'family_name', 'birthdate'])
    await at.presses(at.button(`Leave out ${name}`))
  await at.taskIs('show', 'done')

  const digest = await at.app
    .getByRole('listitem')
    .filter({ hasText: 'Digest' })
    .locator('code')
    .filter({ hasText: /^[\w-]{43}$/ })
    .innerText()
  await at.enters('Payload', '"sha-256"')
  await at.taskIs('digest', 'wrong')
  await at.enters('Payload', digest)
  await at.taskIs('digest', 'done')

  const text = await at.token.innerText()
  const place = text.indexOf('~') + 8
  await at.isNotLearned()
  await at.writes(
    at.token,
    `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`,
  )
  await at.reaches('failed')
  await at.isLearned()
}
