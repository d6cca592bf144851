/** Lesson 2, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const threeParts: Walk = async (at) => {
  await at.opens('three-parts')
  await at.reaches('empty')
  await at.guesses(/^Always three/)

  await at.presses(at.button('Cut here'))
  await at.taskIs('cuts', 'wrong')
  await expect.poll(() => at.task('cuts').innerText()).toContain('Only a dot separates')

  const mark = (name: string) => at.lesson.getByRole('slider', { name: `${name} mark` })
  const string = at.lesson.getByText(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
  const raw = await string.innerText()
  await at.slides(mark('First'), raw.indexOf('.'))
  expect(await mark('First').getAttribute('aria-valuetext')).toContain(': .')
  await at.slides(mark('Second'), raw.lastIndexOf('.'))
  await at.presses(at.button('Cut here'))
  await at.taskIs('cuts', 'done')

  const says = async (part: number, what: string) =>
    at.selects(at.lesson.getByRole('combobox', { name: `Part ${part}` }), what)
  await says(1, 'JSON: the claims')
  await says(2, 'JSON: how it is signed')
  await says(3, 'octets that are no text')
  await at.presses(at.button('Show me'))
  await at.taskIs('predict', 'wrong')
  await at.reaches('empty')
  await says(1, 'JSON: how it is signed')
  await says(2, 'JSON: the claims')
  await at.presses(at.button('Show me'))
  await at.reaches('verified')
  await expect.poll(() => at.token.innerText()).toBe(raw)

  const [header, payload, signature] = raw.split('.')
  for (const [typed, state] of [
    [`${header}A.${payload}.${signature}`, 'unreadable'],
    [raw, 'verified'],
    [`${header}.A${payload}.${signature}`, 'failed'],
    [raw, 'verified'],
  ] as const) {
    await at.writes(at.token, typed)
    await at.reaches(state)
  }
  await at.presses(at.token, 'Control+End')
  await at.page.keyboard.type('A')
  await at.taskIs('typed', 'done')

  await at.writes(at.token, `${header}.${payload}`)
  await at.taskIs('removed', 'wrong')
  await at.writes(at.token, `${header}.${payload}.`)
  await at.taskIs('removed', 'done')
  await at.isNotLearned()
  await at.writes(at.lesson.getByRole('textbox', { name: 'Edit the header' }), '{"alg":"none","typ":"JWT"}')
  await at.reaches('unsecured')
  await at.isLearned()
}
