import { describe, expect, test } from 'vitest'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import { fixture, readKey } from './fixture.ts'

const hexOf = (k: string | undefined) => Buffer.from(k ?? '', 'base64url').toString('hex')
const utf8Hex = (text: string) => Buffer.from(text, 'utf8').toString('hex')

describe('secrets', () => {
  const rows: readonly [format: KeyFormat | 'detect', text: string, hex: string, notices: string[]][] = [
    ['detect', 'secret', utf8Hex('secret'), []],
    ['detect', 'p\u00e4ss\u{1F511}', '70c3a47373f09f9491', []],
    ['detect', 'your-256-bit-secret', utf8Hex('your-256-bit-secret'), []],
    ['detect', 'a sentence with spaces in it', utf8Hex('a sentence with spaces in it'), []],
    ['detect', 'secret\n', '7365637265740a', ['secret-line-break']],
    ['detect', 'secret\r\n', '7365637265740d0a', ['secret-line-break']],
    ['detect', ' secret', '20736563726574', ['secret-outer-space']],
    ['detect', 'secret \t', '7365637265742009', ['secret-outer-space']],
    ['detect', '\uFEFFsecret \n', 'efbbbf736563726574200a', ['secret-line-break', 'secret-outer-space']],
    ['detect', '\nsecret', '0a736563726574', ['secret-outer-space']],
    ['detect', '\n', '0a', ['secret-line-break']],
    [
      'detect',
      '00112233445566778899aabbccddeeff',
      utf8Hex('00112233445566778899aabbccddeeff'),
      ['secret-also-encoded'],
    ],
    [
      'detect',
      'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
      utf8Hex('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='),
      ['secret-also-encoded'],
    ],
    ['detect', 'c2VjcmV0', utf8Hex('c2VjcmV0'), []],
    ['secret-utf8', '', '', ['secret-empty']],
    ['secret-utf8', '[ {"kty":"oct"}]', utf8Hex('[ {"kty":"oct"}]'), ['secret-looks-like-key']],
    ['secret-utf8', '{"kty":"oct"}', utf8Hex('{"kty":"oct"}'), ['secret-looks-like-key']],
    ['detect', 'eyJhbGciOiJub25lIn0.e30.', utf8Hex('eyJhbGciOiJub25lIn0.e30.'), ['secret-looks-like-key']],
    ['secret-base64', 'AAEC', '000102', []],
    ['secret-base64', '+/+/', 'fbffbf', []],
    ['secret-base64', 'AA==', '00', []],
    ['secret-base64', 'AA', '00', []],
    ['secret-base64', 'AAE\nCAw ', '00010203', ['secret-space-ignored']],
    ['secret-base64', 'AB', '00', ['base64-spare-bits']],
    ['secret-base64', '', '', ['secret-empty']],
    ['secret-base64url', '-_-_', 'fbffbf', []],
    ['secret-base64url', 'AA==', '00', []],
    ['secret-base64url', 'AA', '00', []],
    ['secret-hex', '00ff', '00ff', []],
    ['secret-hex', '00FfaB', '00ffab', []],
    ['secret-hex', '00:ff 01\n', '00ff01', ['secret-space-ignored', 'secret-colon-ignored']],
    ['secret-hex', '00:ff', '00ff', ['secret-colon-ignored']],
    ['secret-hex', '', '', ['secret-empty']],
  ]
  test.each(rows)('%s %j', async (format, text, hex, notices) => {
    const reading = await readKey(text, format)
    const key = reading.ok ? reading.value : null
    expect(key).toMatchObject({
      format: format === 'detect' ? 'secret-utf8' : format,
      span: { from: 0, to: text.length },
      fromPrivate: false,
      bits: hex.length * 4,
    })
    expect(hexOf(key?.jwk.k)).toBe(hex)
    expect(key?.notices.map(({ code }) => code)).toEqual(notices)
  })

  test('the encoding that a text also reads as is named, with what it would come to', async () => {
    const notice = async (text: string) => {
      const reading = await readKey(text, 'detect')
      return reading.ok && reading.value.notices[0]?.values
    }
    expect(await notice('00112233445566778899aabbccddeeff')).toEqual({ format: 'secret-hex', octets: 16 })
    expect(await notice('AAECAwQFBgcICQoLDA0ODxAREhM+FRYXGBkaGxwdHh8=')).toEqual({
      format: 'secret-base64',
      octets: 32,
    })
    expect(await notice('AAECAwQFBgcICQoLDA0ODxAREhM-FRYXGBkaGxwdHh8')).toEqual({
      format: 'secret-base64url',
      octets: 32,
    })
  })

  test.each(['', '\n'])(
    'the body of a PEM file chosen to be a secret is one, and looks like a key: %j',
    async (separator) => {
      const lines = fixture('keys/p256.spki.pem').split('\n').slice(1, -2)
      const body = lines.join(separator)
      const reading = await readKey(body, 'secret-utf8')
      const codes = reading.ok && reading.value.notices.map(({ code }) => code)
      expect(codes).toEqual(['secret-also-encoded', 'secret-looks-like-key'])
      expect(reading.ok && reading.value.notices[1]?.values).toEqual({ as: 'der' })
    },
  )

  test('the body of an OpenSSH private key, which says nothing without its lines, looks like a key', async () => {
    const body = fixture('keys/openssh-ed25519.pem').split('\n').slice(1, -2).join('\n')
    const reading = await readKey(body)
    expect(reading.ok && reading.value.notices).toMatchObject([
      { code: 'secret-looks-like-key', values: { as: 'pem' } },
    ])
  })

  test('a PEM file chosen to be a secret is one, and looks like a key', async () => {
    const reading = await readKey(fixture('keys/p256.spki.pem'), 'secret-utf8')
    const codes = reading.ok && reading.value.notices.map(({ code }) => code)
    expect(codes).toEqual(['secret-line-break', 'secret-looks-like-key'])
  })

  const broken: readonly [format: KeyFormat | 'detect', text: string, fault: object, marked: string][] = [
    ['detect', '', { code: 'key-empty' }, ''],
    ['detect', 'a\uD83D', { code: 'secret-not-unicode', values: { codePoint: 'U+D83D' } }, '\uD83D'],
    ['detect', '\u{1F511}\uDD11', { code: 'secret-not-unicode', values: { codePoint: 'U+DD11' } }, '\uDD11'],
    [
      'secret-base64',
      'AA-_',
      { code: 'key-base64-character', values: { character: '-', codePoint: 'U+002D', alphabet: 'base64' } },
      '-',
    ],
    [
      'secret-base64url',
      'AA+/',
      {
        code: 'key-base64-character',
        values: { character: '+', codePoint: 'U+002B', alphabet: 'base64url' },
      },
      '+',
    ],
    ['secret-base64', 'A', { code: 'key-base64-length', values: { length: 1 } }, 'A'],
    ['secret-base64', 'AA=', { code: 'key-base64-padding', values: { expected: 2, found: 1 } }, '='],
    ['secret-base64', 'AAAA=', { code: 'key-base64-padding', values: { expected: 0, found: 1 } }, '='],
    [
      'secret-hex',
      '0g',
      { code: 'secret-hex-character', values: { character: 'g', codePoint: 'U+0067' } },
      'g',
    ],
    ['secret-hex', '0x00', { code: 'secret-hex-character', values: { character: 'x' } }, 'x'],
    ['secret-hex', '000', { code: 'secret-hex-length', values: { count: 3 } }, '000'],
  ]
  test.each(broken)('%s %j is refused', async (format, text, fault, marked) => {
    const reading = await readKey(text, format)
    expect(reading).toMatchObject({ ok: false, fault })
    const { from, to } = reading.ok ? { from: 0, to: 0 } : reading.fault.span
    expect(text.slice(from, to)).toBe(marked)
  })
})
