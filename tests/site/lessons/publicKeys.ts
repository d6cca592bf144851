/** Lesson 6, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const publicKeys: Walk = async (at) => {
  await at.opens('public-keys')
  await at.guesses('The public key, which anybody may have.')
  await at.lesson.getByText('Right.', { exact: true }).waitFor()
  await at.presses(at.button('Make an ES256 pair'))
  await expect
    .poll(() =>
      at.lesson
        .getByRole('group', { name: 'ES256' })
        .getByRole('button')
        .first()
        .evaluate((button) => button === document.activeElement),
    )
    .toBe(true)
  await at.presses(at.button('Make an RS256 pair'))
  await at.taskIs('pairs', 'done')

  await at.presses(at.button('Put the public JWK for ES256 into the Key box'))
  await at.taskIs('verify', 'wrong')
  await expect.poll(() => at.task('verify').innerText()).toContain('signed with another key')
  await at.presses(at.button('Sign with the private key for RS256'))
  await at.presses(at.button('Put the public JWK for RS256 into the Key box'))
  await at.reaches('verified')
  await at.taskIs('verify', 'done')
  expect(await at.key.inputValue()).not.toContain('"d"')

  await at.presses(at.button('Sign with the key in the Key box'))
  await at.taskIs('attempt', 'done')
  await expect
    .poll(() => at.lesson.getByText(/^Refused by the browser/).innerText())
    .toMatch(/The JWK has (?:kty|n|e), (?:kty|n|e), (?:kty|n|e); .* it lacks d, .*qi/)

  await at.presses(at.button('Sign with the private key for RS256'))
  await at.taskIs('twice', 'wrong')
  await at.presses(at.button('Put the public JWK for ES256 into the Key box'))
  const signatures: string[] = []
  for (let i = 0; i < 2; i++) {
    await at.presses(at.button('Sign with the private key for ES256'))
    await expect.poll(async () => signatures.includes(await at.token.innerText())).toBe(false)
    await at.reaches('verified')
    signatures.push(await at.token.innerText())
  }
  await at.taskIs('twice', 'done')
  expect(signatures[0]).not.toBe(signatures[1])

  await at.presses(at.lesson.getByText('From signing input to signature, step by step'))
  for (const piece of ['r', 's']) await at.lesson.locator(`[data-piece="${piece}"]`).waitFor()

  const ratio = at.lesson.getByRole('spinbutton', { name: 'RS256, times as long' })
  await at.writes(ratio, '2')
  await at.taskIs('sizes', 'wrong')
  await at.isNotLearned()
  await at.writes(ratio, '4')
  await at.isLearned()
}
