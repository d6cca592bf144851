import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingWords } from '../../../src/content/findings/index.ts'
import { encode, findingsOf } from './subject.ts'

const read = (name: string) =>
  (
    JSON.parse(readFileSync(new URL(`../../fixtures/rfc9901/${name}`, import.meta.url), 'utf8')) as {
      sdJwt: string
    }
  ).sdJwt

const presented = read('5_2.presentation_kb.json')
const [jwt, ...rest] = presented.split('~') as [string, ...string[]]
const binding = rest.at(-1)!
const disclosures = rest.slice(0, -1)
const put = (...parts: readonly string[]) => [jwt, ...parts].join('~')
const forged = encode('["c2FsdA","role","admin"]')

describe('SD-JWT presentations', () => {
  it.each([
    ['hash-mismatch', 'a disclosure left out', put(...disclosures.slice(1), binding)],
    ['disclosure-unreferenced', 'a forged one', put(...disclosures, forged, '')],
    ['disclosure-unreferenced', 'one twice', put(...disclosures, disclosures[0]!, '')],
  ])('%s: %s', async (rule, _, text) => {
    const found = (await findingsOf(text)).filter((finding) => finding.rule === rule)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ severity }) => severity === 'error')).toBe(true)
    for (const { values, at } of found) {
      expect(findingWords[rule as 'hash-mismatch'].text(values)).not.toMatch(/undefined|null/)
      for (const span of at) expect(span.to).toBeLessThanOrEqual(text.length)
    }
  })
  it('is silent on the sound one, with and without key binding', async () => {
    for (const text of [presented, put(...disclosures.slice(1), ''), put('')]) {
      const rules = (await findingsOf(text)).map(({ rule }) => rule)
      expect(rules).not.toContain('hash-mismatch')
      expect(rules).not.toContain('disclosure-unreferenced')
    }
  })
})
