/** Lesson 6, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const publicKeys: Walk = async (at) => {
  await at.opens('public-keys')
  await at.guesses('The public key, which anybody may have.')
  await at.lesson.getByText('Right.', { exact: true }).waitFor()
  await at.button('Make an ES256 pair').press('Enter')
  await expect
    .poll(() =>
      at.lesson
        .getByRole('group', { name: 'ES256' })
        .getByRole('button')
        .first()
        .evaluate((button) => button === document.activeElement),
    )
    .toBe(true)
  await at.button('Make an RS256 pair').click()
  await at.taskIs('pairs', 'done')

  await at.button('Put the public JWK for ES256 into the Key box').click()
  await at.taskIs('verify', 'wrong')
  await expect.poll(() => at.task('verify').innerText()).toContain('signed with another key')
  await at.button('Sign with the private key for RS256').click()
  await at.button('Put the public JWK for RS256 into the Key box').click()
  await at.reaches('verified')
  await at.taskIs('verify', 'done')
  expect(await at.key.inputValue()).not.toContain('"d"')

  await at.button('Sign with the key in the Key box').click()
  await at.taskIs('attempt', 'done')
  expect(await at.lesson.getByText(/^Refused by the browser/).innerText()).toMatch(
    /The JWK has (?:kty|n|e), (?:kty|n|e), (?:kty|n|e); .* it would need d, .*qi/,
  )

  await at.button('Sign with the private key for RS256').click()
  await at.taskIs('twice', 'wrong')
  await at.button('Put the public JWK for ES256 into the Key box').click()
  const signatures: string[] = []
  for (let i = 0; i < 2; i++) {
    await at.button('Sign with the private key for ES256').click()
    await expect.poll(async () => signatures.includes(await at.token.innerText())).toBe(false)
    await at.reaches('verified')
    signatures.push(await at.token.innerText())
  }
  await at.taskIs('twice', 'done')
  expect(signatures[0]).not.toBe(signatures[1])

  await at.lesson.getByText('From signing input to signature, step by step').click()
  for (const piece of ['r', 's']) await at.lesson.locator(`[data-piece="${piece}"]`).waitFor()

  const ratio = at.lesson.getByRole('spinbutton', { name: 'RS256, times as long' })
  await ratio.fill('2')
  await at.taskIs('sizes', 'wrong')
  await at.isNotLearned()
  await ratio.fill('4')
  await at.isLearned()
}
