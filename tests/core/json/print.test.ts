import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Kind } from '../../../src/core/json/document.ts'
import { printedNodeAt, printJson } from '../../../src/core/json/print.ts'
import { toPlain } from '../../../src/core/json/read.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { jsonText } from './arbitrary.ts'
import { escapesOf, invisible, withEscapes } from './invisible.ts'
import { sameValue } from './oracle.ts'

const print = (text: string) => printJson(scanJson(text).document)

describe('printing', () => {
  test('puts each member and item on a line of its own', () => {
    expect(print('{"a":[1,{}],"b":{"c":[ ]} , "d":[[2]]}').text).toBe(`{
  "a": [
    1,
    {}
  ],
  "b": {
    "c": []
  },
  "d": [
    [
      2
    ]
  ]
}`)
  })

  test.each(['0', '""', '{}', '[]', 'null', '-1.10E+400', '9223372036854775807', '"\\u0061\\/"'])(
    'leaves %s as it is',
    (text) => {
      expect(print(` ${text}\n`).text).toBe(text)
    },
  )

  test('is what JSON.stringify prints of what JSON.stringify wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme-ascii' }), (value) => {
        // Read back once more, since integer-like names come to stand first in an object.
        const plain = JSON.parse(JSON.stringify(value)) as unknown
        expect(print(JSON.stringify(plain)).text).toBe(JSON.stringify(plain, null, 2))
      }),
    )
  })

  test('shows repeated names and __proto__', () => {
    expect(print('{"a":1,"__proto__":2,"a":3}').text).toBe('{\n  "a": 1,\n  "__proto__": 2,\n  "a": 3\n}')
  })

  test('stops indenting at 40 levels', () => {
    const lines = print('['.repeat(60) + ']'.repeat(60)).text.split('\n')
    const indents = lines.map((line) => line.search(/\S/))
    expect(indents.slice(0, 42)).toEqual(Array.from({ length: 42 }, (_, level) => Math.min(level, 40) * 2))
    expect(Math.max(...indents)).toBe(80)
    expect(lines).toHaveLength(119)
  })
})

describe('characters nobody can see', () => {
  test.each(invisible.map((character) => [escapesOf(character), character]))(
    '%s is printed so',
    (escapes, character) => {
      const text = `{"a${character}":"${character}b${character}${character}","c":"d"}`
      const { text: printed } = print(text)
      expect(printed).toBe(`{\n  "a${escapes}": "${escapes}b${escapes}${escapes}",\n  "c": "d"\n}`)
      expect(JSON.parse(printed)).toEqual(JSON.parse(text))
    },
  )

  test.each(['é', '😀', '한', 'שלום', '中', '\u{10ffff}', '\u00a0', 'a\u0301'])(
    '%s is printed as it is',
    (character) => {
      expect(print(`"${character}"`).text).toBe(`"${character}"`)
    },
  )
})

describe('the places', () => {
  test('are those of the same tree with the same lexemes', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document } = scanJson(text)
        const printed = printJson(document)
        const again = scanJson(printed.text)
        expect(again.fault).toBeNull()
        expect(again.document.count).toBe(document.count)
        for (let row = 0; row < document.count; row++) {
          expect(again.document.kind[row]).toBe(document.kind[row])
          expect(again.document.end[row]).toBe(document.end[row])
          expect(again.document.parent[row]).toBe(document.parent[row])
          expect([printed.from[row], printed.to[row]]).toEqual([
            again.document.from[row],
            again.document.to[row],
          ])

          const before = text.slice(document.from[row], document.to[row])
          const after = printed.text.slice(printed.from[row], printed.to[row])
          const container = document.kind[row] === Kind.object || document.kind[row] === Kind.array
          if (!container) expect(after).toBe(withEscapes(before))
        }
        expect(sameValue(toPlain(again.document, 0), JSON.parse(text))).toBe(true)
        expect(printed.text).toBe(printJson(again.document).text)
      }),
      { numRuns: 1000 },
    )
  })

  test('of lines are those after each line feed', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const printed = print(text)
        const starts = [0, ...Array.from(printed.text.matchAll(/\n/g), (match) => match.index + 1)]
        expect(Array.from(printed.lines)).toEqual(starts)
      }),
    )
  })

  test('lead back to the node: the last row to cover an offset', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document } = scanJson(text)
        const printed = printJson(document)
        for (let offset = -1; offset <= printed.text.length; offset++) {
          let last: number | null = null
          for (let row = 0; row < document.count; row++) {
            if (printed.from[row]! <= offset && offset < printed.to[row]!) last = row
          }
          expect(printedNodeAt(printed, document, offset)).toBe(last)
        }
      }),
    )
  })
})
