import { describe, expect, it } from 'vitest'
import { faultText } from '../../src/content/messages/faults.ts'
import { foreign } from '../../src/content/messages/foreign.ts'

describe('a foreign value in a sentence', () => {
  it.each([
    ['RS256', 'RS256'],
    ['', ''],
    ['\u202e<b>x</b>', '▯<b>x</b>'],
    ['a\nb\tc\u0000', 'a b c␀'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(2000), `${'x'.repeat(60)}… (2,000 characters)`],
    [`${'x'.repeat(59)}😀😀`, `${'x'.repeat(59)}… (63 characters)`],
  ])('%.20j', (value, shown) => {
    expect(foreign(value)).toBe(shown)
  })
})

it('cuts an object identifier too', () => {
  const values = { oid: '1.2'.padEnd(5000, '.3'), name: '' }
  for (const code of ['key-algorithm-unknown', 'key-curve-unknown'])
    expect(faultText({ code, span: { from: 0, to: 0 }, values }).length).toBeLessThan(250)
})

it('tells two tokens in one from an encrypted one', () => {
  const words = faultText({ code: 'token-segments', span: { from: 0, to: 0 }, values: { count: 5 } })
  expect(words).toMatch(/no enc in the header.*two tokens/)
})
