import { expect } from 'vitest'
import { type LessonId, lessonIds } from '../../../src/content/lessonIds.ts'
import type { Opened } from '../harness.ts'
import { inspector } from '../inspector.ts'
import { keyboard } from '../keyboard.ts'

/** A learner at the page, by keyboard: everything by roles and names. */
export function learner(opened: Opened) {
  const { page, app } = opened
  const lesson = app.getByRole('region', { name: 'Lesson', exact: true })
  const task = (id: string) => lesson.locator(`[data-task="${id}"]`)
  const inspect = inspector(opened)
  const { region } = inspect
  const keys = keyboard(opened)
  const isHere = () => lesson.getByRole('button', { name: 'Start over' }).waitFor()
  return {
    ...inspect,
    ...keys,
    page,
    app,
    lesson,
    button: (name: string | RegExp) => lesson.getByRole('button', { name }),
    /** Opens a lesson from the list, and waits for its exercise. */
    async opens(id: LessonId) {
      await keys.presses(app.getByRole('link', { name: 'Learn', exact: true }))
      const link = app
        .getByRole('region', { name: 'Lessons' })
        .getByRole('listitem')
        .nth(lessonIds.indexOf(id))
      await keys.presses(link.getByRole('link'))
      await isHere()
    },
    /** Opens a lesson by its address, and waits for its exercise. */
    async arrivesAt(id: LessonId) {
      await page.evaluate((place) => {
        location.hash = `#/learn/${place}`
      }, id)
      await isHere()
    },
    /** Chooses an option by its text: there are no facts before, nor for an option that the arrows pass. */
    async guesses(option: string | RegExp) {
      const facts = lesson.getByRole('heading', { name: 'What to know' })
      const question = lesson.getByRole('region', { name: 'First, a guess' })
      expect(await facts.isVisible()).toBe(false)
      await keys.chooses(question.getByRole('radio', { name: option }))
      if (!(await question.getByRole('radio').first().isChecked())) {
        expect(await facts.isVisible()).toBe(false)
        await question.getByRole('status').getByText('Press Enter').waitFor()
        await page.keyboard.press('Enter')
      }
      await facts.waitFor()
    },
    /** Waits until a task is in this state, and sees that those are told so who do not see it. */
    async taskIs(id: string, state: 'open' | 'done' | 'wrong') {
      await expect.poll(() => task(id).getAttribute('data-state'), { timeout: 5_000 }).toBe(state)
      if (state === 'wrong') expect(await task(id).getByRole('status').innerText()).not.toBe('')
      const done = await lesson.locator('[data-task][data-state="done"]').count()
      const all = await lesson.locator('[data-task]').count()
      await lesson
        .getByRole('status')
        .getByText(`${done} of ${all} done`, { exact: true })
        .waitFor({ timeout: 5_000 })
    },
    /** Puts the caret where this text stands in a pane, and presses Enter. */
    async enters(pane: 'Header' | 'Payload', text: string) {
      await keys.pointsAt(region(pane).getByRole('textbox'), text)
      await page.keyboard.press('Enter')
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
