/** Lesson 12, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const sso: Walk = async (at) => {
  const says = (task: string, text: string) =>
    expect.poll(() => at.task(task).innerText(), { timeout: 5_000 }).toContain(text)
  const checksOf = (service: string) => at.lesson.getByRole('group', { name: `${service}: checks` })

  await at.opens('sso')
  await at.guesses(/^Yes: the provider vouches/)
  await at.lesson.getByText('Not quite.').waitFor()
  await at.button('Sign in at the provider').click()
  await at.reaches('verified')
  await at.taskIs('login', 'done')
  // The ID token is in the box, and the API as it comes takes it.
  await at.button('Send to the API').click()
  await says('api', 'The API took “ID token”. What it did not check would have told: aud, typ.')
  for (const [token, ...services] of [
    ['Access token', 'API', 'client'],
    ['Access token for another API', 'API'],
    ['Access token of another tenant', 'API'],
    ['ID token for the API’s console', 'API'],
    ['ID token for another client', 'client'],
    ['ID token of an earlier login', 'client'],
    ['ID token', 'client'],
  ] as const) {
    await at.lesson.getByRole('button', { name: token, exact: true }).click()
    for (const service of services) await at.button(`Send to the ${service}`).click()
  }
  for (const name of ['aud', 'iss', 'typ']) {
    await at.taskIs('api', 'wrong')
    await checksOf('API').getByRole('checkbox', { name }).check()
  }
  await at.taskIs('api', 'done')
  await checksOf('Client').getByRole('checkbox', { name: 'nonce' }).check()
  await says('client', 'took “ID token for another client”')
  await checksOf('Client').getByRole('checkbox', { name: 'aud' }).check()
  await at.taskIs('client', 'done')

  await at.button('Letter 1').click()
  await at.button('Reject this letter').click()
  await at.taskIs('impostor', 'wrong')
  await at.button('Secret that all suppliers share').click()
  await at.reaches('verified')
  await at.button('Accept this letter').click()
  await says('impostor', 'every supplier has that secret')
  await at.button('Letter 2').click()
  await at.button('Accept this letter').click()
  await at.taskIs('partner', 'wrong')
  await at.button('Partner’s public key').click()
  await at.reaches('verified')
  await at.button('Accept this letter').click()
  await at.taskIs('partner', 'done')
  await at.isNotLearned()
  await at.button('Letter 1').click()
  await at.button('Reject this letter').click()
  await at.isLearned()
}
