import { describe, expect, it } from 'vitest'
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
