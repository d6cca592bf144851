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
  await at.presses(at.button('Sign in at the provider'))
  await at.reaches('verified')
  await at.taskIs('login', 'done')
  // The ID token is in the box, and the API as it comes takes it.
  await at.presses(at.button('Send to the API'))
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
    await at.presses(at.lesson.getByRole('button', { name: token, exact: true }))
    for (const service of services) await at.presses(at.button(`Send to the ${service}`))
  }
  for (const name of ['aud', 'iss', 'typ']) {
    await at.taskIs('api', 'wrong')
    await at.ticks(checksOf('API').getByRole('checkbox', { name }))
  }
  await at.taskIs('api', 'done')
  await at.ticks(checksOf('Client').getByRole('checkbox', { name: 'nonce' }))
  await says('client', 'took “ID token for another client”')
  await at.ticks(checksOf('Client').getByRole('checkbox', { name: 'aud' }))
  await at.taskIs('client', 'done')

  await at.presses(at.button('Letter 1'))
  await at.presses(at.button('Reject this letter'))
  await at.taskIs('impostor', 'wrong')
  await at.presses(at.button('Secret that all suppliers share'))
  await at.reaches('verified')
  await at.presses(at.button('Accept this letter'))
  await says('impostor', 'every supplier has that secret')
  await at.presses(at.button('Letter 2'))
  await at.presses(at.button('Accept this letter'))
  await at.taskIs('partner', 'wrong')
  await at.presses(at.button('Partner’s public key'))
  await at.reaches('verified')
  await at.presses(at.button('Accept this letter'))
  await at.taskIs('partner', 'done')
  await at.isNotLearned()
  await at.presses(at.button('Letter 1'))
  await at.presses(at.button('Reject this letter'))
  await at.isLearned()
}
