import { environRow, frontOf, type HttpAnswer, headerValue, type SetUp, type Station } from './journey.ts'

/** What is there to be seen of a request. */
export interface Sight {
  readonly setUp: SetUp
  /** The token in the box. */
  readonly token: string
  readonly user: string | null
  readonly answer: HttpAnswer | null
  /** What is said of the token, of its claims, and of a row that is not there. */
  readonly verdict: string
  readonly claims: readonly string[]
  readonly nothing: string
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
}

export function statusLine({ status }: HttpAnswer): string {
  return `${status} ${reasons[status]}`
}

/** The answer as it travels. */
export function answerText(answer: HttpAnswer, errorPage: string): string {
  const { challenge, body } = answer
  const lines = [`HTTP/1.1 ${statusLine(answer)}`]
  lines.push(`Content-Type: ${body === null ? 'text/html' : 'application/json'}`)
  if (challenge !== null) lines.push(`WWW-Authenticate: ${challenge}`)
  return `${lines.join('\n')}\n\n${body === null ? `(${errorPage})` : JSON.stringify(body)}`
}

/** The request at a station, as it looks there. */
export function lookAt(station: Station, sight: Sight): string {
  const { setUp, token, user, answer, verdict, claims, nothing } = sight
  const value = headerValue(setUp, token)
  const header = `Authorization: ${value}`
  const row = environRow(setUp, value)
  // On the developer's own machine: runserver knows no TLS.
  const [scheme, host, page] =
    setUp.server === 'runserver'
      ? ['http', 'localhost:8000', 'localhost:3000']
      : ['https', 'api.example.com', 'app.example.com']
  const origin = `${scheme}://${page}`
  const request = `GET /api/me/ HTTP/1.1\nHost: ${host}\n${header}`
  const types = pythonTuple(setUp.types)
  switch (station) {
    case 'browser':
      return `fetch("${scheme}://${host}/api/me/", {\n  headers: { Authorization: "${setUp.scheme} " + token },\n})\n\n${header}`
    case 'preflight':
      return `OPTIONS /api/me/ HTTP/1.1\nHost: ${host}\nOrigin: ${origin}\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: ${origin}\nAccess-Control-Allow-Headers: authorization`
    case 'network':
      return scheme === 'http' ? `(no TLS)\n\n${request}` : `TLS {\n${request}\n}`
    case 'proxy':
      return frontOf(setUp.server) === null
        ? `(none in front of runserver)\n\n${request}`
        : `${frontOf(setUp.server)}:\n\n${request}`
    case 'server':
      return `environ = {\n  "REQUEST_METHOD": "GET",\n  "PATH_INFO": "/api/me/",\n  ${row === null ? nothing : `"HTTP_AUTHORIZATION": "${value}",`}\n  "wsgi.url_scheme": "${scheme}",\n}`
    case 'callable':
      return `${startLine(setUp)}\n\n# config/${setUp.file}\n${contents[setUp.file]}`
    case 'middleware': {
      const brief = row === null ? 'None' : `"${short(value)}"`
      return `request.META.get("HTTP_AUTHORIZATION")\n  ${brief}\nrequest.headers.get("Authorization")\n  ${brief}\nrequest.user\n  AnonymousUser`
    }
    case 'view':
      return 'path("api/me/", Me.as_view())\n\nauthentication_classes = [JWTAuthentication]\ndispatch → initial → perform_authentication'
    case 'authentication': {
      const parts = row === null ? [] : row.split(/[\t-\r ]+/).map((part) => `b"${short(part)}"`)
      return `header.split()\n  [${parts.join(', ')}]\nAUTH_HEADER_TYPES\n  ${types}\n\n${[verdict, ...claims].join('\n')}`
    }
    case 'permissions':
      return `permission_classes = [${setUp.permission}]\nrequest.user\n  ${user ?? 'AnonymousUser'}\nrequest.auth\n  ${user === null ? 'None' : 'AccessToken'}`
    case 'back': {
      if (answer === null) return ''
      const { challenge, body } = answer
      const headers = `${challenge === null ? '' : `("WWW-Authenticate", '${challenge}'), `}("Content-Type", "${body === null ? 'text/html' : 'application/json'}")`
      return `start_response("${statusLine(answer)}", [${headers}])\nreturn [b'${body === null ? '…' : JSON.stringify(body)}']`
    }
  }
}

/** How each server is told where the callable is. */
function startLine({ server, file }: SetUp): string {
  const module = `config.${file.replace('.py', '')}`
  switch (server) {
    case 'runserver':
      return `# config/settings.py\nWSGI_APPLICATION = "${module}.application"\n\npython manage.py runserver`
    case 'gunicorn':
      return `gunicorn ${module}:application`
    case 'uWSGI':
      return `uwsgi --http :8000 --module ${module}:application`
    case 'mod_wsgi':
      return `WSGIScriptAlias / /srv/site/config/${file}`
  }
}

/** What is in the file, or why it cannot serve, whichever server loads it. */
const contents: Readonly<Record<SetUp['file'], string>> = {
  'wsgi.py': 'application = get_wsgi_application()\n\napplication(environ, start_response)',
  'asgi.py': 'application = get_asgi_application()\n\nTypeError: it wants scope, receive and send',
  'uwsgi.py': '(there is no such file)',
  'settings.py': '(no “application” in it)',
  'urls.py': '(no “application” in it)',
}

function pythonTuple(items: readonly string[]): string {
  return `(${items.map((item) => `"${item}"`).join(', ')}${items.length === 1 ? ',' : ''})`
}

/** The beginning of a long text, and how long it is. */
function short(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 20)}… ${text.length} octets`
}
