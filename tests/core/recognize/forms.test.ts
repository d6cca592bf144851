/** Each form with a sample that a real tool wrote; tests/fixtures/README.md says which. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspect } from '../../../src/core/inspect.ts'
import type { Found } from '../../../src/core/recognize/found.ts'
import { recognize } from '../../../src/core/recognize/index.ts'

const sample = (name: string) =>
  readFileSync(new URL(`../../fixtures/pastes/${name}`, import.meta.url), 'utf8')

/** `form name line subject`, the subject read by other means than the decoder. */
function told(text: string, { form, name, line, span, reading }: Found): string {
  const own = reading?.text ?? text.slice(span.from, span.to)
  const payload = own.startsWith('{') ? JSON.parse(own).payload : own.split('.')[1]
  let subject = '?'
  try {
    subject = JSON.parse(Buffer.from(payload, 'base64url').toString()).sub ?? '–'
  } catch {}
  return `${form} ${name ?? '–'} ${line} ${subject}`
}

describe('each form', () => {
  it.each<[string, string[]]>([
    ['bare.txt', ['bare – 1 alice']],
    ['quoted.txt', ['quoted – 1 alice']],
    ['wrapped.txt', ['bare – 1 alice']],
    ['wrapped-indented.txt', ['assignment token 1 alice']],
    ['percent-encoded.txt', ['bare – 1 alice']],
    [
      'authorization.txt',
      [
        'authorization Authorization 1 alice',
        'authorization authorization 2 bob',
        'authorization Authorization 3 carol',
        'authorization AUTHORIZATION 4 dave',
      ],
    ],
    [
      'curl.txt',
      [
        'command authorization 4 alice',
        'command dpop 5 dave',
        'command session 6 bob',
        'command subject_token 7 carol',
      ],
    ],
    ['wget.txt', ['command Authorization 1 alice']],
    ['httpie.txt', ['command Authorization 1 alice', 'command X-Id-Token 1 bob', 'command refresh 1 carol']],
    ['http-request.txt', ['http session 5 bob', 'http Authorization 6 alice', 'http DPoP 7 dave']],
    ['http-response.txt', ['http session 5 bob', 'http access 9 carol']],
    [
      'http-trace.txt',
      ['http Authorization 7 alice', 'http DPoP 8 dave', 'http session 14 bob', 'http access 20 carol'],
    ],
    ['cookie.txt', ['cookie session 1 alice', 'cookie __Host-id 1 bob', 'cookie refresh 2 carol']],
    ['url.txt', ['url id_token 1 alice', 'url access_token 1 bob']],
    ['url-query.txt', ['url token 1 alice']],
    ['parameter.txt', ['parameter subject_token 1 alice', 'parameter client_assertion 1 bob']],
    ['token-response.json', ['token-response access_token 2 alice', 'token-response id_token 6 bob']],
    ['simplejwt.json', ['token-response refresh 1 –', 'token-response access 1 –']],
    [
      'json-log.jsonl',
      ['json-log authorization 1 alice', 'json-log token 2 bob', 'json-log access_token 3 carol'],
    ],
    ['log.txt', ['text – 2 alice', 'text – 3 bob', 'text – 5 ?']],
    ['env.txt', ['assignment API_TOKEN 3 alice', 'assignment REFRESH_TOKEN 4 bob']],
    ['settings.yaml', ['assignment token 3 alice', 'assignment refresh 5 bob']],
    ['several.txt', ['alice', 'bob', 'carol', 'dave', 'erin'].map((who, i) => `text – ${i + 1} ${who}`)],
    ['jws-flattened.json', ['serialization – 1 alice']],
  ])('%s', (name, expected) => {
    const text = sample(name)
    const found = recognize(text)
    expect(found.map((one) => told(text, one))).toEqual(expected)
    found.forEach((one, i) => {
      if (one.cut === null) expect(inspect(text, i).token).toMatchObject({ kind: 'jws', faults: [] })
    })
  })

  it('har.json, as a browser wrote it', () => {
    const text = sample('har.json')
    const names = recognize(text).map((one) => told(text, one).replace(/ \d+ /, ' '))
    expect(new Set(names)).toEqual(
      new Set(['har id_token dave', 'har session bob', 'har authorization alice', 'har access_token carol']),
    )
    expect(names).toHaveLength(12)
    expect(new Set(recognize(text).map(({ request }) => request))).toEqual(
      new Set(['GET 127.0.0.1:8000/', 'GET 127.0.0.1:8000/v1/orders', 'POST 127.0.0.1:8000/token']),
    )
    expect(recognize(sample('http-trace.txt')).every(({ request }) => request === null)).toBe(true)
  })

  it.each([
    [
      '"method":"POST","url":"https://me:secret@api.example:8443/v1/a?token=x#y"',
      'POST api.example:8443/v1/a',
    ],
    ['"url": "https://api.example?token=x", "method": "GET"', 'GET api.example'],
    ['"method":"GET"', 'GET'],
    ['"n":1', null],
  ])('a request of a HAR file, %s, is named without its query', (request, expected) => {
    const text = `{"log":{"entries":[{"request":{${request},"headers":[{"name":"a","value":"${token}"}]}}]}}`
    expect(
      recognize(text)
        .map(({ request: name }) => name)
        .at(-1),
    ).toBe(expected)
  })

  it('an encrypted token, compact or a member of other JSON', () => {
    expect(inspect(sample('jwe.txt')).token).toMatchObject({ kind: 'jwe', faults: [] })
    const json = inspect(sample('jwe-json.json'))
    expect(json.found).toMatchObject([{ form: 'serialization', name: 'vp_token' }])
    expect(json.token).toMatchObject({ kind: 'jwe', serialization: 'flattened', faults: [] })
  })

  it('names what is left out beside the tokens', () => {
    expect(inspect(sample('url.txt')).ignored).toEqual(['code', 'token_type', 'expires_in', 'state'])
    expect(inspect(sample('token-response.json')).ignored).toEqual([
      'token_type',
      'expires_in',
      'refresh_token',
      'scope',
    ])
    expect(inspect(sample('bare.txt')).ignored).toEqual([])
  })
})

const [header, payload, signature] = sample('bare.txt').trim().split('.') as [string, string, string]
const token = `${header}.${payload}.${signature}`

/** What was found: the token's own characters, or the text of the span. */
const readings = (text: string) =>
  recognize(text).map(({ span, reading }) => reading?.text ?? text.slice(span.from, span.to))

describe('around a token', () => {
  it.each([
    ['nothing', token],
    ['white space', ` \t${token}\r\n\r\n`],
    ['a byte order mark', `\ufeff${token}`],
    ['curly quotes', `“${token}”`],
    ['quotes of other languages', `„${token}“`],
    ['guillemets', `«${token}»`],
    ['emphasis', `**${token}**`],
    ['a mark of direction on both sides', `\u200f${token}\u200f`],
    ['words of a script without spaces', `令牌${token}过期了`],
    ['a quote and a semicolon', `'${token}';`],
    ['angle brackets', `<${token}>`],
    ['parentheses', `see (${token}) there`],
    ['words and a full stop', `The token ${token}. It fails`],
    ['an escaped line feed', `"a\\n${token}\\n"`],
    ['escaped quotes', `{\\"access\\":\\"${token}\\"}`],
    ['colours of a terminal', `\u001b[32m${token}\u001b[0m`],
    ['a percent-encoded quote', `a=%22${token}%22`],
    ['the path of an address', `https://a.example/verify/${token}/now`],
    ['a parameter after it', `${token}&state=1`],
    ['a Python literal', `{'Authorization': 'Bearer ${token}'}`],
    ['XML', `<Value>${token}</Value>`],
    ['a Flask session', `Cookie: session=eyJ1c2VyX2lkIjo0Mn0.Zg8SNA.mmtvJfzM9E4ZEJbDhTHRyzLRkW8; t=${token}`],
    ['a Mapbox token', `key: 'pk.eyJ1IjoibWFwYm94IiwiYSI6ImNrMXkyIn0.4Xb1dQ9mSoe0r2h7CqYz3A', t: '${token}'`],
  ])('%s', (_, text) => {
    expect(readings(text)).toEqual([token])
  })

  it('an equals sign as e-mail writes it, before a header that begins with a line break', () => {
    const header = Buffer.from('{\n"alg":"HS256"}').toString('base64url')
    const indented = `${header}.${payload}.${signature}`
    expect(header).toMatch(/^ew/)
    expect(readings(`The link is https://a.example/?token=3D${indented} today`)).toEqual([indented])
  })

  it.each([
    ['JSON’s escape of the dot', `"${token.replaceAll('.', '\\u002e')}"`],
    ['twice percent-encoded', `x?t=${token.replaceAll('.', '%252E')}`],
    ['lines of 20', token.replace(/.{20}/g, '$&\n')],
    ['lines of 64 with an indent', token.replace(/.{64}/g, '$&\r\n    ')],
    ['a break at each dot', token.replaceAll('.', '.\n')],
    ['a shell’s line continuations', `curl -H "Authorization: Bearer ${token.replace(/.{50}/g, '$&\\\n')}"`],
    ['soft line breaks of mail', token.replace(/.{75}/g, '$&=\r\n')],
  ])('%s', (_, text) => {
    expect(readings(text)).toEqual([token])
    expect(inspect(text).token).toMatchObject({ kind: 'jws', faults: [] })
  })

  it.each([
    ['one a line', [token, token, token].join('\n')],
    ['lines of a log after it', `WARN ${token}\n2026-11-25 INFO a line\nWARN ${token} b\n${token}\nx\n`],
    ['each wrapped', `${token.replace(/.{60}/g, '$&\n')}\n\n${token.replace(/.{60}/g, '$&\n')}\n${token}`],
  ])('three of them: %s', (_, text) => {
    expect(readings(text)).toEqual([token, token, token])
  })

  it('takes disclosures and the key binding along', () => {
    const sdJwt = `${token}~WyJzYWx0IiwibmFtZSIsMV0~WyJzYWx0IiwieCIsMl0~`
    for (const whole of [sdJwt, `${token}~`, `${sdJwt}${token}`]) {
      expect(readings(whole)).toEqual([whole])
      expect(readings(`{"vc":"${whole}"}`)).toEqual([whole])
      expect(readings(`vc=${whole.replaceAll('~', '%7E')}&x=1`)).toEqual([whole])
    }
  })

  it('tells an unsecured one from the next line', () => {
    const unsecured = `${header}.${payload}.`
    expect(readings([unsecured, unsecured, token].join('\n'))).toEqual([unsecured, unsecured, token])
  })

  it('finds one whose header lacks alg, by its claims', () => {
    const typed = `eyJ0eXAiOiJKV1QifQ.${payload}.${signature}`
    expect(readings(`x ${typed} y`)).toEqual([typed])
  })

  it('finds a session where there is nothing else', () => {
    const session = 'eyJ1c2VyX2lkIjo0Mn0.Zg8SNA.mmtvJfzM9E4ZEJbDhTHRyzLRkW8'
    expect(readings(`Cookie: session=${session}; lang=en`)).toEqual([session])
  })

  it('finds a detached and an unsecured one', () => {
    expect(readings(`x ${header}..${signature} y`)).toEqual([`${header}..${signature}`])
    expect(readings(`x ${header}.${payload}. y`)).toEqual([`${header}.${payload}.`])
  })
})

describe('what is cut short', () => {
  it.each([
    [`${header}.${payload.slice(0, 20)}...`, `${header}.${payload.slice(0, 20)}...`],
    [
      `token ${header.slice(0, 12)}…${signature.slice(-6)} seen`,
      `${header.slice(0, 12)}…${signature.slice(-6)}`,
    ],
    [`${token}...`, `${token}...`],
  ])('%s', (text, expected) => {
    const { found, token: broken } = inspect(text)
    expect(found).toHaveLength(1)
    const { span, cut } = found[0]!
    expect(text.slice(span.from, span.to)).toBe(expected)
    expect(text.slice(cut!.from, cut!.to)).toMatch(/^(\.{3}|…)$/)
    expect(broken!.faults[0]).toMatchObject({ code: 'token-cut', span: cut })
  })
})

describe('no token', () => {
  it.each(['', ' ', '\n\t ', '\ufeff'])('nothing in %j', (text) => {
    expect(recognize(text)).toEqual([])
  })
  it.each([
    'hello',
    'eyJhbGciOiJIUzI1NiJ9',
    'a.b',
    '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
    '{"kty":"oct"}',
    'Words. And more of them, e.g. eyes.are.here',
  ])('a short text is shown whole: %s', (text) => {
    expect(recognize(text)).toMatchObject([{ span: { from: 0, to: text.length } }])
  })
  const basic = 'Authorization: Basic dXNlcjpwYXNz'
  it.each([
    `GET /v1 HTTP/1.1\nHost: api.example\n${basic}\n\n`,
    `curl -H "${basic}" https://api.example/v1.2`,
    'curl -u user:pass https://api.example.com/v1/orders?limit=5',
  ])('nothing in a request or a command without one: %j', (text) => {
    expect(recognize(text)).toEqual([])
  })
  it('a damaged one in a command is shown', () => {
    expect(recognize(`curl -H "Authorization: Bearer ${token.slice(1)}" https://api.example`)).toHaveLength(1)
  })
  it('not a long one', () => {
    expect(recognize('a line of words. '.repeat(10_000))).toEqual([])
    expect(recognize('a'.repeat(1_000_000))).toEqual([])
  })
})
