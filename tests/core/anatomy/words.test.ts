import { expect, test } from 'vitest'
import { anatomyText, cellWords, gapWords, kindWords } from '../../../src/content/messages/anatomy.ts'
import { specIds } from '../../../src/content/spec.ts'

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object'
      ? Object.values(value ?? {}).flatMap(strings)
      : []
const all = strings([anatomyText, cellWords, gapWords, kindWords])

test('no sentence has more than thirty words', () => {
  expect(all.length).toBeGreaterThan(80)
  for (const text of all) {
    for (const sentence of text.split(/[.;:?] /)) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(30)
    }
  }
})

test('every value tells where it is specified', () => {
  for (const [, , spec] of Object.values(cellWords)) expect(specIds()).toContain(spec)
  for (const [, spec] of Object.values(kindWords)) expect(specIds()).toContain(spec)
})
