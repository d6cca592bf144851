import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asShown, withEdited, withPasted } from '../../src/ui/common/lineBreaks.ts'

const keys = fc.string({ unit: fc.constantFrom('a', 'b', '\r\n', '\n', '\r', '😀') })

it('keeps the line breaks that an edit does not touch', () => {
  expect(withEdited('a\r\nb\r\nc', 'a\nx\nc')).toBe('a\r\nx\r\nc')
  expect(withEdited('a\r\nb', 'a\nb\n')).toBe('a\r\nb\n')
  expect(withEdited('a\r\nb', 'ab')).toBe('ab')
  expect(withEdited('a\r\nb', '')).toBe('')
})

it('takes pasted text as it is, wherever it goes', () => {
  expect(withPasted('', { from: 0, to: 0 }, 'a\r\nb\r\n')).toBe('a\r\nb\r\n')
  expect(withPasted('a\r\nb\r\nc', { from: 2, to: 3 }, 'x\r\ny')).toBe('a\r\nx\r\ny\r\nc')
})

it('shows what the box shows, whatever the key was', () => {
  fc.assert(
    fc.property(keys, keys, (raw, next) => {
      const shown = asShown(next)
      expect(asShown(withEdited(raw, shown))).toBe(shown)
      expect(withEdited(raw, asShown(raw))).toBe(raw)
    }),
  )
})
