import type { Body, Judged } from './simpleJwt.ts'

/** Where a request passes on its way from a page to a Django view and back. */
export const stations = [
  'browser',
  'preflight',
  'network',
  'proxy',
  'server',
  'callable',
  'middleware',
  'view',
  'authentication',
  'permissions',
  'back',
] as const
export type Station = (typeof stations)[number]

export const servers = ['runserver', 'gunicorn', 'uWSGI', 'mod_wsgi'] as const
export type Server = (typeof servers)[number]

/** Files in the folder that `startproject` makes, and one that it does not make. */
export const files = ['asgi.py', 'settings.py', 'urls.py', 'uwsgi.py', 'wsgi.py'] as const

/** All that can be set on the way. */
export interface SetUp {
  /** What the page writes before the token. */
  readonly scheme: string
  readonly server: Server
  /** WSGIPassAuthorization, which mod_wsgi alone has. */
  readonly passes: boolean
  /** AUTH_HEADER_TYPES of SimpleJWT. */
  readonly types: readonly string[]
  readonly permission: 'IsAuthenticated' | 'AllowAny'
  /** Where the server looks for the callable. */
  readonly file: (typeof files)[number]
}

export const sound: SetUp = {
  scheme: 'Bearer',
  server: 'gunicorn',
  passes: false,
  types: ['Bearer'],
  permission: 'IsAuthenticated',
  file: 'wsgi.py',
}

export interface HttpAnswer {
  readonly status: number
  /** The value of `WWW-Authenticate`; null where there is none. */
  readonly challenge: string | null
  /** Null where it is an error page of whoever answers. */
  readonly body: Body | null
}

/** How a journey ended. */
export interface Trip {
  /** Where the token, or the whole request, got lost; null where the view knows whose it is. */
  readonly lost: Station | null
  /** Who wrote the answer. */
  readonly by: Station
  /** Null where nobody answers. */
  readonly answer: HttpAnswer | null
  readonly user: string | null
}

/** The value of the header that the page makes of a token; `fetch` takes white space off its ends. */
export function headerValue({ scheme }: SetUp, token: string): string {
  return `${scheme} ${token}`.trim()
}

/** Whether `fetch` takes a header value: octets alone, and no line breaks. */
export function isSendable(value: string): boolean {
  return Array.from(value).every((character) => character <= '\u00ff' && !'\0\r\n'.includes(character))
}

/** What stands in front of a server: a web server that speaks HTTP with the world. */
export function frontOf(server: Server): 'nginx' | 'Apache' | null {
  return server === 'runserver' ? null : server === 'mod_wsgi' ? 'Apache' : 'nginx'
}

/** Octets that a header line may have, line break included, at nginx and Apache as they come. */
export const HEADER_LIMIT = 8192

/** Octets that all headers together may have in uWSGI, as it comes. */
const UWSGI_BUFFER = 4096

/** Octets that a header line may have in Python's own HTTP server. */
const RUNSERVER_LINE = 65536

/** Octets of the header line, its line break included. */
export function lineOctets(value: string): number {
  return `Authorization: ${value}\r\n`.length
}

/** The row that the header becomes in `environ`; null where the server leaves it out. */
export function environRow(setUp: SetUp, value: string): string | null {
  return setUp.server === 'mod_wsgi' && !setUp.passes ? null : value
}

/** The path of a request with this token, and what comes back. `judged` is what SimpleJWT makes of the token. */
export function travel(setUp: SetUp, token: string, judged: Judged): Trip {
  const { server, types, permission } = setUp
  const value = headerValue(setUp, token)
  if (!isSendable(value)) return lostWith('browser', null)
  const octets = lineOctets(value)
  if (frontOf(server) !== null && octets > HEADER_LIMIT) return lostWith('proxy', 400)
  if (server === 'uWSGI' && octets > UWSGI_BUFFER) return lostWith('server', 502)
  if (server === 'runserver' && octets > RUNSERVER_LINE) return lostWith('server', 431)
  if (setUp.file === 'asgi.py') return lostWith('callable', 500)
  if (setUp.file !== 'wsgi.py') return lostWith('callable', withoutCallable[server])

  const row = environRow(setUp, value)
  const parts = row === null ? [] : row.split(/[\t-\r ]+/)
  if (row === null || !types.includes(parts[0]!)) {
    const lost = row === null ? 'server' : 'authentication'
    if (permission === 'AllowAny')
      return { lost, by: 'view', answer: seenBy('AnonymousUser', 'NoneType', row !== null), user: null }
    const detail = 'Authentication credentials were not provided.'
    return { lost, by: 'permissions', answer: unauthorized(types, { detail }), user: null }
  }
  const refusedWith = (body: Body): Trip => ({
    lost: 'authentication',
    by: 'authentication',
    answer: unauthorized(types, body),
    user: null,
  })
  if (parts.length !== 2) {
    const detail = 'Authorization header must contain two space-delimited values'
    return refusedWith({ detail, code: 'bad_authorization_header' })
  }
  if (judged.kind === 'refused') return refusedWith(judged.body)
  if (judged.kind === 'broken') return lostWith('authentication', 500)
  const { user } = judged
  return { lost: null, by: 'view', answer: seenBy(user, 'AccessToken', true), user }
}

/** Whether a request comes to a station; the way back begins with an answer of Django's own. */
export function reaches({ by }: Pick<Trip, 'by'>, station: Station): boolean {
  const index = (of: Station) => stations.indexOf(of)
  const last = by === 'view' ? 'permissions' : by
  return station === 'back' ? index(last) > index('callable') : index(station) <= index(last)
}

/** What is answered where the server finds no callable; null where it does not even start. */
const withoutCallable: Readonly<Record<Server, number | null>> = {
  runserver: null,
  gunicorn: 502,
  uWSGI: 500,
  mod_wsgi: 404,
}

function lostWith(station: Station, status: number | null): Trip {
  const answer = status === null ? null : { status, challenge: null, body: null }
  return { lost: station, by: station, answer, user: null }
}

/** What the view of the lesson answers to whoever comes to it. */
function seenBy(user: string, auth_type: string, has_env: boolean): HttpAnswer {
  return { status: 200, challenge: null, body: { user, auth_type, has_env, server: null } }
}

/** The first of the types is the one that the answer asks for. */
function unauthorized(types: SetUp['types'], body: Body): HttpAnswer {
  return { status: 401, challenge: `${types[0]} realm="api"`, body }
}
