/** Tokens whose characters do not stand together: cut into cookies, or encoded once more. */
import { describe, expect, it } from 'vitest'
import { inspect } from '../../../src/core/inspect.ts'
import { recognize } from '../../../src/core/recognize/index.ts'
import { base64url, hs } from '../diagnose/sign.ts'

const long = hs('secret', { payload: JSON.stringify({ sub: 'alice', roles: 'r'.repeat(400) }) })
const short = hs('secret')
const own = (text: string) =>
  recognize(text).map(({ span, reading }) => reading?.text ?? text.slice(span.from, span.to))
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('cut into cookies', () => {
  const [a, b, c] = [long.slice(0, 200), long.slice(200, 400), long.slice(400)]
  it.each([
    ['with a dot', `Cookie: session.0=${a}; session.1=${b}; session.2=${c}; theme=dark`],
    ['without a space', `cookie: __Secure-app.session-token.0=${a};__Secure-app.session-token.1=${b}${c}`],
    ['counted from one', `Cookie: auth=chunks-2; authC1=${a}; authC2=${b}${c}`],
    ['in a command', `curl -b 'sid_0=${a}; sid_1=${b}${c}' https://api.example`],
  ])('%s', (_, text) => {
    expect(own(text)).toEqual([long])
    expect(recognize(text)[0]).toMatchObject({
      form: expect.stringMatching(/cookie|command/),
      reading: { apart: 'chunked' },
    })
    expect(inspect(text).token).toMatchObject({ kind: 'jws', faults: [] })
  })

  it.each([
    ['of two tokens', `Cookie: token_0=${short}; token_1=${long}`, [short, long]],
    ['whose names do not go on', `Cookie: a.0=${short}; b.1=abc`, [short]],
    ['behind a whole token', `Cookie: a.0=${short}; a.1=abc`, [short]],
    ['with other numbers', `Cookie: v2=${short}; v3=abc`, [short]],
  ])('not cookies %s', (_, text, expected) => {
    expect(own(text)).toEqual(expected)
  })
})

describe('in base64 once more', () => {
  const encoded = base64(short)
  it.each([
    ['alone', encoded],
    ['with the line feed of echo', base64(`${short}\n`)],
    ['in base64url', base64url(short)],
    ['in a Secret of Kubernetes', `kind: Secret\ndata:\n  token: ${encoded}\n  namespace: ZGVmYXVsdA==\n`],
    ['in lines', encoded.replaceAll(/(.{76})/g, '$1\n')],
    ['in JSON', JSON.stringify({ data: { token: encoded } })],
    ['with words', base64(`${short} and words`)],
    ['in Latin and other words', base64(`Ünïcödé 😀 ${short} Straße`)],
  ])('%s', (_, text) => {
    expect(own(text)).toEqual([short])
    const { token, found } = inspect(text)
    expect(found[0]!.reading).toMatchObject({ apart: 'encoded' })
    expect(token).toMatchObject({ kind: 'jws', faults: [], header: { alg: 'HS256' } })
    for (const { span } of token!.segments) {
      expect(span.from).toBeGreaterThanOrEqual(found[0]!.span.from)
      expect(span.to).toBeLessThanOrEqual(found[0]!.span.to)
    }
  })

  const session = JSON.stringify({ access_token: short, token_type: 'bearer', refresh_token: long })
  const cookie = `base64-${base64url(session)}`
  const cuts = [cookie.slice(0, 200), cookie.slice(200, 500), cookie.slice(500)]
  const body = (text: string) =>
    JSON.stringify({
      log: {
        entries: [
          {
            request: { method: 'POST', url: 'https://id.example/token' },
            response: { content: { mimeType: 'application/json', text: base64(text), encoding: 'base64' } },
          },
        ],
      },
    })
  it.each<[string, string, string[], object]>([
    ['a body of a HAR file', body(session), [short, long], { form: 'har', request: 'POST id.example/token' }],
    ['the body of a HAR file, further in', body(` ${session}`), [short, long], { form: 'har' }],
    ['the body of a HAR file, still further', body(`  ${session}`), [short, long], { form: 'har' }],
    [
      'a cookie of Supabase',
      `Cookie: a=b; sb-abc-auth-token=${cookie}; c=d`,
      [short, long],
      { form: 'cookie', name: 'sb-abc-auth-token' },
    ],
    [
      'several of them',
      `Cookie: ${cuts.map((cut, i) => `sb-abc-auth-token.${i}=${cut}`).join('; ')}; c=d`,
      [short, long],
      { form: 'cookie', name: 'sb-abc-auth-token.0' },
    ],
    [
      'a password',
      `GET /v2/ HTTP/1.1\nHost: gcr.example\nAuthorization: Basic ${base64(`oauth2accesstoken:${short}`)}\n\n`,
      [short],
      { form: 'http', name: 'Authorization' },
    ],
    [
      'a password in a command',
      `curl -H "Authorization: Basic ${base64(`x-access-token:${short}`)}" https://git.example`,
      [short],
      { form: 'command', name: 'Authorization' },
    ],
    [
      'a password by itself',
      `authorization: basic ${base64(`token:${short}`)}`,
      [short],
      { form: 'authorization', name: 'authorization' },
    ],
    [
      'the settings of Docker',
      JSON.stringify({ auths: { 'r.example': { auth: base64(`user:${short}`) }, b: { auth: 'dTpw' } } }),
      [short],
      { form: 'json', name: 'auth' },
    ],
    [
      'a subprotocol of Kubernetes',
      `Sec-WebSocket-Protocol: base64url.bearer.authorization.k8s.io.${base64url(short)}, v4.channel.k8s.io`,
      [short],
      { form: 'text' },
    ],
  ])('as a part of %s', (_, text, expected, place) => {
    expect(own(text)).toEqual(expected)
    const { found } = inspect(text)
    const { form, name, request } = found[0]!
    expect({ form, name, request }).toMatchObject(place)
    expected.forEach((_, i) => {
      const { token } = inspect(text, i)
      expect(token).toMatchObject({ kind: 'jws', faults: [] })
      for (const { span } of token!.segments) {
        expect(span.from).toBeGreaterThanOrEqual(found[i]!.span.from)
        expect(span.to).toBeLessThanOrEqual(found[i]!.span.to)
      }
    })
  })

  it('beside tokens that are not, in the order of the text', () => {
    expect(own(`a=${encoded}\nb=${long}\nc=${encoded}\n`)).toEqual([short, long, short])
  })

  it('not a payload that holds a token, in either serialization', () => {
    const nested = hs('secret', { payload: short })
    const [header, payload, signature] = nested.split('.')
    expect(own(`token ${nested} and words`)).toEqual([nested])
    const json = JSON.stringify({ payload, protected: header, signature })
    expect(own(`x ${json} y`)).toEqual([json])
  })

  it.each([base64('eyJ no token'), `ZXlK${'A'.repeat(200)}`])('not %s', (text) => {
    expect(recognize(text).every(({ reading }) => reading === null)).toBe(true)
  })
})
