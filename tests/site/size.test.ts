/** What keeps the document small and changes nothing else: names of classes, the order of chunks, exports told in short. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chunkScript } from '../../src/shell/chunks.ts'
import { classNames } from '../../src/shell/classNames.ts'
import { inOrder } from '../../src/shell/order.ts'

describe('names of classes', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jotscope-classes-'))
    await mkdir(join(folder, 'b'))
    await writeFile(join(folder, 'b/Box.module.css'), '.root { gap: 0.5em } .root:hover .line { gap: 0 }')
    await writeFile(join(folder, 'a.module.css'), '.root, .wide\\ .x { gap: 0 }')
    await writeFile(join(folder, 'base.css'), '.none { gap: 0 }')
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('are short, and no two classes share one', () => {
    const nameOf = classNames(folder)
    const named = [
      ['root', 'a'],
      ['wide', 'a'],
      ['root', 'b/Box'],
      ['line', 'b/Box'],
    ].map(([local, file]) => nameOf(local!, join(folder, `${file}.module.css`)))
    expect(new Set(named).size).toBe(4)
    for (const name of named) expect(name).toMatch(/^_[0-9a-z]{1,2}$/)
    expect(classNames(folder)('line', join(folder, 'b/Box.module.css'))).toBe(named[3])
  })

  test('say where it is from, of a class that was written since', () => {
    expect(classNames(folder)('later', join(folder, 'b/Box.module.css'))).toBe('Box_later')
  })
})

test('chunks of a kind stand together, the longest first', () => {
  const chunk = (name: string, code: string, ...paths: string[]) => ({
    name,
    code,
    modules: Object.fromEntries(paths.map((path, i) => [path, { renderedLength: 10 - i }])),
  })
  const chunks = [
    chunk('view', 'x', '/p/src/ui/a.tsx', '/p/src/content/a.ts'),
    chunk('library', 'x', '/p/node_modules/@noble/a.js'),
    chunk('runtime', 'x', '\0runtime'),
    chunk('core', 'x', '/p/src/core/a.ts'),
    chunk('long core', 'xx', '/p/src/core/b.ts', '/p/node_modules/b.js'),
    chunk('words', 'x', '/p/src/content/b.ts'),
  ]
  expect(
    inOrder(chunks)
      .map(({ name }) => name)
      .join(),
  ).toBe('runtime,words,long core,core,library,view')
})

test('exports are told in short where the bundler wrote them, and left where code has them otherwise', () => {
  const written = (name: string, variable: string) =>
    `Object.defineProperty(exports,"${name}",{enumerable:!0,get:function(){return ${variable}}})`
  const scriptOf = (code: string) => chunkScript({ name: 'a.js', code })
  expect(scriptOf(`var e=1,t=2;${written('a', 'e')},${written('$t', 't')};`)).toContain(
    'var e=1,t=2;provide({a:()=>e,$t:()=>t});',
  )
  for (const code of [written('not a name', 'e'), written('a', 'e.b'), 'Object.defineProperty(e,"a",{})']) {
    expect(scriptOf(code)).toContain(code)
  }
})
