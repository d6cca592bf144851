/** The sources as they are keep to the rules. */
import { describe, expect, it } from 'vitest'
import { cycle, roleNames, wrongImports, wrongLengths, wrongNames } from './checks.ts'
import { forbidden, layers, longFiles, maxLines, roleWords } from './rules.ts'
import { readSources } from './source.ts'

const app = readSources(['src'])
const everything = [...app, ...readSources(['tests', 'scripts'])]

describe('the house', () => {
  it('is read whole', () => {
    expect(app.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/main.tsx', 'src/core/inspect.ts']),
    )
    expect(app.flatMap(({ imports }) => imports).length).toBeGreaterThan(app.length)
  })

  it('imports in one direction', () => {
    expect(wrongImports(app, layers)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(cycle(everything)).toEqual([])
  })

  it('uses no forbidden name', () => {
    expect(wrongNames(app, forbidden)).toEqual([])
  })

  it('has files that can be read in a sitting', () => {
    expect(wrongLengths(everything, maxLines, longFiles)).toEqual([])
  })

  it('names files after what they are about', () => {
    expect(roleNames(everything, roleWords)).toEqual([])
  })
})
