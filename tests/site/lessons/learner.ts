import { expect } from 'vitest'
import type { LessonId } from '../../../src/content/lessonIds.ts'
import type { Opened } from '../harness.ts'
import { inspector } from '../inspector.ts'

/** A learner at the page: everything by roles and names. */
export function learner(opened: Opened) {
  const { page, app } = opened
  const lesson = app.getByRole('region', { name: 'Lesson', exact: true })
  const task = (id: string) => lesson.locator(`[data-task="${id}"]`)
  const inspect = inspector(opened)
  const { region } = inspect
  return {
    ...inspect,
    page,
    app,
    lesson,
    button: (name: string | RegExp) => lesson.getByRole('button', { name }),
    /** Opens a lesson by its address, and waits for its exercise. */
    async opens(id: LessonId) {
      await page.evaluate((place) => {
        location.hash = `#/learn/${place}`
      }, id)
      await lesson.getByRole('button', { name: 'Start over' }).waitFor()
    },
    /** Chooses an option by its text: there are no facts before. */
    async guesses(option: string | RegExp) {
      expect(await lesson.getByRole('heading', { name: 'What to know' }).isVisible()).toBe(false)
      await lesson.getByRole('radio', { name: option }).check()
      await lesson.getByRole('heading', { name: 'What to know' }).waitFor()
    },
    async taskIs(id: string, state: 'open' | 'done' | 'wrong') {
      await expect.poll(() => task(id).getAttribute('data-state'), { timeout: 5_000 }).toBe(state)
    },
    /** Clicks the first place in a pane where this text stands. */
    async clicks(pane: 'Header' | 'Payload', text: string) {
      const box = await region(pane).evaluate((element, wanted) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const from = node.textContent!.indexOf(wanted)
          if (from < 0) continue
          const range = document.createRange()
          range.setStart(node, from)
          range.setEnd(node, from + wanted.length)
          node.parentElement!.scrollIntoView({ block: 'center' })
          const { x, y, width, height } = range.getBoundingClientRect()
          return { x: x + width / 2, y: y + height / 2 }
        }
        throw new Error(`no ${wanted}`)
      }, text)
      const frame = (await page.locator('iframe').boundingBox())!
      await page.mouse.click(frame.x + box.x, frame.y + box.y)
    },
    task,
    async isLearned() {
      await lesson.getByText('Done: you have learned this one.').waitFor({ timeout: 5_000 })
    },
    async isNotLearned() {
      expect(await lesson.getByText('Done: you have learned this one.').count()).toBe(0)
    },
  }
}

type Learner = ReturnType<typeof learner>

/** How one lesson is gone through. */
export type Walk = (at: Learner) => Promise<void>
