import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture } from './fixture.ts'

async function setOf(text: string, format: Parameters<typeof readKeys>[1] = 'detect') {
  const reading = await readKeys(text, format)
  if (!reading.ok) throw new Error(reading.fault.code)
  return reading.value
}

describe('keys in several places', () => {
  const { keys } = JSON.parse(fixture('keys/jose-set.jwks.json'))
  const [a, b, c] = keys.map((key: object) => JSON.stringify(key)) as [string, string, string]
  const pem = fixture('keys/p256.spki.pem')

  test.each([
    ['JWKs, one a line', `${a}\n${b}\r\n${c}\n`, ['a', 'b', 'c']],
    ['JWKs with nothing between', a + b, ['a', 'b']],
    ['JWKs with `\\n` between', `${a}\\n${b}`, ['a', 'b']],
    ['JWKs with words between', `first:\n${a}\nand "then" [2]:\n${b}`, ['a', 'b']],
    ['JWKs in escaped strings', JSON.stringify(`${a}\n${b}`), ['a', 'b']],
    ['JWKs in base64, one a line', [a, b].map((one) => btoa(one)).join('\n'), ['a', 'b']],
    ['JWK Sets', `{"keys":[${a}]}\n\n{"keys":[${b},${c}]}`, ['a', 'b', 'c']],
    ['a JWK, a set and an array', `${a}\n{"keys":[${b}]}\n[${c}]`, ['a', 'b', 'c']],
    ['a JWK and PEM', `${a}\n${pem}`, ['a', undefined]],
    ['PEM and a JWK', `${pem}\n${a}`, [undefined, 'a']],
    ['PEM beside a JWK in one object', JSON.stringify({ one: keys[0], two: pem }), ['a', undefined]],
    ['an array of sets', `[{"keys":[${a}]},{"keys":[${b}]}]`, ['a', 'b']],
    ['an array of a set and a JWK', `[{"keys":[${a}]},${b}]`, ['a', 'b']],
    ['an object of JWKs', `{"k1":${a},"k2":${b}}`, ['a', 'b']],
    ['an object of sets', `{"https://a":{"keys":[${a}]},"https://b":{"keys":[${b}]}}`, ['a', 'b']],
    ['an object of arrays', `{"x":[${a}],"y":[${b},${c}]}`, ['a', 'b', 'c']],
    ['objects of JWKs in an array', `[{"publicKeyJwk":${a}},{"publicKeyJwk":${b}}]`, ['a', 'b']],
  ])('%s', async (_, text, kids) => {
    const read = await setOf(text)
    expect(read.keys.map(({ jwk }) => jwk.kid)).toEqual(kids)
    expect(read.unread).toEqual([])
    if (text.startsWith('{') || text.startsWith('[')) {
      for (const { span, jwk } of read.keys.filter(({ format }) => format === 'jwk')) {
        const at = text.slice(span.from, span.to)
        expect([at.at(0), at.at(-1), at.includes(`"kid":"${jwk.kid}"`)]).toEqual(['{', '}', true])
      }
    }
  })

  test('a private key and its public set are one key, whose private half is kept', async () => {
    const whole = JSON.parse(fixture('keys/jose-set.private.jwks.json')).keys[1]
    const { keys: known } = await setOf(JSON.stringify({ keys: [whole] }))
    const publicOnly = known[0]!.jwk
    for (const members of [
      { private: whole, jwks: { keys: [publicOnly] } },
      { jwks: { keys: [publicOnly] }, private: whole },
    ]) {
      const read = await setOf(JSON.stringify(members))
      expect(read.keys.map(({ privateJwk }) => privateJwk?.d)).toEqual([whole.d])
    }
  })

  test('the same key under other names is listed under each', async () => {
    const text = ['x', 'y'].map((kid) => JSON.stringify({ ...keys[0], kid })).join('\n')
    expect((await setOf(text)).keys.map(({ jwk }) => jwk.kid)).toEqual(['x', 'y'])
  })

  test.each([
    ['another key type', `${a}\n{"kty":"new"}`, 'jwk-kty-unknown', '"new"'],
    ['another key type first', `{"one":{"kty":"new"},"two":${a}}`, 'jwk-kty-unknown', '"new"'],
    ['a JWK that is cut short', `${a}\n{"kty":"oct","k":"AA"`, 'json-unexpected-end', ''],
    [
      'PEM that is cut short',
      `${a}\n-----BEGIN PUBLIC KEY-----`,
      'pem-end-missing',
      '-----BEGIN PUBLIC KEY-----',
    ],
  ])('what cannot be read is told: %s', async (_, text, code, at) => {
    const read = await setOf(text)
    expect(read.keys.map(({ jwk }) => jwk.kid)).toEqual(['a'])
    expect(read.unread.map((one) => one.code)).toEqual([code])
    const { from, to } = read.unread[0]!.span
    expect(text.slice(from, to)).toBe(at)
  })

  test('a chosen format reads its own and tells of the others', async () => {
    const read = await setOf(`${a}\n{"keys":[${b}]}\n${c}`, 'jwk')
    expect(read.keys.map(({ jwk }) => jwk.kid)).toEqual(['a', 'c'])
    expect(read.unread.map(({ code }) => code)).toEqual(['key-format-other'])
  })

  test.each([
    ['documents', (i: number) => `{"kty":"oct","k":"AAAA","kid":"${i}"}\n`, 20_000],
    ['documents with escapes', (i: number) => `{"kty":"oct","k":"AAAA","kid":"\\n${i}"}\\n`, 20_000],
    ['documents without keys', () => '{}[]{"a":1}', 100_000],
    ['arrays that are never closed', () => '[{"kty":"oct","k":"AA"},', 20_000],
  ])('many take linear time: %s', async (_, part, count) => {
    const text = Array.from({ length: count }, (_, i) => part(i)).join('') + a
    const start = performance.now()
    await readKeys(text, 'detect')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
