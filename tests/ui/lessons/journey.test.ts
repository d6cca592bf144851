/** The journey against what a real project answered. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headerValue, reaches, type SetUp, sound, travel } from '../../../src/state/lessons/journey.ts'
import { judge } from '../../../src/state/lessons/simpleJwt.ts'
import { answerText, lookAt } from '../../../src/state/lessons/stations.ts'
import { sceneOf } from './scene.ts'

interface Recorded {
  readonly status: number
  readonly www_authenticate: string | null
  readonly body: unknown
}

const observed = JSON.parse(readFileSync('tests/fixtures/simplejwt/observed.json', 'utf8')) as Record<
  string,
  Recorded
> & {
  obtain_ok: { body: { access: string; refresh: string } }
  key: string
}
const { access, refresh } = observed.obtain_ok.body
const { key } = observed
/** When the tokens were issued, and a moment later. */
const IAT = 1_795_446_224
const soon = IAT + 10

const claims = { token_type: 'access', exp: IAT + 300, iat: IAT, jti: 'cadb7b67', user_id: '1' }

function signed(
  change: object,
  alg = 'HS256',
  secret = key,
  header = JSON.stringify({ alg, typ: 'JWT' }),
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${Buffer.from(header).toString('base64url')}.${part({ ...claims, ...change })}`
  if (alg === 'none') return `${input}.`
  return `${input}.${createHmac(alg.replace('HS', 'sha'), secret).update(input).digest('base64url')}`
}

async function tripFor(text: string, set: Partial<SetUp> = {}, now = soon) {
  const setUp = { ...sound, ...set }
  const judged = judge(await sceneOf({ text, keyText: key, keyFormat: 'secret-utf8', now }))
  return travel(setUp, text, judged!)
}

const rows: readonly [name: string, text: string, lost: string | null, set?: Partial<SetUp>, now?: number][] =
  [
    ['me_ok', access, null],
    ['me_no_header', access, 'server', { server: 'mod_wsgi' }],
    ['me_wrong_scheme', access, 'authentication', { scheme: 'JWT' }],
    ['me_lowercase_scheme', access, 'authentication', { scheme: 'bearer' }],
    ['me_no_token', '', 'authentication'],
    ['me_three_parts', `${access} more`, 'authentication'],
    ['me_garbage', 'not-a-token', 'authentication'],
    ['me_tampered_payload', access.replace('.eyJ0b2', '.eyJ0b3'), 'authentication'],
    ['me_refresh_used_as_access', refresh, 'authentication'],
    ['me_expired', access, 'authentication', {}, IAT + 300],
    ['me_wrong_key', signed({}, 'HS256', 'another key'), 'authentication'],
    ['me_alg_none', signed({}, 'none'), 'authentication'],
    ['me_alg_hs512_same_key', signed({}, 'HS512'), 'authentication'],
    ['me_no_token_type', signed({ token_type: undefined }), 'authentication'],
    ['me_no_jti', signed({ jti: undefined }), 'authentication'],
    ['me_no_exp', signed({ exp: undefined }), 'authentication'],
    ['me_no_user_id', signed({ user_id: undefined }), 'authentication'],
    ['me_unknown_user', signed({ user_id: '9999' }), 'authentication'],
    ['me_exp_in_ms', signed({ exp: (IAT + 300) * 1000 }), 'authentication'],
    ['me_iat_future', signed({ iat: IAT + 100 }), 'authentication'],
    ['me_nbf_future', signed({ nbf: IAT + 100 }), 'authentication'],
    ['me_aud_unexpected', signed({ aud: 'someone-else' }), null],
    ['me_sub_int', signed({ sub: 1 }), 'authentication'],
  ]

test.each(rows)('%s', async (name, text, lost, set, now) => {
  const { status, www_authenticate: challenge, body } = observed[name]!
  const trip = await tripFor(text, set, now)
  expect(trip.lost).toBe(lost)
  expect(trip.answer).toEqual({ status, challenge, body: typeof body === 'string' ? null : body })
})

// As Django 3.2 with SimpleJWT 5.2.2 answers, where the account has the number 1.
test.each<[userId: unknown, status: number]>([
  [1, 200],
  [' 01 ', 200],
  ['+1', 200],
  [1.5, 200],
  [true, 200],
  [null, 401],
  [false, 401],
  ['-1', 401],
  ['1_0', 401],
  ['abc', 500],
  ['', 500],
  ['1.0', 500],
  ['0x1', 500],
  ['constructor', 500],
  ['__proto__', 500],
  [[1], 500],
])('user_id %j', async (user_id, status) => {
  const { answer } = await tripFor(signed({ user_id }))
  expect(answer).toMatchObject({ status, ...(status === 401 && { body: observed.me_unknown_user!.body }) })
})

// As PyJWT 2.6 and 2.15 take them.
test.each<[header: string, status: number]>([
  ['{"alg":"HS256","kid":5}', 401],
  ['{"alg":"HS256","kid":null}', 401],
  ['{"alg":"HS256","kid":5,"kid":"a"}', 200],
  ['{"alg":"HS256","b64":false}', 401],
  ['{"alg":"HS256","b64":false,"crit":["b64"]}', 401],
  ['{"alg":"HS256","b64":true,"crit":["b64"]}', 200],
  ['{"alg":"HS256","b64":0}', 200],
  ['{"alg":"none","alg":"HS256"}', 200],
  ['{"alg":"HS256","alg":"none"}', 401],
  ['{"alg":"HS256","typ":5}', 200],
  ['{"alg":"HS256","crit":["x"],"x":1}', 401],
])('header %s', async (header, status) => {
  const { answer } = await tripFor(signed({}, 'HS256', key, header))
  expect(answer).toMatchObject({
    status,
    ...(status === 401 && { body: observed.me_tampered_payload!.body }),
  })
})

test('every recorded answer of the view is tried', () => {
  const recorded = Object.keys(observed).filter((name) => name.startsWith('me_'))
  expect(rows.map(([name]) => name).sort()).toEqual(recorded.sort())
})

test.each<[what: string, text: string, set: Partial<SetUp>, lost: string | null, status: number | null]>([
  ['mod_wsgi that passes the header', access, { server: 'mod_wsgi', passes: true }, null, 200],
  ['the switch of mod_wsgi, elsewhere', access, { server: 'uWSGI', passes: false }, null, 200],
  ['a scheme that is listed', access, { scheme: 'bearer', types: ['Bearer', 'bearer'] }, null, 200],
  ['nobody, where anybody may', access, { scheme: 'bearer', permission: 'AllowAny' }, 'authentication', 200],
  ['AllowAny and a bad token', refresh, { permission: 'AllowAny' }, 'authentication', 401],
  ['uwsgi.py with gunicorn', access, { file: 'uwsgi.py' }, 'callable', 502],
  ['uwsgi.py with runserver', access, { file: 'uwsgi.py', server: 'runserver' }, 'callable', null],
  ['asgi.py', access, { file: 'asgi.py' }, 'callable', 500],
  ['a header of more than 8 KB', 'a'.repeat(9000), {}, 'proxy', 400],
  ['one of more than 4 KB before uWSGI', 'a'.repeat(5000), { server: 'uWSGI' }, 'server', 502],
  ['a line break', `${access}\n${access}`, {}, 'browser', null],
  ['a character that is no octet', '→', {}, 'browser', null],
])('%s', async (_what, text, set, lost, status) => {
  const trip = await tripFor(text, set)
  expect([trip.lost, trip.answer?.status ?? null]).toEqual([lost, status])
  expect(trip.user).toBe(lost === null ? 'ada' : null)
})

test('a view that anybody may ask tells who asks', async () => {
  const { answer } = await tripFor(access, { server: 'mod_wsgi', permission: 'AllowAny' })
  expect(answer!.body).toMatchObject({ user: 'AnonymousUser', has_env: false })
  expect(answerText(answer!, 'page')).toContain('Content-Type: application/json\n\n{"user":"AnonymousUser"')
})

test('the first header type is the one that the answer asks for', async () => {
  expect((await tripFor(refresh, { types: ['JWT', 'Bearer'] })).answer!.challenge).toBe('JWT realm="api"')
})

test('an answer comes back through Django only if the request came to it', async () => {
  expect(reaches(await tripFor(access), 'back')).toBe(true)
  expect(reaches(await tripFor(refresh), 'back')).toBe(true)
  expect(reaches(await tripFor(access, { file: 'uwsgi.py' }), 'back')).toBe(false)
  expect(reaches(await tripFor(access, { file: 'uwsgi.py' }), 'middleware')).toBe(false)
  expect(reaches(await tripFor(refresh), 'permissions')).toBe(false)
})

test('the header is seen where it is, and the row is missing where it was dropped', async () => {
  const look = async (station: Parameters<typeof lookAt>[0], set: Partial<SetUp>) => {
    const { user, answer } = await tripFor(access, set)
    const sight = {
      setUp: { ...sound, ...set },
      token: access,
      user,
      answer,
      verdict: '',
      claims: ['token_type: "access"'],
      nothing: '(none)',
    }
    return lookAt(station, sight)
  }
  for (const station of ['browser', 'network', 'proxy'] as const)
    expect(await look(station, { server: 'mod_wsgi' })).toContain(`Authorization: Bearer ${access}`)
  expect(await look('server', {})).toContain(`"HTTP_AUTHORIZATION": "Bearer ${access}",`)
  expect(await look('server', { server: 'mod_wsgi' })).toContain('(none)')
  expect(await look('callable', { server: 'uWSGI' })).toContain('--module config.wsgi:application')
  expect(await look('authentication', {})).toContain('token_type: "access"')
  expect(await look('network', { server: 'runserver' })).not.toContain('TLS {')
  expect(await look('server', { server: 'runserver' })).toContain('"wsgi.url_scheme": "http"')
  expect(await look('preflight', {})).not.toContain(access)
  expect(await look('preflight', {})).toContain('Host: api.example.com\nOrigin: https://app.example.com')
  expect(await look('preflight', { server: 'runserver' })).toContain(
    'Host: localhost:8000\nOrigin: http://localhost',
  )
  const lost = { server: 'mod_wsgi', passes: true, file: 'settings.py' } as const
  expect(await look('callable', lost)).toContain('(no “application” in it)')
  expect(await look('callable', { ...lost, file: 'uwsgi.py' })).toContain('(there is no such file)')
  expect(await look('back', { scheme: 'bearer' })).toContain(
    `start_response("401 Unauthorized", [("WWW-Authenticate", 'Bearer realm="api"')`,
  )
  expect(answerText((await tripFor(access)).answer!, '')).toMatch(/^HTTP\/1.1 200 OK\n/)
  expect(headerValue(sound, '')).toBe('Bearer')
})
