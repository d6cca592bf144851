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

  it.each([base64(`${short} and words`), base64('eyJ no token'), `ZXlK${'A'.repeat(200)}`])(
    'not %s',
    (text) => {
      expect(recognize(text).every(({ reading }) => reading === null)).toBe(true)
    },
  )
})
