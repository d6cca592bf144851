/** Lesson 14, gone through as a learner does. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, open, type Site, serveSite } from '../harness.ts'
import { learner } from './learner.ts'

let browser: Browser
let site: Site
let at: ReturnType<typeof learner>

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  at = learner(await open(await browser.newContext({ viewport: { width: 1400, height: 900 } }), site.url))
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('showing only part', async () => {
  await at.opens('sd-jwt')
  await at.guesses(/^Yes: what is signed/)

  for (const name of ['given_name', 'family_name', 'birthdate'])
    await at.lesson.getByRole('checkbox', { name }).check()
  await at.button('Issue the credential').click()
  await at.taskIs('issue', 'wrong')
  expect(await at.task('issue').innerText()).toContain('“email” stands in the payload')
  await at.lesson.getByRole('checkbox', { name: 'email' }).check()
  await at.button('Issue the credential').click()
  await at.reaches('verified')
  await at.taskIs('issue', 'done')

  await at.taskIs('show', 'wrong')
  for (const name of ['given_name', 'family_name', 'birthdate']) await at.button(`Leave out ${name}`).click()
  await at.taskIs('show', 'done')

  const digest = await at.app
    .getByRole('listitem')
    .filter({ hasText: 'Digest' })
    .locator('code')
    .filter({ hasText: /^[\w-]{43}$/ })
    .innerText()
  await at.clicks('Payload', '"sha-256"')
  await at.taskIs('digest', 'wrong')
  await at.clicks('Payload', digest)
  await at.taskIs('digest', 'done')

  const text = await at.token.innerText()
  const place = text.indexOf('~') + 8
  await at.isNotLearned()
  await at.token.fill(`${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`)
  await at.reaches('failed')
  await at.isLearned()
})
