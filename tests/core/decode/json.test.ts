import { describe, expect, it, test } from 'vitest'
import { decode } from '../../../src/core/decode/index.ts'
import { segmentMap } from '../../../src/core/decode/segments.ts'
import { signingInput, withRecipient, withSignature } from '../../../src/core/decode/signingInput.ts'
import type { Token } from '../../../src/core/decode/token.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { jsonFixture } from '../keys/fixture.ts'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const take = (text: string): Token => decode(text, { from: 0, to: text.length })
const jws = (text: string) => {
  const token = take(text)
  if (token.kind !== 'jws') throw new Error(`not a JWS but ${token.kind}`)
  return token
}
const jwe = (text: string) => {
  const token = take(text)
  if (token.kind !== 'jwe') throw new Error(`not a JWE but ${token.kind}`)
  return token
}
const codes = (value: unknown) => take(JSON.stringify(value)).faults.map(({ code }) => code)

const header = encode('{"alg":"HS256"}')
const payload = encode('{"sub":"me"}')
const sound = { payload, protected: header, signature: 'AAAA' }
const open = { protected: encode('{"alg":"dir","enc":"A128GCM"}'), iv: 'AA', ciphertext: 'AA', tag: 'AA' }

describe('a JWS in JSON', () => {
  it('is flattened, with spans in the pasted text', () => {
    const text = ` x ${JSON.stringify(sound, null, 2)}`
    const token = decode(text, { from: 3, to: text.length })
    expect(token).toMatchObject({
      kind: 'jws',
      serialization: 'flattened',
      faults: [],
      header: { alg: 'HS256' },
    })
    const shown = token.segments.map(({ span }) => text.slice(span.from, span.to))
    expect(shown).toEqual([header, payload, 'AAAA'])
  })
  it('is general, each signature with its own headers', () => {
    const text = JSON.stringify({
      payload,
      signatures: [
        { protected: header, signature: 'AAAA' },
        { header: { alg: 'ES256', kid: 'k2' }, signature: 'BBBB' },
      ],
    })
    const token = jws(text)
    expect(token).toMatchObject({ serialization: 'general', faults: [] })
    expect(token.signatures.map((one) => [one.header.alg, one.header.kid])).toEqual([
      ['HS256', null],
      ['ES256', 'k2'],
    ])
    expect(signingInput(text, token)).toBe(`${header}.${payload}`)
    const second = withSignature(token, 1)
    expect(second.header.alg).toBe('ES256')
    expect(signingInput(text, second)).toBe(`.${payload}`)
    expect(second.segments.map(({ octets }) => octets.length)).toEqual([0, 12, 3])
    const { span } = token.signatures[1]!.unprotected!
    expect(text.slice(span.from, span.to)).toBe('{"alg":"ES256","kid":"k2"}')
  })
  it('reads strings with escapes, and maps them to the characters pasted', () => {
    const escaped = header.replace('e', '\\u0065')
    const text = `{"payload":"${payload}","protected":"${escaped}","signature":"AAAA"}`
    const token = jws(text)
    expect(token).toMatchObject({ faults: [], header: { alg: 'HS256' } })
    expect(signingInput(text, token)).toBe(`${header}.${payload}`)
    const map = segmentMap(token, 'protected')!
    const start = text.indexOf(escaped)
    expect(map.octetsAt(start)).toEqual({ from: 0, to: 1 })
    expect(map.charactersOf({ from: 3, to: 6 })).toEqual({ from: start + 9, to: start + 13 })
  })
  it('has its payload sent apart', () => {
    expect(jws(JSON.stringify({ protected: header, signature: 'AAAA' }))).toMatchObject({
      detached: true,
      faults: [],
    })
  })
  it.each([
    ['no signature', { payload, protected: header }, ['member-missing']],
    ['no header', { payload, signature: 'AAAA' }, ['header-none']],
    ['an empty list', { payload, signatures: [] }, ['member-empty']],
    ['a list that is none', { payload, signatures: {} }, ['member-type']],
    ['an entry that is no object', { payload, signatures: [7] }, ['member-type']],
    [
      'both forms',
      { ...sound, signatures: [{ protected: header, signature: 'AAAA' }] },
      ['member-mixed', 'member-mixed'],
    ],
    ['a header that is no object', { ...sound, header: 'x' }, ['member-type']],
    ['one name in both headers', { ...sound, header: { alg: 'HS256' } }, ['header-not-disjoint']],
    ['crit in the open', { ...sound, header: { crit: ['x'], x: 1 } }, []],
    ['a payload that is a number', { ...sound, payload: 1 }, ['member-type']],
    ['characters that are no base64url', { ...sound, signature: 'A*AA' }, ['base64url-character']],
    ['padding', { ...sound, signature: 'AA==' }, ['base64url-padding']],
  ])('%s', (_, value, expected) => {
    expect(codes(value)).toEqual(expected)
  })
  it('takes crit in an unprotected header for malformed', () => {
    expect(jws(JSON.stringify({ ...sound, header: { crit: ['x'], x: 1 } })).header.crit).toBe('malformed')
  })
  it('names a member that stands twice', () => {
    const token = take(`{"payload":"","payload":"","protected":"${header}","signature":"AAAA"}`)
    expect(token.faults).toMatchObject([{ code: 'member-duplicate', values: { name: 'payload' } }])
  })
  it('tells where the JSON breaks', () => {
    expect(take(`{"payload":"${payload}","signature":"AAAA",}`)).toMatchObject({
      kind: 'undecodable',
      faults: [{ code: 'json-trailing-comma' }],
    })
  })
  it('takes a hundred signatures apart, and says that there are more', () => {
    const many = Array.from({ length: 150 }, () => ({ protected: header, signature: 'AAAA' }))
    const token = jws(JSON.stringify({ payload, signatures: many }))
    expect(token.signatures.length).toBe(100)
    expect(token.faults).toMatchObject([{ code: 'member-many', values: { count: 150 } }])
  })
})

describe('a payload that is not encoded', () => {
  const b64 = encode('{"alg":"HS256","b64":false,"crit":["b64"]}')
  it('stands in the compact form as it is', () => {
    const text = `${b64}.a-payload_é.AAAA`
    const token = jws(text)
    expect(token).toMatchObject({ faults: [], detached: false, payloadContent: { text: 'a-payload_é' } })
    expect(signingInput(text, token)).toBe(`${b64}.a-payload_é`)
    const map = segmentMap(token, 'payload')!
    const at = text.indexOf('é')
    expect(map.octetsAt(at)).toEqual({ from: 10, to: 12 })
    expect(map.charactersOf({ from: 10, to: 12 })).toEqual({ from: at, to: at + 1 })
  })
  it('must not hold a dot there', () => {
    const text = `${b64}.$.02.AAAA`
    expect(jws(text)).toMatchObject({ payloadContent: { text: '$.02' }, faults: [{ code: 'payload-dot' }] })
  })
  it('may hold anything in JSON', () => {
    const text = JSON.stringify({ payload: '$.02\n"é"', protected: b64, signature: 'AAAA' })
    const token = jws(text)
    expect(token).toMatchObject({ faults: [], payloadContent: { text: '$.02\n"é"' } })
    expect(new TextDecoder().decode(signingInput(text, token) as Uint8Array)).toBe(`${b64}.$.02\n"é"`)
    const map = segmentMap(token, 'payload')!
    expect(text.slice(map.charactersOf({ from: 4, to: 5 }).from)).toMatch(/^\\n/)
  })
  it('is one only where crit names b64', () => {
    expect(jws(`${encode('{"alg":"HS256","b64":false}')}.AAAA.AAAA`).header.b64).toBe(true)
    expect(jws(`${encode('{"alg":"HS256","b64":"false","crit":["b64"]}')}.AAAA.AAAA`).header).toMatchObject({
      b64: true,
      crit: 'malformed',
    })
  })
  it('is one for all signatures or none', () => {
    const signatures = [
      { protected: b64, signature: 'AAAA' },
      { protected: header, signature: 'AAAA' },
    ]
    expect(codes({ payload: 'x', signatures })).toEqual(['header-differs'])
  })
})

describe('a JWE in JSON', () => {
  it('has several recipients, and headers of three kinds', () => {
    const text = JSON.stringify({
      protected: encode('{"enc":"A128GCM"}'),
      unprotected: { jku: 'https://example.com' },
      recipients: [
        { header: { alg: 'A128KW', kid: '1' }, encrypted_key: 'AAAA' },
        { header: { alg: 'RSA-OAEP', kid: '2' }, encrypted_key: 'BBBBBBBB' },
      ],
      iv: 'AA',
      ciphertext: 'AA',
      tag: 'AA',
      aad: 'QUFE',
    })
    const token = jwe(text)
    expect(token).toMatchObject({ serialization: 'general', faults: [] })
    expect(token.recipients.map((one) => [one.header.alg, one.header.enc, one.header.embeddedKeys])).toEqual([
      ['A128KW', 'A128GCM', ['jku']],
      ['RSA-OAEP', 'A128GCM', ['jku']],
    ])
    expect(token.segments.map(({ name }) => name)).toContain('aad')
    expect(withRecipient(token, 1).segments[1]!.octets.length).toBe(6)
  })
  it.each([
    ['zip in the open', { ...open, unprotected: { zip: 'DEF' } }, ['header-not-protected']],
    [
      'one name in two headers',
      { ...open, unprotected: { kid: '1' }, header: { kid: '2' } },
      ['header-not-disjoint'],
    ],
    ['no ciphertext', { recipients: [{}], protected: open.protected }, ['member-missing']],
    ['both forms', { ...open, recipients: [{}], encrypted_key: 'AA' }, ['member-mixed']],
    ['an empty list', { ...open, recipients: [] }, ['member-empty']],
    [
      'recipients who differ',
      {
        ...open,
        protected: encode('{"alg":"dir"}'),
        recipients: [{ header: { enc: 'A128GCM' } }, { header: { enc: 'A256GCM' } }],
      },
      ['header-differs'],
    ],
  ])('%s', (_, value, expected) => {
    expect(codes(value)).toEqual(expected)
  })
})

describe('JSON that is no token', () => {
  it.each(['{}', '{"access_token":"abc"}', '[1]', '{"payload":1', '{"a":'])('%s', (text) => {
    expect(take(text)).toMatchObject({ kind: 'undecodable', faults: [{ code: 'token-segments' }] })
  })
})

describe('the JSON of RFC 7520', () => {
  interface Cookbook {
    readonly output: { readonly compact?: string; readonly json?: object; readonly json_flat?: object }
  }
  test.each([
    'jws/4_1.rsa_v15_signature',
    'jws/4_2.rsa-pss_signature',
    'jws/4_4.hmac-sha2_integrity_protection',
    'jws/4_6.protecting_specific_header_fields',
  ])('%s says the same in all forms', (name) => {
    const { output } = jsonFixture<Cookbook>(`rfc7520/${name}.json`)
    const forms = [output.compact, output.json, output.json_flat].filter((form) => form !== undefined)
    const inputs = forms.map((form) => {
      const text = typeof form === 'string' ? form : JSON.stringify(form)
      const token = jws(text)
      expect(token.faults).toEqual([])
      return signingInput(text, token)
    })
    expect(new Set(inputs).size).toBe(1)
  })
})
