/** Lesson 2, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const threeParts: Walk = async (at) => {
  await at.opens('three-parts')
  await at.reaches('empty')
  await at.guesses(/^Always three/)

  await at.button('Cut here').click()
  await at.taskIs('cuts', 'wrong')
  await expect.poll(() => at.task('cuts').innerText()).toContain('Only a dot separates')

  // The first mark by keyboard, the second by pointer in the string.
  const first = at.lesson.getByRole('slider', { name: 'First mark' })
  const string = at.lesson.getByText(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
  const raw = await string.innerText()
  await first.fill(String(raw.indexOf('.') - 1))
  await first.press('ArrowRight')
  expect(await first.getAttribute('aria-valuetext')).toContain(': .')
  await string.getByText('.', { exact: true }).last().click()
  expect(await at.lesson.getByRole('slider', { name: 'Second mark' }).inputValue()).toBe(
    String(raw.lastIndexOf('.')),
  )
  await at.button('Cut here').click()
  await at.taskIs('cuts', 'done')

  const says = async (part: number, what: string) =>
    at.lesson.getByRole('combobox', { name: `Part ${part}` }).selectOption(what)
  await says(1, 'JSON: the claims')
  await says(2, 'JSON: how it is signed')
  await says(3, 'octets that are no text')
  await at.button('Show me').click()
  await at.taskIs('predict', 'wrong')
  await at.reaches('empty')
  await says(1, 'JSON: how it is signed')
  await says(2, 'JSON: the claims')
  await at.button('Show me').click()
  await at.reaches('verified')
  expect(await at.token.innerText()).toBe(raw)

  const [header, payload, signature] = raw.split('.')
  for (const [typed, state] of [
    [`${header}A.${payload}.${signature}`, 'unreadable'],
    [raw, 'verified'],
    [`${header}.A${payload}.${signature}`, 'failed'],
    [raw, 'verified'],
  ] as const) {
    await at.token.fill(typed)
    await at.reaches(state)
  }
  await at.token.press('ControlOrMeta+End')
  await at.page.keyboard.type('A')
  await at.taskIs('typed', 'done')

  await at.token.fill(`${header}.${payload}`)
  await at.taskIs('removed', 'wrong')
  await at.token.fill(`${header}.${payload}.`)
  await at.taskIs('removed', 'done')
  await at.isNotLearned()
  await at.lesson.getByRole('textbox', { name: 'Edit the header' }).fill('{"alg":"none","typ":"JWT"}')
  await at.reaches('unsecured')
  await at.isLearned()
}
