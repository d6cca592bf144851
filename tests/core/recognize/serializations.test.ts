/** JSON serializations, wherever they stand: on lines, among words, escaped inside strings. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everySegment } from '../../../src/core/decode/segments.ts'
import { inspect, select } from '../../../src/core/inspect.ts'
import { recognize } from '../../../src/core/recognize/index.ts'
import { check } from '../crypto/check.ts'
import { jsonFixture } from '../keys/fixture.ts'

interface Cookbook {
  readonly input: { readonly key: object }
  readonly output: Readonly<Record<'json' | 'json_flat', object>>
}
const mac = jsonFixture<Cookbook>('rfc7520/jws/4_6.protecting_specific_header_fields.json')
const flattened = mac.output.json_flat
const general = mac.output.json
const encrypted = jsonFixture<Cookbook>('rfc7520/jwe/5_11.protecting_specific_header_fields.json').output
  .json_flat
const key = JSON.stringify(mac.input.key)
const one = JSON.stringify(flattened)
const pretty = JSON.stringify(general, null, 2)
const quoted = (value: unknown) => JSON.stringify(JSON.stringify(value))

const found = (text: string) =>
  recognize(text).map(({ form, name, span, reading }) => ({
    form,
    name,
    is: JSON.parse(reading?.text ?? text.slice(span.from, span.to)) as unknown,
  }))
const is = (token: object, name: string | null = null) => ({ form: 'serialization', name, is: token })

describe('is found', () => {
  it.each<[string, string, object[]]>([
    ['on each of several lines', `${one}\n${JSON.stringify(encrypted)}\n`, [is(flattened), is(encrypted)]],
    [
      'in JSON Lines, by the name of its member',
      `{"time":1}\n{"time":2,"proof":${one}}\n{"time":3,"vp":[${one}]}`,
      [is(flattened, 'proof'), is(flattened)],
    ],
    ['after a line that is cut', `{"time":1,"a":{"b"\n{"proof":${one}}`, [is(flattened, 'proof')]],
    ['after a line whose string is cut', `{"time":"\n${one}`, [is(flattened)]],
    ['between words', `sent ${one} to {nobody} and got {"ok":true}`, [is(flattened)]],
    ['over several lines, after a request line', `POST /acme/order HTTP/1.1\n\n${pretty}\n`, [is(general)]],
    ['in an argument', `curl -d '${one}' https://example.org`, [is(flattened)]],
    ['escaped in a string', quoted(flattened), [is(flattened)]],
    ['escaped in a member', `{"body":${quoted(flattened)},"n":1}`, [is(flattened, 'body')]],
    [
      'escaped twice',
      JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(encrypted) }) }),
      [is(encrypted, 'b')],
    ],
    ['escaped with its line breaks', JSON.stringify({ body: pretty }), [is(general, 'body')]],
    ['escaped in a log that is no JSON', `WARN body="${one.replaceAll('"', '\\"')}" id=7`, [is(flattened)]],
    [
      'escaped as a member of what is escaped',
      `{"body":${quoted({ proof: flattened })}}`,
      [is(flattened, 'proof')],
    ],
    [
      'plain beside escaped',
      `{"a":${one},"b":${quoted(encrypted)}}`,
      [is(flattened, 'a'), is(encrypted, 'b')],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('beside a compact one, in the order of the text', () => {
    const compact = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const text = `{"a":"${compact}"}\n{"b":${one}}\n{"c":"${compact}"}`
    expect(recognize(text).map(({ name, line }) => [name, line])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
  })
})

it.each([
  ['without a comma', one.replace(',"protected"', '"protected"')],
  ['cut', pretty.slice(0, -20)],
])('one that is broken is shown whole, not what is inside of it: %s', (_, text) => {
  const { found: all, token } = inspect(text)
  expect(all).toHaveLength(1)
  expect(token).toMatchObject({ kind: 'undecodable', span: { from: 0, to: text.length } })
})

it.each([
  ['plain', one],
  ['escaped', quoted(flattened)],
  ['escaped twice', JSON.stringify({ a: quoted(flattened) })],
])('verifies %s', async (_, text) => {
  expect(await check(`log: ${text}`, key)).toEqual({ state: 'verified' })
  expect(await check(`log: ${text.replace('SXTig', 'SXTih')}`, key)).toMatchObject({ state: 'failed' })
})

/** Strings with what JSON escapes. */
const words = fc.string({
  unit: fc.constantFrom('"', '\\', '\n', '/', 'é', '\u{1f600}', '\u0001', 'a', '{', '}'),
})

it('escaped once to three times, each octet leads to its characters', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 3 }), fc.boolean(), (word, times, isEncrypted) => {
      const token = isEncrypted ? encrypted : { ...flattened, header: { alg: 'HS256', word } }
      let text = JSON.stringify(token)
      for (let i = 0; i < times; i++) text = JSON.stringify({ word, body: text })
      const inspection = inspect(text)
      expect(inspection.found).toHaveLength(1)
      const { reading, span } = inspection.found[0]!
      expect(JSON.parse(reading!.text)).toEqual(token)
      expect(text.slice(span.from, span.to)).toMatch(/^\{.*\}$/s)
      for (const { span: at, octets } of everySegment(select(inspection, 0).token!)) {
        expect(Buffer.from(text.slice(at.from, at.to), 'base64url').equals(octets)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
