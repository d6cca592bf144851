/** Lesson 9, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const attacks: Walk = async (at) => {
  await at.opens('attacks')
  await at.guesses(/^Nothing: the header is signed/)
  await at.lesson.getByText('Not quite.').waitFor()
  const header = at.lesson.getByRole('textbox', { name: 'Edit the header' })
  const payload = at.lesson.getByRole('textbox', { name: 'Edit the payload' })
  const verifier = (number: number) => at.lesson.getByRole('region', { name: `Verifier ${number}` })
  const says = (number: number, text: string) => verifier(number).getByText(text).waitFor()
  const fix = (number: number) => at.chooses(verifier(number).getByRole('radio').last())

  await at.writes(payload, (await payload.inputValue()).replace('reader', 'admin'))
  await at.writes(header, '{"alg":"none"}')
  await at.taskIs('header', 'wrong')
  await says(1, 'Refuses it. alg says none, but a signature is still there.')
  await at.presses(at.button('Drop the signature'))
  await says(1, 'Accepts')
  await at.reaches('unsecured')
  await at.taskIs('header', 'done')
  await fix(1)
  await says(1, 'Refuses it.')
  await at.taskIs('header-fixed', 'done')

  await at.writes(header, '{"alg":"HS256"}')
  await at.taskIs('text', 'wrong')
  await at.presses(at.button('Sign HS256 with the text in the Key box'))
  await says(2, 'Accepts')
  await at.taskIs('text', 'done')
  await fix(2)
  await at.taskIs('text-fixed', 'done')

  await at.presses(at.button('Put my jwk into the header'))
  expect(JSON.parse(await header.inputValue())).toMatchObject({ alg: 'RS256', jwk: { kty: 'RSA' } })
  await at.taskIs('jwk', 'wrong')
  await at.presses(at.button('Sign RS256 with my own key'))
  await says(3, 'Accepts')
  await at.taskIs('jwk', 'done')
  await fix(3)
  await at.taskIs('jwk-fixed', 'done')

  await at.taskIs('genuine', 'wrong')
  await at.isNotLearned()
  await at.presses(at.button('Put the genuine token back'))
  await at.reaches('verified')
  await at.isLearned()
}
