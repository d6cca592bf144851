import { describe, expect, test } from 'vitest'
import { printedNodeAt, printJson } from '../../../src/core/json/print.ts'
import { memberValue, nodeAt, pathOf, toPlain } from '../../../src/core/json/read.ts'
import { scanJson } from '../../../src/core/json/scan.ts'

/** Milliseconds of the fastest of three runs, so that a busy machine does not fail a test. */
function fastest(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  })
  return Math.min(...times)
}

/** An object with members of about 30 characters. */
function claims(length: number): string {
  const count = Math.round(length / 34)
  const member = (_: unknown, i: number) => `"claim_${i}":"the value of ${i}"`
  return `{${Array.from({ length: count }, member).join(',')}}`
}

describe('100,000 levels', () => {
  const levels = 100_000
  const nested = {
    arrays: '['.repeat(levels) + ']'.repeat(levels),
    objects: `${'{"a":'.repeat(levels)}0${'}'.repeat(levels)}`,
  }

  test.each(Object.entries(nested))('of %s are scanned, printed and read', (_, text) => {
    const { document, fault } = scanJson(text)
    expect(fault).toBeNull()
    expect(document.depth).toBeGreaterThanOrEqual(levels - 1)

    const printed = printJson(document)
    expect(scanJson(printed.text).document.count).toBe(document.count)
    const middle = text.length >> 1
    expect(pathOf(document, nodeAt(document, middle)!).length).toBeGreaterThan(levels)
    expect(printedNodeAt(printed, document, printed.from[document.count - 1]!)).toBe(document.count - 1)
    expect(typeof toPlain(document, 0)).toBe('object')
  })

  test('left open are a fault at the end', () => {
    const { document, fault } = scanJson('['.repeat(levels))
    expect(fault).toMatchObject({ code: 'json-unexpected-end', span: { from: levels, to: levels } })
    expect(document.count).toBe(levels)
    expect(document.to[0]).toBe(levels)
  })
})

describe('100,000 members', () => {
  const object = (name: (i: number) => string) =>
    `{${Array.from({ length: 100_000 }, (_, i) => `"${name(i)}":${i}`).join(',')}}`

  test.each([
    ['with different names', (i: number) => `name${i}`, 0],
    ['with different names, escaped', (i: number) => `\\u006eame${i}`, 0],
    ['with 1,000 names', (i: number) => `name${i % 1000}`, 99_000],
    ['with one name', () => '__proto__', 99_999],
    ['with one name, written in two ways', (i: number) => (i % 2 ? 'a' : '\\u0061'), 99_999],
  ])('%s take linear time', (_, name, duplicates) => {
    const text = object(name)
    expect(scanJson(text).document.duplicates).toHaveLength(duplicates)
    expect(fastest(() => scanJson(text))).toBeLessThan(500)
  })

  test('are looked through by name in a few milliseconds', () => {
    const { document } = scanJson(object((i) => `name${i}`))
    expect(memberValue(document, 0, 'name99999')).toBe(200_000)
    expect(fastest(() => memberValue(document, 0, 'exp'))).toBeLessThan(50)
  })
})

// The bounds are five times and more what a slow machine takes: they catch a change of order, not of a few percent.
describe('time', () => {
  test.each([
    ['1 MB', 1_000_000, 50, 60],
    ['5 MB', 5_000_000, 250, 300],
  ])('%s is scanned and printed at once', (_, length, scanning, printing) => {
    const text = claims(length)
    const { document, fault } = scanJson(text)
    expect(fault).toBeNull()
    expect(fastest(() => scanJson(text))).toBeLessThan(scanning)
    expect(fastest(() => printJson(document))).toBeLessThan(printing)
  })

  test('a thousand small texts take next to none', () => {
    const text = claims(300)
    const thousand = () => {
      for (let i = 0; i < 1000; i++) printJson(scanJson(text).document)
    }
    expect(fastest(thousand)).toBeLessThan(200)
  })
})
