import { describe, expect, test } from 'vitest'
import { scanJson } from '../../../src/core/json/scan.ts'

/** The text with the fault's span in ⟨⟩, its code, and what was found and expected. */
function report(text: string): string[] {
  const { fault } = scanJson(text)
  if (fault === null) return []
  const { from, to } = fault.span
  const marked = `${text.slice(0, from)}⟨${text.slice(from, to)}⟩${text.slice(to)}`
  return [fault.code, marked, String(fault.values.found), String(fault.values.expected)]
}

const end = 'end of input'

describe('says where, what stood there and what was expected', () => {
  test.each([
    ['', 'json-empty', '⟨⟩', end, 'value'],
    [' \n', 'json-empty', '⟨ \n⟩', end, 'value'],
    ['\ufeff{}', 'json-byte-order-mark', '⟨\ufeff⟩{}', '\ufeff', 'value'],

    ['[', 'json-unexpected-end', '[⟨⟩', end, 'value or ]'],
    ['[1', 'json-unexpected-end', '[1⟨⟩', end, ', or ]'],
    ['[1, ', 'json-unexpected-end', '[1, ⟨⟩', end, 'value'],
    ['{', 'json-unexpected-end', '{⟨⟩', end, 'name or }'],
    ['{"a', 'json-unexpected-end', '{"a⟨⟩', end, '"'],
    ['{"a"', 'json-unexpected-end', '{"a"⟨⟩', end, ':'],
    ['{"a":', 'json-unexpected-end', '{"a":⟨⟩', end, 'value'],
    ['{"a":1', 'json-unexpected-end', '{"a":1⟨⟩', end, ', or }'],
    ['{"a":1,', 'json-unexpected-end', '{"a":1,⟨⟩', end, 'name'],
    ['"\\', 'json-unexpected-end', '"\\⟨⟩', end, '"'],
    ['"\\u12', 'json-unexpected-end', '"\\u12⟨⟩', end, '"'],
    ['[-', 'json-unexpected-end', '[-⟨⟩', end, 'digit'],
    ['1.', 'json-unexpected-end', '1.⟨⟩', end, 'digit'],
    ['1.5e+', 'json-unexpected-end', '1.5e+⟨⟩', end, 'digit'],
    ['[tr', 'json-unexpected-end', '[tr⟨⟩', end, 'true'],
    ['n', 'json-unexpected-end', 'n⟨⟩', end, 'null'],

    ['{"a":1 "b":2}', 'json-unexpected-character', '{"a":1 ⟨"⟩b":2}', '"', ', or }'],
    ['[1}', 'json-unexpected-character', '[1⟨}⟩', '}', ', or ]'],
    ['{"a" 1}', 'json-unexpected-character', '{"a" ⟨1⟩}', '1', ':'],
    ['{"a":}', 'json-unexpected-character', '{"a":⟨}⟩', '}', 'value'],
    ['[,1]', 'json-unexpected-character', '[⟨,⟩1]', ',', 'value or ]'],
    ['[1,,2]', 'json-unexpected-character', '[1,⟨,⟩2]', ',', 'value'],
    ['[1,}', 'json-unexpected-character', '[1,⟨}⟩', '}', 'value'],
    ['{,}', 'json-unexpected-character', '{⟨,⟩}', ',', 'name or }'],
    ['[1,😀]', 'json-unexpected-character', '[1,⟨😀⟩]', '😀', 'value'],
    ['{"a":1,// b', 'json-unexpected-character', '{"a":1,⟨/⟩/ b', '/', 'name'],
    ['\u00a0{}', 'json-unexpected-character', '⟨\u00a0⟩{}', '\u00a0', 'value'],
    [']', 'json-unexpected-character', '⟨]⟩', ']', 'value'],

    ['{} {}', 'json-trailing-content', '{} ⟨{}⟩', '{}', end],
    ['1 2', 'json-trailing-content', '1 ⟨2⟩', '2', end],
    ['[1 ,\n]', 'json-trailing-comma', '[1 ⟨,⟩\n]', ',', ']'],
    ['{"a":1,}', 'json-trailing-comma', '{"a":1⟨,⟩}', ',', '}'],

    ['{a:1}', 'json-unquoted-key', '{⟨a⟩:1}', 'a', 'name or }'],
    ['{"a":1,$b_2:1}', 'json-unquoted-key', '{"a":1,⟨$b_2⟩:1}', '$b_2', 'name'],
    ['{größe:1}', 'json-unquoted-key', '{⟨größe⟩:1}', 'größe', 'name or }'],
    ["{'a':1}", 'json-single-quotes', "{⟨'⟩a':1}", "'", 'name or }'],
    ["['a']", 'json-single-quotes', "[⟨'⟩a']", "'", 'value or ]'],
    ['{“a”:1}', 'json-curly-quotes', '{⟨“⟩a”:1}', '“', 'name or }'],
    ['[‘a’]', 'json-curly-quotes', '[⟨‘⟩a’]', '‘', 'value or ]'],

    ['[True]', 'json-literal', '[⟨True⟩]', 'True', 'true'],
    ['[1,None]', 'json-literal', '[1,⟨None⟩]', 'None', 'null'],
    ['undefined', 'json-literal', '⟨undefined⟩', 'undefined', 'null'],
    ['[FALSE]', 'json-literal', '[⟨FALSE⟩]', 'FALSE', 'false'],
    ['[nul]', 'json-literal', '[⟨nul⟩]', 'nul', 'value or ]'],
    ['truex', 'json-literal', '⟨truex⟩', 'truex', 'value'],
    ['hello world', 'json-literal', '⟨hello⟩ world', 'hello', 'value'],

    ['"\\x41"', 'json-bad-escape', '"⟨\\x⟩41"', '\\x', 'escape'],
    ['"a\\u12g4"', 'json-bad-escape', '"a⟨\\u12g⟩4"', '\\u12g', 'escape'],
    ['"\\u"', 'json-bad-escape', '"⟨\\u"⟩', '\\u"', 'escape'],
    ['"\\😀"', 'json-bad-escape', '"⟨\\😀⟩"', '\\😀', 'escape'],
    ['{"a\nb":1}', 'json-control-character', '{"a⟨\n⟩b":1}', '\n', 'escape'],
    ['"\u0000', 'json-control-character', '"⟨\u0000⟩', '\u0000', 'escape'],
  ])('%j: %s', (text, ...expected) => {
    expect(report(text)).toEqual(expected)
  })
})

describe('says what is wrong with a number', () => {
  test.each([
    ['[01]', 'leading-zero', '01'],
    ['[-012.5]', 'leading-zero', '-012.5'],
    ['[+1]', 'leading-plus', '+1'],
    ['[-]', 'bare-minus', '-'],
    ['[--1]', 'bare-minus', '--1'],
    ['[.5]', 'no-integer', '.5'],
    ['[-.5]', 'no-integer', '-.5'],
    ['[1.]', 'no-fraction', '1.'],
    ['[1.e5]', 'not-decimal', '1.e5'],
    ['[1e]', 'no-exponent', '1e'],
    ['[1.5E+]', 'no-exponent', '1.5E+'],
    ['[NaN]', 'not-finite', 'NaN'],
    ['[Infinity]', 'not-finite', 'Infinity'],
    ['[-Infinity]', 'not-finite', '-Infinity'],
    ['[0x1F]', 'not-decimal', '0x1F'],
    ['[1_000]', 'not-decimal', '1_000'],
    ['[1.2.3]', 'not-decimal', '1.2.3'],
    ['[123n]', 'not-decimal', '123n'],
  ])('%s: %s', (text, reason, lexeme) => {
    expect(scanJson(text).fault).toMatchObject({
      code: 'json-bad-number',
      span: { from: 1, to: 1 + lexeme.length },
      values: { found: lexeme, expected: 'number', reason },
    })
  })
})

describe('says more where there is more to say', () => {
  test('line and column count from 1, each kind of line break as one', () => {
    expect(scanJson('{\r\n  "a": 1,\n\r  b\n}').fault?.values).toMatchObject({ line: 4, column: 3 })
    expect(scanJson('x').fault?.values).toMatchObject({ line: 1, column: 1 })
    expect(scanJson('[\n').fault?.values).toMatchObject({ line: 2, column: 1 })
  })

  test('a character is named by its code point', () => {
    expect(scanJson('"\u0007"').fault?.values.codePoint).toBe('U+0007')
    expect(scanJson('[\u00a0]').fault?.values.codePoint).toBe('U+00A0')
    expect(scanJson('😀').fault?.values.codePoint).toBe('U+1F600')
  })

  test('the innermost open bracket or quote is pointed at, if there is one', () => {
    expect(scanJson('{"a":[1,{"b":2}').fault?.values.open).toBe(5)
    expect(scanJson('{"a":[1,"b').fault?.values.open).toBe(8)
    expect(scanJson('{"a":1]').fault?.values.open).toBe(0)
    expect(scanJson('nonsense').fault?.values).not.toHaveProperty('open')
  })

  test('a long run of nonsense is cut', () => {
    const { span, values } = scanJson('a'.repeat(100_000)).fault!
    expect(span).toEqual({ from: 0, to: 100_000 })
    expect(values.found).toBe('a'.repeat(40))
  })
})
