import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Found } from '../../../src/core/recognize/found.ts'
import { recognize } from '../../../src/core/recognize/index.ts'

const token = 'eyJhbGciOiJub25lIn0.e30.'

describe('recognize', () => {
  it.each([
    ['bare', token],
    ['bare', `  ${token}\n`],
    ['bare', `\ufeff${token}\r\n\r\n`],
    ['quoted', `"${token}"`],
    ['quoted', ` '${token}'\n`],
    ['bearer', `Bearer ${token}`],
    ['bearer', `authorization: bearer ${token}\n`],
    ['bearer', `AUTHORIZATION:BEARER "${token}"`],
  ])('%s: %j', (form, text) => {
    const [found] = recognize(text) as [Found]
    expect(found.form).toBe(form)
    expect(text.slice(found.span.from, found.span.to)).toBe(token)
  })
  it.each(['', ' ', '\n\t ', '\ufeff'])('finds nothing in %j', (text) => {
    expect(recognize(text)).toEqual([])
  })
  it('stays within any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('B', 'bearer ', '"', ' ', '.', 'e', '\n') }), (text) => {
        for (const { span } of recognize(text)) {
          expect(span.from).toBeLessThan(span.to)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
