/** Lesson 3, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const base64url: Walk = async (at) => {
  await at.opens('base64url')
  await at.reaches('verified')
  await at.guesses(/^That it is a JWT/)

  for (const [octet, value] of Buffer.from('{"a').entries()) {
    for (let worth = 128; worth >= 1; worth /= 2) {
      const bit = at.lesson.getByRole('checkbox', {
        name: `Octet ${octet + 1}, bit worth ${worth}`,
        exact: true,
      })
      if ((value & worth) !== 0) await at.ticks(bit)
    }
    if (octet === 1) {
      await at.taskIs('bits', 'wrong')
      await expect.poll(() => at.task('bits').innerText()).toMatch(/You want “J”, which is/)
    }
  }
  await at.taskIs('bits', 'done')

  const text = at.lesson.getByRole('textbox', { name: 'Text', exact: true })
  await at.writes(text, 'so?')
  await at.taskIs('text', 'wrong')
  await at.writes(text, 'a > b?')
  await at.taskIs('text', 'done')

  const token = await at.token.innerText()
  await at.presses(at.token, 'Control+End')
  await at.page.keyboard.press('Backspace')
  await at.lesson.getByText('42 characters').waitFor()
  await at.isNotLearned()
  const last = token.at(-1)!
  const other = last === 'A' ? 'E' : 'A'
  await at.page.keyboard.type(other)
  await at.taskIs('last', 'wrong')
  await at.page.keyboard.press('Backspace')
  await at.page.keyboard.type(last)
  await at.taskIs('last', 'done')
  await at.isLearned()

  // The bonus: the next character differs in an unused bit alone.
  await at.writes(at.token, token.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1))
  await at.reaches('unreadable')
  await at.taskIs('spare', 'done')
}
