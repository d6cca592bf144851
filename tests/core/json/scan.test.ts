import { describe, expect, test } from 'vitest'
import { type JsonDocument, Kind } from '../../../src/core/json/document.ts'
import { stringValue } from '../../../src/core/json/read.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { isJson } from './oracle.ts'

const kindNames = Object.keys(Kind)

/** One line per row: kind, lexeme, end, parent. */
function table({ text, count, kind, from, to, end, parent }: JsonDocument): string[] {
  return Array.from({ length: count }, (_, row) =>
    [kindNames[kind[row]!], text.slice(from[row], to[row]), end[row], parent[row]].join(' '),
  )
}

describe('the table', () => {
  test('has a row per node, in document order, a key before its value', () => {
    const { document, fault } = scanJson(' {"a" : [1, "x"], "b":{}, "c":null} ')
    expect(fault).toBeNull()
    expect(table(document)).toEqual([
      'object {"a" : [1, "x"], "b":{}, "c":null} 9 -1',
      'key "a" 2 0',
      'array [1, "x"] 5 0',
      'number 1 4 2',
      'string "x" 5 2',
      'key "b" 6 0',
      'object {} 7 0',
      'key "c" 8 0',
      'null null 9 0',
    ])
    expect(document.depth).toBe(2)
    expect(document.duplicates).toEqual([])
  })

  test.each([
    ['0', 0],
    ['[]', 0],
    ['[0]', 1],
    ['[[],{}]', 1],
    ['[[0],0]', 2],
    ['{"a":[{"b":0}]}', 3],
  ])('%s has depth %i', (text, depth) => {
    expect(scanJson(text).document.depth).toBe(depth)
  })

  test('keeps numbers as they are written', () => {
    const numbers = [
      '9223372036854775807',
      '1.10',
      '1e400',
      '-0',
      '0.0',
      '1E+2',
      '123456789012345678901234567890',
    ]
    const { document } = scanJson(`[${numbers.join(',')}]`)
    expect(table(document).slice(1)).toEqual(numbers.map((text, i) => `number ${text} ${i + 2} 0`))
  })

  test('grows with the text', () => {
    const items = Array.from({ length: 1000 }, () => '0')
    const { document } = scanJson(`[${items.join(',')}]`)
    expect(document.count).toBe(1001)
    expect(Array.from(document.from.slice(1, 1001))).toEqual(items.map((_, i) => 1 + 2 * i))
  })
})

describe('duplicates', () => {
  const duplicateNames = (text: string): string[] => {
    const { document } = scanJson(text)
    return document.duplicates.map((key) => `${stringValue(document, key)}@${document.from[key]}`)
  }

  test.each([
    ['{"a":1,"b":2}', []],
    ['{"a":1,"a":2,"a":3}', ['a@7', 'a@13']],
    ['{"a":1,"\\u0061":2}', ['a@7']],
    ['{"\\u0061":1,"a":2}', ['a@12']],
    ['{"__proto__":1,"__proto__":2,"constructor":3}', ['__proto__@15']],
    ['{"":1,"":2}', ['@6']],
    ['{"a":{"a":1},"b":{"a":2}}', []],
    ['[{"a":1},{"a":2}]', []],
    ['{"a":{"b":1,"b":2},"a":[{"c":1,"c":2}]}', ['b@12', 'a@19', 'c@31']],
    ['{"é":1,"e\u0301":2}', []],
    ['{"a":1,"a":', []],
    ['{"a":1,"a":2', ['a@7']],
  ])('%s', (text, names) => {
    expect(duplicateNames(text)).toEqual(names)
  })

  test('are found in an object of any size', () => {
    for (const size of [2, 8, 9, 31, 32, 33, 500]) {
      const names = Array.from({ length: size }, (_, i) => `"name ${i}":0`)
      expect(duplicateNames(`{${names.join(',')}}`)).toEqual([])
      expect(duplicateNames(`{${names.join(',')},"name ${size - 1}":1}`)).toHaveLength(1)
    }
  })
})

describe('accepts', () => {
  test.each([
    ...['0', '-0', '-0.0', '1', '10', '1.5', '1e5', '1E-5', '1e+5', '0e0', '1e400', '-1.5e-400'],
    ...[
      '""',
      '"a"',
      '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
      '"\\u0000"',
      '"\\uD834\\uDD1E"',
      '"\\uFFFF"',
      '"\u007f"',
      '"/"',
    ],
    ...['"\\ud800"', '"\\udc00\\ud800"', '"\ud800"', '"\u2028\u2029"', '"\ufeff"', '"😀"', '"\u{10ffff}"'],
    ...[
      'true',
      'false',
      'null',
      '[]',
      '{}',
      '[[]]',
      '[null]',
      '[1,2]',
      '{"":0}',
      '{"a":{}}',
      '{"a":1,"a":1}',
    ],
    ...[' [] ', '\t\n\r []', '[ 1 , 2 ]', '{ "a" : 1 , "b" : 2 }', '[1]\n', '["a",\r\n"b"]'],
  ])('%j', (text) => {
    expect(scanJson(text).fault).toBeNull()
    expect(isJson(text)).toBe(true)
  })
})

describe('refuses', () => {
  test.each([
    ...[
      '',
      ' ',
      '\ufeff{}',
      '\u00a0',
      '\u2060[]',
      '\f[]',
      '[\u000b]',
      '{} {}',
      '[]]',
      '[}',
      '{]',
      ']',
      '}',
      ',',
      ':',
    ],
    ...[
      '[1,]',
      '[,1]',
      '[1,,2]',
      '[,]',
      '[1 2]',
      '[1',
      '[',
      '[1,',
      '["a"',
      '[""',
      '["',
      '[a',
      '[:]',
      '["a":1]',
    ],
    ...[
      '{"a":1,}',
      '{,}',
      '{"a"}',
      '{"a":}',
      '{"a",1}',
      '{"a":1 "b":2}',
      '{"a":1,,"b":2}',
      '{a:1}',
      '{1:1}',
      '{null:1}',
    ],
    ...[
      '{"a"',
      '{"a":',
      '{"a":1',
      '{',
      "{'a':1}",
      '{"a":1}}',
      '{"a"::1}',
      '{"a":1/**/}',
      '{"a":1}//',
      '[1]#',
      '{"a" b}',
    ],
    ...[
      '+1',
      '-',
      '--1',
      '01',
      '-01',
      '00',
      '1.',
      '.5',
      '-.5',
      '1.e5',
      '1e',
      '1e+',
      '1E-',
      '1.5e',
      '0x1F',
      '1_000',
      '1a',
    ],
    ...[
      'NaN',
      'Infinity',
      '-Infinity',
      '1e5.5',
      '1.2.3',
      '1-2',
      '2.e+3',
      '１',
      '- 1',
      '1 e5',
      '0e',
      '[-]',
      '[1.]',
      '[0x1]',
    ],
    ...[
      'tru',
      'truee',
      'True',
      'TRUE',
      'nul',
      'None',
      'undefined',
      'nulll',
      'fals',
      'true1',
      '[true false]',
      'hello',
    ],
    ...[
      '"',
      '"a',
      '"\\"',
      '"\\x41"',
      "'a'",
      '"\\u12"',
      '"\\u123g"',
      '"\\u"',
      '"\\U0041"',
      '"\\',
      '"\\u00',
      '"\\a"',
    ],
    ...[
      '"\n"',
      '"\t"',
      '"\u0000"',
      '"\u001f"',
      '"a\r\nb"',
      '“a”',
      '`a`',
      '"a"b',
      '"a" "b"',
      '<html>',
      '*',
      '\\u0022',
    ],
  ])('%j', (text) => {
    expect(scanJson(text).fault).not.toBeNull()
    expect(isJson(text)).toBe(false)
  })
})

describe('a faulty text', () => {
  test.each([
    [
      '[1,[2,"x"',
      ['array [1,[2,"x" 5 -1', 'number 1 2 0', 'array [2,"x" 5 0', 'number 2 4 2', 'string "x" 5 2'],
    ],
    ['{"a":1,"b":tru', ['object {"a":1,"b":tru 3 -1', 'key "a" 2 0', 'number 1 3 0']],
    ['{"a":1,"b"', ['object {"a":1,"b" 3 -1', 'key "a" 2 0', 'number 1 3 0']],
    ['{"a":', ['object {"a": 1 -1']],
    ['{"a":[', ['object {"a":[ 3 -1', 'key "a" 2 0', 'array [ 3 0']],
    ['[1 2]', ['array [1  2 -1', 'number 1 2 0']],
    ['[1 ,]', ['array [1  2 -1', 'number 1 2 0']],
    ['[1] x', ['array [1] 2 -1', 'number 1 2 0']],
    ['x', []],
    ['', []],
  ])('%j keeps what was read before the fault', (text, rows) => {
    expect(table(scanJson(text).document)).toEqual(rows)
  })
})
