import { describe, expect, it } from 'vitest'
import { decodeCompact } from '../../../src/core/decode/compact.ts'
import { segmentContent } from '../../../src/core/decode/segments.ts'
import { signingInput } from '../../../src/core/decode/signingInput.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const header = encode('{"alg":"HS256","typ":"JWT","kid":"k1"}')
const signature = writeBase64url(new Uint8Array(32).fill(7))

function decode(text: string) {
  return decodeCompact(text, { from: 0, to: text.length })
}

function jws(text: string) {
  const token = decode(text)
  if (token.kind !== 'jws') throw new Error('not a JWS')
  return token
}

describe('a JWS', () => {
  it('comes apart with spans of everything', () => {
    const text = `${header}.${encode('{"sub":"me"}')}.${signature}`
    const token = jws(text)
    expect(token.faults).toEqual([])
    expect(token.header).toEqual({
      alg: 'HS256',
      enc: null,
      typ: 'JWT',
      cty: null,
      kid: 'k1',
      crit: null,
      b64: true,
      hasAlg: true,
      embeddedKeys: [],
    })
    expect(signingInput(text, token)).toBe(text.slice(0, text.lastIndexOf('.')))
    expect(token.segments.map(({ name }) => name)).toEqual(['protected', 'payload', 'signature'])
    expect(token.segments[2]!.octets).toEqual(new Uint8Array(32).fill(7))
  })

  it.each([
    ['an array', '[1,2]', 'json'],
    ['a bare JSON string', '"x"', 'json'],
    ['plain text', 'hello world', 'text'],
    ['nothing', '', 'empty'],
    ['JSON that breaks off', '{"a":', 'json'],
  ])('takes a payload that is %s', (_, payload, kind) => {
    const token = jws(`${header}.${encode(payload)}.${signature}`)
    expect(token.payloadContent.kind).toBe(kind)
    expect(token.faults).toEqual([])
  })

  it('takes a payload of octets that are no text', () => {
    const token = jws(`${header}.${writeBase64url(Uint8Array.of(0x41, 0xff, 0))}.${signature}`)
    expect(token.payloadContent).toEqual({ kind: 'octets', invalidAt: 1 })
  })

  it('keeps a good header beside a broken payload', () => {
    const token = jws(`${header}.eyJz!!.${signature}`)
    expect(token.header.alg).toBe('HS256')
    expect(token.faults.map(({ code, span }) => [code, span.from - header.length - 1])).toEqual([
      ['base64url-character', 4],
    ])
  })

  it('keeps a good payload beside a broken header', () => {
    const token = jws(`e${header.slice(2)}.${encode('{"a":1}')}.${signature}`)
    expect(token.faults.length).toBeGreaterThan(0)
    expect(token.payloadContent.kind).toBe('json')
  })
})

describe('the header’s faults', () => {
  const codes = (text: string) => decode(`${encode(text)}.e30.`).faults.map(({ code }) => code)
  it.each([
    ['', 'header-empty'],
    ['hello', 'header-not-json'],
    ['[]', 'header-not-object'],
    ['{"alg":"none",}', 'json-trailing-comma'],
    ['{"alg":"none","alg":"HS256"}', 'header-duplicate'],
  ])('%j', (text, code) => {
    expect(codes(text)).toEqual([code])
  })
  it('places JSON faults in the characters of the token', () => {
    const text = '{"alg":nope}'
    const [fault] = decode(`${encode(text)}.e30.`).faults
    // Octet 7 begins in character 9 of the base64url text.
    expect(fault).toMatchObject({ code: 'json-literal', span: { from: 9 } })
  })
  it('is not text', () => {
    const token = decode(`${writeBase64url(Uint8Array.of(0x7b, 0x22, 0xff))}.e30.`)
    expect(token.faults).toEqual([
      { code: 'header-not-utf8', span: { from: 2, to: 4 }, values: { at: 2, octet: 0xff } },
    ])
  })
  it.each([
    ['{"alg":"a","crit":[]}', 'malformed'],
    ['{"alg":"a","crit":"exp"}', 'malformed'],
    ['{"alg":"a","crit":[1]}', 'malformed'],
    ['{"alg":"a","crit":["x","x"],"x":1}', 'malformed'],
    ['{"alg":"a","crit":["x"]}', 'malformed'],
    ['{"alg":"a","crit":["x"],"x":1}', ['x']],
  ])('crit of %s', (text, crit) => {
    expect(decode(`${encode(text)}.e30.`).header.crit).toEqual(crit)
  })
  it('takes the last of two names, and a name that is __proto__ as any other', () => {
    expect(
      decode(`${encode('{"alg":"none","alg":"RS256","__proto__":{"kid":"x"}}')}.e30.`).header,
    ).toMatchObject({
      alg: 'RS256',
      kid: null,
    })
  })
})

describe('what is no JWS', () => {
  it.each([
    ['hello', 1],
    ['a.b', 2],
    ['a.b.c.d', 4],
    ['......', 7],
    ['.'.repeat(100_000), 64],
  ])('%.20s', (text, count) => {
    const token = decode(text)
    expect(token.kind).toBe('undecodable')
    expect(token.faults[0]).toMatchObject({ code: 'token-segments', values: { count } })
  })
  it.each([
    [`${header}.${encode('{"a":1}')}`, 2],
    [`${header}.${encode('{"a":1}')}.x.y`, 4],
    [`${header}.${encode('{"a":1}')}.${signature}${header}.${encode('{"b":1}')}.${signature}`, 5],
  ])('has a payload all the same: %.20s', (text, count) => {
    const token = decode(text)
    expect(token.faults[0]).toMatchObject({ code: 'token-segments', values: { count } })
    expect(segmentContent(token, 'payload')).toMatchObject({ kind: 'json', text: '{"a":1}', fault: null })
  })
  it('shows the header of a JWE', () => {
    const token = decode(`${encode('{"alg":"dir","enc":"A128GCM"}')}..AA.AA.AA`)
    expect(token).toMatchObject({ kind: 'jwe', faults: [], header: { alg: 'dir', enc: 'A128GCM' } })
    expect(token.segments.map(({ name }) => name)).toEqual([
      'protected',
      'encrypted_key',
      'iv',
      'ciphertext',
      'tag',
    ])
  })
})

describe('large and hostile input', () => {
  it('takes 100,000 levels of nesting', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const token = jws(`${header}.${encode(deep)}.${signature}`)
    expect(token.payloadContent).toMatchObject({ kind: 'json', fault: null, document: { depth: 99_999 } })
  })
  it.each(['a', '.', 'ey', '=', '!', ' a', '"'])('takes 10 MB of %j in linear time', (unit) => {
    const text = unit.repeat(Math.floor(10_000_000 / unit.length))
    const start = performance.now()
    inspect(text)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
