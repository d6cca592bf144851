/** Lesson 11, gone through as a learner does. */
import { expect } from 'vitest'
import type { Walk } from './learner.ts'

export const where: Walk = async (at) => {
  const answer = at.lesson.getByRole('region', { name: 'Answer' })
  const station = at.lesson.getByRole('region', { name: 'Station' })
  const answers = (text: string) => expect.poll(() => answer.innerText(), { timeout: 5_000 }).toContain(text)
  const set = (name: string, option: string) => at.selects(at.lesson.getByRole('combobox', { name }), option)
  const isLostAt = async (name: string) => {
    await at.presses(at.button(name))
    await at.presses(at.button('It is lost here'))
  }

  await at.opens('where')
  await at.guesses('The token has expired.')
  await at.lesson.getByText('Not quite.').waitFor()
  await answers('HTTP/1.1 200 OK')
  const header = `Authorization: Bearer ${await at.token.innerText()}`
  await expect.poll(() => station.innerText()).toContain(header)
  await expect.poll(() => station.innerText()).toContain(`${header.length + 2} octets`)
  for (let i = 0; i < 10; i++) await at.presses(at.button('Next station'))
  await expect.poll(() => station.innerText()).toContain('start_response("200 OK"')
  await at.taskIs('walk', 'done')

  // Passing by what could be sent sends nothing.
  const sent = await at.token.innerText()
  await set('Something else …', 'alg none')
  await expect.poll(() => at.token.innerText()).toBe(sent)
  await at.presses(at.button('Send it'))
  await answers('"Token is invalid"')

  await at.presses(at.button('Set-up 1'))
  await answers('"detail":"Authentication credentials were not provided."')
  await answers('WWW-Authenticate: Bearer realm="api"')
  await isLostAt('JWTAuthentication')
  await at.taskIs('dropped', 'wrong')
  await expect.poll(() => at.task('dropped').innerText()).toContain('lost already')
  await isLostAt('Application server')
  await expect.poll(() => station.innerText()).toContain('no HTTP_AUTHORIZATION')
  await set('permission_classes', 'AllowAny')
  await expect.poll(() => at.task('dropped').innerText()).toContain('lets everybody in')
  await set('permission_classes', 'IsAuthenticated')
  await set('Server', 'gunicorn')
  await expect.poll(() => at.task('dropped').innerText()).toContain('The API has moved')
  await set('Server', 'mod_wsgi')
  await set('WSGIPassAuthorization', 'On')
  await answers('"user":"ada"')
  await at.taskIs('dropped', 'done')

  await at.presses(at.button('Set-up 2'))
  await isLostAt('JWTAuthentication')
  await set('AUTH_HEADER_TYPES', 'Bearer, bearer')
  await at.taskIs('scheme', 'done')

  for (const [name, task, message] of [
    ['Set-up 3', 'kind', 'Token has wrong type'],
    ['Set-up 4', 'expired', 'Token is expired'],
  ] as const) {
    await at.presses(at.button(name))
    await answers(message)
    await isLostAt('JWTAuthentication')
    await at.presses(at.button('Send a new access token'))
    await at.taskIs(task, 'done')
  }
  await at.presses(at.button('Set-up 5'))
  await answers('"Token is invalid"')
  await at.reaches('failed')
  await isLostAt('JWTAuthentication')
  await at.presses(at.button('Send a new access token'))
  await at.taskIs('key', 'wrong')
  await at.presses(at.button('Give the server the key that signs'))
  await at.reaches('verified')
  await at.taskIs('key', 'done')
  await at.isNotLearned()

  await at.presses(at.button('Set-up 6'))
  await answers('502 Bad Gateway')
  await set('File with the callable', 'settings.py')
  await at.taskIs('file', 'wrong')
  await set('File with the callable', 'wsgi.py')
  await at.isLearned()
}
