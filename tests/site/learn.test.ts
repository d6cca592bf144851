/** The Learn view around its lessons: places in the address, what is kept of a person's, paper, and access for everybody. */
import type { Browser } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { lessonIds } from '../../src/content/lessonIds.ts'
import { violations } from './axe.ts'
import { type Opened, open } from './harness.ts'
import { hs256, secret } from './inspector.ts'
import { learner } from './lessons/learner.ts'
import { siteForTests } from './there.ts'

const there = siteForTests()

async function opened(options: Parameters<Browser['newContext']>[0] = {}, path = '') {
  const context = await there.browser.newContext({ viewport: { width: 1400, height: 900 }, ...options })
  return open(context, there.site.url + path)
}

const lessons = ({ app }: Opened) => app.getByRole('region', { name: 'Lessons' }).getByRole('listitem')

describe('places', () => {
  test('the address of a lesson opens it, and follows where the person goes', async () => {
    const page = await opened({}, '#/learn/what')
    const at = learner(page)
    await at.lesson.getByRole('heading', { name: 'What this string is' }).waitFor()
    await at.button('All lessons').click()
    await expect.poll(() => lessons(page).count()).toBe(lessonIds.length)
    await expect.poll(() => page.page.url()).toBe(`${there.site.url}#/learn`)
    await page.page.goBack()
    await at.lesson.waitFor()
    // In haste: the address catches up.
    await at.button('All lessons').click()
    await page.app.getByRole('link', { name: 'Inspect', exact: true }).click()
    await expect.poll(() => page.page.url()).toBe(there.site.url)
    await page.page.context().close()
  })

  test('the way back does not leave the page, nor lose what was pasted', async () => {
    const page = await opened()
    const at = learner(page)
    const token = hs256('{"mine":1}')
    await at.token.fill(token)
    await page.app.getByRole('link', { name: 'Learn', exact: true }).click()
    await lessons(page).first().waitFor()
    await page.page.goBack()
    await at.token.waitFor()
    await expect.poll(() => at.token.innerText()).toBe(token)
    await page.page.context().close()
  })

  test('script in the frame writes no place into the address by itself, and never one that is none', async () => {
    const page = await opened()
    const tell = (place: string) =>
      page.frame.evaluate((wanted) => {
        for (let i = 0; i < 3; i++) window.parent.postMessage({ type: 'show-place', place: wanted }, '*')
      }, place)
    for (const place of ['secret', '../x', 'learn/secret', '']) await tell(place)
    await page.page.waitForTimeout(200)
    expect(page.page.url()).toBe(there.site.url)
    await page.page.context().close()
  })
})

describe('what is a person’s', () => {
  test('their token stays until they start an exercise, and comes back with its key', async () => {
    const page = await opened()
    const at = learner(page)
    const token = hs256('{"mine":1}')
    await at.token.fill(token)
    await at.key.fill(secret)
    await page.page.evaluate(() => {
      location.hash = '#/learn/what'
    })
    await at.button('Start the exercise').waitFor()
    await expect.poll(() => at.token.innerText()).toBe(token)
    await at.button('Start the exercise').click()
    await at.button('Start over').waitFor()
    await expect.poll(() => at.token.innerText()).not.toBe(token)
    await at.button('Put back what was in the boxes').click()
    await at.reaches('verified')
    await expect.poll(() => at.token.innerText()).toBe(token)
    expect(await at.key.inputValue()).toBe(secret)
    await page.page.context().close()
  })

  test('by keyboard alone: what is pressed may go, the focus does not', async () => {
    const page = await opened()
    const at = learner(page)
    await at.writes(at.token, hs256('{"mine":1}'))
    await at.presses(page.app.getByRole('link', { name: 'Learn', exact: true }))
    const link = page.app.getByRole('link', { name: 'Two jobs' })
    await at.presses(link)
    await at.presses(at.button('Start the exercise'))
    await at.presses(at.button('Put back what was in the boxes'))
    await at.presses(at.button('Start the exercise'))
    await at.button('Start over').waitFor()
    await at.presses(at.button('Next lesson'))
    await at.lesson.getByRole('heading', { name: 'Hiding the content: JWE' }).waitFor()
    await at.ticks(at.lesson.getByRole('checkbox', { name: 'Remember which lesson I am at' }))
    await at.presses(at.button('All lessons'))
    await at.presses(page.app.getByRole('button', { name: 'Forget it' }))
    await at.presses(link)
    await at.lesson.getByRole('heading', { name: 'Two jobs' }).waitFor()
    await page.page.context().close()
  })

  test('nothing is kept but, if they want it, the name of the lesson', async () => {
    const page = await opened({}, '#/learn/what')
    const at = learner(page)
    const kept = () => page.page.evaluate(() => Object.entries(localStorage))
    await at.button('Start over').waitFor()
    expect(await kept()).toEqual([])
    await at.lesson.getByRole('checkbox', { name: 'Remember which lesson I am at' }).check()
    await expect.poll(kept).toEqual([['jotscope.lesson', 'what']])
    await page.page.goto(`${there.site.url}#/learn`)
    await page.page.reload()
    const later = page.app.getByRole('region', { name: 'Lessons' })
    await later.getByText('Go on with').getByRole('link', { name: 'What this string is' }).waitFor()
    await later.getByRole('button', { name: 'Forget it' }).click()
    await expect.poll(kept).toEqual([['jotscope.lesson', 'off']])
    await page.page.context().close()
  })
})

test('on paper there is the lesson alone, all of it', async () => {
  const page = await opened({}, '#/learn/what')
  const at = learner(page)
  await at.button('Start over').waitFor()
  await page.page.evaluate(() => {
    window.print = () => undefined
  })
  await at.button('Print').click()
  await page.page.emulateMedia({ media: 'print' })
  await at.lesson.getByRole('heading', { name: 'What to know' }).waitFor()
  expect(await at.token.isVisible()).toBe(false)
  expect(await at.button('Print').isVisible()).toBe(false)
  const frame = (await page.page.locator('body > iframe').boundingBox())!
  const lesson = (await at.lesson.boundingBox())!
  expect(frame.height).toBeGreaterThanOrEqual(lesson.height - 1)
  expect(frame.height).toBeLessThan(lesson.height + 100)
  await page.page.context().close()
})

describe.each([
  ['light', 1400],
  ['dark', 390],
] as const)('%s, %i px wide', (colorScheme, width) => {
  test('axe-core finds nothing in any lesson, and nothing overflows', async () => {
    const page = await opened({ colorScheme, viewport: { width, height: 900 } })
    const at = learner(page)
    for (const id of lessonIds) {
      await at.arrivesAt(id)
      await at.lesson.getByRole('group').first().getByRole('radio').first().check()
      expect(await violations(page), id).toEqual([])
      expect(
        await page.frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `overflow of ${id}`,
      ).toBeLessThanOrEqual(0)
    }
    await page.page.context().close()
  })
})
