import { describe, expect, it } from 'vitest'
import { findingWords } from '../../../src/content/findings/index.ts'
import { encode, findingsOf, token } from './subject.ts'

const HEADER = '{"alg":"HS256"}'
const make = (header: string, payload: string) => token(header, payload)

/** Each rule with a token that fires it and one that nearly does. */
const rows: readonly (readonly [rule: string, fires: string, nearly: string])[] = [
  ['structure-segments', 'a.b', make(HEADER, '{}')],
  ['structure-segments', `${encode(HEADER)}.e3?0.AAAA`, make(HEADER, '{"a":"?"}')],
  ['base64url-alphabet', `${encode(HEADER)}.e30=.AAAA`, `${encode(HEADER)}.e30.AAAA`],
  ['base64url-alphabet', `${encode(HEADER)}.e30.AA+A`, `${encode(HEADER)}.e30.AA-A`],
  ['base64url-alphabet', `${encode(HEADER)}.e3 0.AAAA`, `${encode(HEADER)}.e30.AAAA\n`],
  ['base64url-canonical', `${encode(HEADER)}.e31.AAAA`, `${encode(HEADER)}.e30.AAAA`],
  ['text-encoding', `${encode(HEADER)}._w.AAAA`, make(HEADER, 'ÿ')],
  ['text-encoding', `${encode(HEADER)}._w`, `${encode(HEADER)}.${encode('{}')}`],
  ['text-encoding', '_w.e30.', 'hello'],
  ['text-encoding', make(HEADER, '\ufeff{}'), make(HEADER, '{"a":"\ufeff"}')],
  ['text-deceptive', make(HEADER, '{"sub":"a\u202eb"}'), make(HEADER, '{"sub":"אב"}')],
  ['text-encoding', make(HEADER, '{\0"\0}\0'), make(HEADER, '{"a":"\\u0000"}')],
  ['text-deceptive', make(HEADER, '{"sub":"pаypal"}'), make(HEADER, '{"sub":"Иван Petrov"}')],
  ['text-deceptive', make(HEADER, '{"iss":"google-аррѕ"}'), make(HEADER, '{"iss":"google.аррѕ"}')],
  ['text-deceptive', make(HEADER, '{"sub":"admin1а"}'), make(HEADER, '{"sub":"admin 1а"}')],
  ['text-deceptive', make(HEADER, '{"sub":"о_root"}'), make(HEADER, '{"sub":"IT-отдел"}')],
  [
    'text-deceptive',
    make(HEADER, '{"iss":"https://а-1x.example/"}'),
    make(HEADER, '{"iss":"https://xn--80ak6aa92e.example/мир"}'),
  ],
  ['text-deceptive', make(HEADER, '{"sub":"auth0|ο"}'), make(HEADER, '{"sub":"auth0|Иван"}')],
  ['text-deceptive', make(HEADER, '{"kid":"раy"}'), make(HEADER, '{"kid":"see слово here, β-carotene"}')],
  ['text-deceptive', make(HEADER, '{"a\u200bb":1}'), make(HEADER, '{"nickname":"a\u200db"}')],
  ['json-syntax', make(HEADER, '{"a":1,}'), make(HEADER, '{"a":1}')],
  ['json-duplicate-member', make(HEADER, '{"a":1,"\\u0061":2}'), make(HEADER, '{"a":1,"b":{"a":2}}')],
  ['json-number-precision', make(HEADER, '{"id":9007199254740993}'), make(HEADER, '{"id":9007199254740992}')],
  ['json-number-precision', make(HEADER, '{"id":1e400}'), make(HEADER, '{"id":1.10}')],
  ['json-prototype-name', make(HEADER, '{"a":{"__proto__":1}}'), make(HEADER, '{"a":"__proto__"}')],
  ['json-prototype-name', make(HEADER, '{"\\u0063onstructor":1}'), make(HEADER, '{"Constructor":1}')],
  ['size-or-depth', make(HEADER, `{"a":"${'x'.repeat(6200)}"}`), make(HEADER, `{"a":"${'x'.repeat(6000)}"}`)],
  [
    'size-or-depth',
    make(HEADER, '['.repeat(66) + ']'.repeat(66)),
    make(HEADER, '['.repeat(60) + ']'.repeat(60)),
  ],
  ['payload-not-object', make(HEADER, '[1]'), make(HEADER, '{}')],
  ['payload-not-object', make(HEADER, 'text'), make(HEADER, '{"text":1}')],
  ['alg-missing', make('{"typ":"JWT"}', '{}'), make(HEADER, '{}')],
  ['alg-missing', make('{"alg":1}', '{}'), make(HEADER, '{}')],
  ['alg-none', make('{"alg":"none"}', '{}'), make('{"alg":"None"}', '{}')],
  [
    'crit-malformed',
    make('{"alg":"HS256","crit":[]}', '{}'),
    make('{"alg":"HS256","crit":["x"],"x":1}', '{}'),
  ],
  [
    'crit-malformed',
    make('{"alg":"HS256","crit":["alg"]}', '{}'),
    make('{"alg":"HS256","crit":["b64"],"b64":true}', '{}'),
  ],
  [
    'crit-unknown',
    make('{"alg":"HS256","crit":["\u202ex"],"\u202ex":1}', '{}'),
    make('{"alg":"HS256","x":1}', '{}'),
  ],
  [
    'b64-in-jwt',
    make('{"alg":"HS256","b64":false}', '{}'),
    make('{"alg":"HS256","b64":false,"crit":["b64"]}', 'plain'),
  ],
  ['b64-in-jwt', make('{"alg":"HS256","b64":false}', '{}'), make('{"alg":"HS256","b64":true}', '{}')],
  ['header-invalid', make('[]', '{}'), make(HEADER, '[]')],
  ['header-invalid', make('hello', '{}'), make(HEADER, 'hello')],
  ['encrypted', `${encode('{"alg":"dir","enc":"A128GCM"}')}....`, `${encode('{"alg":"dir"}')}....`],
  ['header-jwk', make('{"alg":"ES256","jwk":{}}', '{}'), make('{"alg":"ES256","kid":"jwk"}', '{"jwk":{}}')],
  ['time-unit', make(HEADER, '{"exp":1700000000000}'), make(HEADER, '{"exp":1700000000}')],
  ['time-unit', make(HEADER, '{"exp":1e400}'), make(HEADER, '{"exp":1e9}')],
  ['time-unit', make(HEADER, '{"iat":1700000000000000}'), make(HEADER, '{"iat":1700000000.5}')],
  ['time-unit', make(HEADER, '{"auth_time":1700000000000}'), make(HEADER, '{"auth_time":1700000000}')],
  ['time-unit', make(HEADER, '{"nbf":"1700000000"}'), make(HEADER, '{"foo":"1700000000"}')],
]

it('mixed scripts are looked for in one pass', async () => {
  const start = performance.now()
  await findingsOf(make(HEADER, `{"sub":"${'б'.repeat(400_000)}-x"}`))
  expect(performance.now() - start).toBeLessThan(3000)
})

describe('each rule', () => {
  it.each(rows)('%s fires on %.60s', async (rule, fires) => {
    const found = (await findingsOf(fires)).filter((finding) => finding.rule === rule)
    expect(found.length).toBeGreaterThan(0)
    for (const finding of found) {
      const words = findingWords[finding.rule].text(finding.values)
      expect(words).not.toMatch(/undefined|NaN|null|\u202e/)
      for (const span of finding.at) expect(span.from < span.to && span.to <= fires.length).toBe(true)
    }
  })
  it.each(rows)('%s stays silent on its neighbour', async (rule, _, nearly) => {
    expect((await findingsOf(nearly)).map((finding) => finding.rule)).not.toContain(rule)
  })
})

it('places a finding at the very characters of the token', async () => {
  const text = make(HEADER, '{"a":1,"exp":"soon"}')
  const finding = (await findingsOf(text)).find(({ rule }) => rule === 'time-unit')
  const { from, to } = finding!.at[0]!
  // The six octets of `"soon"` at octet 13: bits 104 to 151, characters 17 to 25 of the payload.
  const payload = text.indexOf('.') + 1
  expect([from - payload, to - payload]).toEqual([17, 26])
})
