/** Lesson 1, gone through as a learner does. */
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

test('what this string is', async () => {
  await at.opens('what')
  await at.guesses(/^Nothing/)
  await at.lesson.getByText('Not quite.').waitFor()
  await at.clicks('Payload', '"aud"')
  await at.taskIs('issuer', 'wrong')
  expect(await at.task('issuer').innerText()).toContain('You clicked “aud”')
  for (const [task, claim] of [
    ['issuer', '"iss"'],
    ['subject', '"sub"'],
    ['expiry', '"exp"'],
  ] as const) {
    await at.clicks('Payload', claim)
    await at.taskIs(task, 'done')
  }
  await at.isNotLearned()
  for (const role of ['Issuer', 'Holder', 'Verifier'])
    await at.lesson.getByRole('radio', { name: role }).check()
  await at.isLearned()
})
