import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Kind } from '../../../src/core/json/document.ts'
import {
  items,
  members,
  memberValue,
  nodeAt,
  numberText,
  pathOf,
  stringValue,
  toPlain,
} from '../../../src/core/json/read.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { jsonText } from './arbitrary.ts'

const read = (text: string) => scanJson(text).document

describe('stringValue', () => {
  test.each([
    ['""', ''],
    ['"a"', 'a'],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'],
    ['"\\u0041\\ud83d\\ude00"', 'A😀'],
    ['"\\ud800"', '\ud800'],
    ['"\ud800"', '\ud800'],
    ['"\u2028"', '\u2028'],
  ])('%j', (text, value) => {
    expect(stringValue(read(text), 0)).toBe(value)
  })

  test('numberText is the number as written', () => {
    expect(numberText(read(' 1.10E+400 '), 0)).toBe('1.10E+400')
  })
})

describe('members and items', () => {
  test('come in order, repeated names included', () => {
    const document = read('{"b":[1,[2],3],"a":{"x":1},"b":null}')
    const entries = [...members(document, 0)].map(({ key, value }) => [
      stringValue(document, key),
      toPlain(document, value),
    ])
    expect(entries).toEqual([
      ['b', [1, [2], 3]],
      ['a', { x: 1 }],
      ['b', null],
    ])
    expect([...items(document, 2)].map((item) => toPlain(document, item))).toEqual([1, [2], 3])
  })

  test('of another kind of node there are none', () => {
    const document = read('[{"a":1}]')
    expect([...members(document, 0)]).toEqual([])
    expect([...items(document, 1)]).toEqual([])
    expect(memberValue(document, 0, 'a')).toBeNull()
  })

  test.each([
    ['{"alg":"none","alg":"HS256"}', 'alg', '"HS256"'],
    ['{"a":1}', 'alg', null],
    ['{"al\\u0067":1}', 'alg', '1'],
    ['{"algo":1,"al":2}', 'alg', null],
    ['{"\\u0061lgo":1}', 'alg', null],
    ['{"a":{"alg":1}}', 'alg', null],
    ['{"\\\\n":1,"\\n":2}', '\\n', '1'],
    ['{"__proto__":1}', '__proto__', '1'],
    ['{}', 'toString', null],
    ['{"":1}', '', '1'],
    ['{"a":1}', '', null],
  ])('memberValue in %s of %j', (text, name, lexeme) => {
    const document = read(text)
    const value = memberValue(document, 0, name)
    expect(value === null ? null : text.slice(document.from[value], document.to[value])).toBe(lexeme)
  })
})

describe('toPlain', () => {
  test('has __proto__ as an own property', () => {
    const plain = toPlain(read('{"__proto__":{"admin":true}}'), 0) as Record<string, unknown>
    expect(Object.keys(plain)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(plain)).toBe(Object.prototype)
    expect(plain.admin).toBeUndefined()
  })

  test('reads a part of a document', () => {
    const document = read('{"keys":[{"kty":"oct"},{"kty":"RSA","n":[]}]}')
    const [, second] = [...items(document, memberValue(document, 0, 'keys')!)]
    expect(toPlain(document, second!)).toEqual({ kty: 'RSA', n: [] })
  })
})

describe('pathOf', () => {
  const document = read('{"a/b":[0,{"m~n":1}],"":2,"x":[[],[3]]}')
  const pathTo = (lexeme: string) => pathOf(document, nodeAt(document, document.text.indexOf(lexeme))!)

  test.each([
    ['{"a/b"', ''],
    ['"a/b"', '/a~1b'],
    ['[0,', '/a~1b'],
    ['0', '/a~1b/0'],
    ['"m~n"', '/a~1b/1/m~0n'],
    ['1}', '/a~1b/1/m~0n'],
    ['""', '/'],
    ['3', '/x/1/0'],
  ])('to %s is %j', (lexeme, path) => {
    expect(pathTo(lexeme)).toBe(path)
  })

  test('leads back to a node with this value', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document } = scanJson(text)
        for (let row = 0; row < document.count; row++) {
          const tokens = pathOf(document, row).split('/').slice(1)
          let node: number | null = 0
          for (const token of tokens) {
            const name = token.replaceAll('~1', '/').replaceAll('~0', '~')
            if (document.kind[node!] === Kind.array) node = [...items(document, node!)][Number(name)]!
            else node = memberValue(document, node!, name)
          }
          const value = document.kind[row] === Kind.key ? row + 1 : row
          // Of repeated names the path means the last, so below the others it leads elsewhere or nowhere.
          if (document.duplicates.length === 0) expect(node).toBe(value)
        }
      }),
    )
  })
})

describe('nodeAt', () => {
  test('finds a key, its value, and between them the object', () => {
    const document = read(' {"a" : [12] } ')
    const kinds = Object.keys(Kind)
    const found = Array.from(document.text, (_, offset) => {
      const node = nodeAt(document, offset)
      return node === null ? '-' : kinds[document.kind[node]!]![0]
    })
    expect(found.join('')).toBe('-okkkoooannaoo-')
  })

  test('is the last row to cover an offset', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document } = scanJson(text)
        for (let offset = -1; offset <= text.length; offset++) {
          let last: number | null = null
          for (let row = 0; row < document.count; row++) {
            if (document.from[row]! <= offset && offset < document.to[row]!) last = row
          }
          expect(nodeAt(document, offset)).toBe(last)
        }
      }),
    )
  })

  test('finds nothing in a document without rows', () => {
    expect(nodeAt(read('?'), 0)).toBeNull()
  })
})
