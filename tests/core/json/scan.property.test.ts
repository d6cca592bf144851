import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Kind } from '../../../src/core/json/document.ts'
import { items, members, stringValue, toPlain } from '../../../src/core/json/read.ts'
import { scanJson } from '../../../src/core/json/scan.ts'
import { damagedText, jsonText } from './arbitrary.ts'
import { beginsJson, isJson, sameValue } from './oracle.ts'

const runs = { numRuns: 1500 }

describe('scanning agrees with JSON.parse', () => {
  test('on the value', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document, fault } = scanJson(text)
        expect(fault).toBeNull()
        expect(sameValue(toPlain(document, 0), JSON.parse(text))).toBe(true)
      }),
      runs,
    )
  })

  test('on what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat({ max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(sameValue(toPlain(scanJson(text).document, 0), JSON.parse(text))).toBe(true)
      }),
    )
  })

  test('on acceptance of any text', () => {
    const characters = fc.string({ unit: fc.constantFrom(...'{}[],:"\\ueE0123456789.+-truefalsn \n\t') })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), characters), (text) => {
        expect(scanJson(text).fault === null).toBe(isJson(text))
      }),
      { numRuns: 5000 },
    )
  })

  test('on acceptance of a damaged text', () => {
    fc.assert(
      fc.property(damagedText, (text) => {
        expect(scanJson(text).fault === null).toBe(isJson(text))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('the table', () => {
  test('holds together, whole or faulty', () => {
    fc.assert(
      fc.property(fc.oneof(jsonText, damagedText), (text) => {
        const { document } = scanJson(text)
        const { count, kind, from, to, end, parent } = document
        let deepest = 0
        for (let row = 0; row < count; row++) {
          const above = parent[row]!
          expect(from[row]!).toBeLessThan(to[row]!)
          expect(end[row]!).toBeGreaterThan(row)
          if (row === 0) expect(above).toBe(-1)
          else {
            expect(above).toBeLessThan(row)
            expect(end[row]!).toBeLessThanOrEqual(end[above]!)
            expect(from[row]!).toBeGreaterThan(from[above]!)
            expect(to[row]!).toBeLessThanOrEqual(to[above]!)
            expect(from[row]!).toBeGreaterThan(from[row - 1]!)
          }
          if (kind[row] === Kind.key) {
            expect(row + 1).toBeLessThan(count)
            expect(parent[row + 1]).toBe(above)
            expect(kind[row + 1]).not.toBe(Kind.key)
          }
          let depth = 0
          for (let i = above; i >= 0; i = parent[i]!) depth++
          deepest = Math.max(deepest, depth)
        }
        expect(document.depth).toBe(deepest)
        if (count > 0) expect(end[0]).toBe(count)
      }),
      runs,
    )
  })

  test('has spans that slice to the lexeme of each node', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document } = scanJson(text)
        for (let row = 0; row < document.count; row++) {
          const lexeme = text.slice(document.from[row], document.to[row])
          const plain = document.kind[row] === Kind.key ? stringValue(document, row) : toPlain(document, row)
          expect(sameValue(JSON.parse(lexeme), plain)).toBe(true)
          expect(lexeme).toBe(lexeme.trim())
        }
      }),
    )
  })

  test('lists every repeated name', () => {
    fc.assert(
      fc.property(fc.oneof(jsonText, damagedText), (text) => {
        const { document } = scanJson(text)
        const repeated: number[] = []
        for (let row = 0; row < document.count; row++) {
          const names: string[] = []
          for (const { key } of members(document, row)) {
            const name = stringValue(document, key)
            if (names.includes(name)) repeated.push(key)
            names.push(name)
          }
        }
        expect(document.duplicates).toEqual(repeated.sort((a, b) => a - b))
      }),
      runs,
    )
  })

  test('reaches every row from the root, once', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { document } = scanJson(text)
        const reached: number[] = []
        const open = [0]
        while (open.length > 0) {
          const row = open.pop()!
          reached.push(row)
          for (const item of items(document, row)) open.push(item)
          for (const { key, value } of members(document, row)) {
            reached.push(key)
            open.push(value)
          }
        }
        expect(reached.sort((a, b) => a - b)).toEqual(Array.from({ length: document.count }, (_, row) => row))
      }),
    )
  })
})

describe('a fault', () => {
  const faulty = fc.oneof(damagedText, fc.string({ unit: 'binary' })).filter((text) => !isJson(text))
  /** Faults whose span ends with the first character that nothing can mend. */
  const exact = new Set([
    ...['json-unexpected-character', 'json-control-character', 'json-bad-escape', 'json-byte-order-mark'],
    ...['json-trailing-content', 'json-single-quotes', 'json-curly-quotes', 'json-unquoted-key'],
  ])

  test('lies where the text stops being the beginning of a JSON text', () => {
    fc.assert(
      fc.property(faulty, (text) => {
        const { code, span, values } = scanJson(text).fault!
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeGreaterThanOrEqual(span.from)
        expect(span.to).toBeLessThanOrEqual(text.length)
        expect(beginsJson(text.slice(0, span.from))).toBe(true)
        if (exact.has(code)) expect(beginsJson(text.slice(0, span.to))).toBe(false)

        const endsTooEarly = code === 'json-unexpected-end' || code === 'json-empty'
        expect(endsTooEarly).toBe(beginsJson(text))
        expect(values.found).toBe(endsTooEarly ? 'end of input' : text.slice(span.from, span.to).slice(0, 40))
      }),
      { numRuns: 3000 },
    )
  })

  test('loses nothing of what stands before it', () => {
    fc.assert(
      fc.property(faulty, (text) => {
        const { document, fault } = scanJson(text)
        const whole = scanJson(text.slice(0, fault!.span.from)).document
        expect(document.count).toBe(whole.count)
        expect(Array.from(document.from.slice(0, document.count))).toEqual(
          Array.from(whole.from.slice(0, whole.count)),
        )
      }),
      runs,
    )
  })
})
