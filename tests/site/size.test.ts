/** What keeps the document small and quick to read, and changes nothing else: names of classes, the order of chunks, exports told in short, samples put together in the page, ASCII. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { packed, unpacked } from '../../src/samples/packed.ts'
import { chunkScript, minified } from '../../src/shell/chunks.ts'
import { classNames } from '../../src/shell/classNames.ts'
import { attributeValue, inlineScript, inlineStyle } from '../../src/shell/inline.ts'
import { inOrder } from '../../src/shell/order.ts'
import { documentPath } from './harness.ts'

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

test('chunks of a kind stand together, first what the app begins with, then the shortest', () => {
  const chunk = (name: string, code: string, ...paths: string[]) => ({
    name,
    code,
    modules: Object.fromEntries(paths.map((path, i) => [path, { renderedLength: 10 - i }])),
  })
  const chunks = [
    chunk('view', 'x', '/p/src/ui/a.tsx', '/p/src/content/a.ts'),
    chunk('library', 'x', '/p/node_modules/@noble/a.js'),
    chunk('core', 'x', '/p/src/core/a.ts'),
    chunk('app', 'xx', '/p/node_modules/b.js', '/p/src/ui/b.ts'),
    chunk('long core', 'xx', '/p/src/core/b.ts', '/p/node_modules/b.js'),
    chunk('words', 'x', '/p/src/content/b.ts'),
  ]
  const names = inOrder(chunks, (path) => path === '/p/src/ui/b.ts').map(({ name }) => name)
  expect(names.join()).toBe('words,view,app,core,long core,library')
})

describe('the script of a chunk', () => {
  const written = (name: string, variable: string) =>
    `Object.defineProperty(exports,"${name}",{enumerable:!0,get:function(){return ${variable}}})`

  /** Runs it as the loader does. */
  function evaluated(code: string) {
    const script = chunkScript({ name: 'a.js', code })
    const exported: Record<string, unknown> = {}
    const provide = vi.fn((getters: Record<string, () => unknown>) => {
      for (const [name, get] of Object.entries(getters))
        Object.defineProperty(exported, name, { enumerable: true, get })
    })
    const jotscope = (name: string, run: (...given: unknown[]) => void) => {
      expect(name).toBe('a.js')
      run(() => ({ other: 7 }), exported, provide)
    }
    new Function('jotscope', script)(jotscope)
    return { script, exported, provide }
  }

  test('tells exports in short where the bundler wrote them, and they stay alive', () => {
    const { script, exported, provide } = evaluated(
      `let e=1,t=2;exports.raise=()=>{e++};${written('a', 'e')},${written('$t', 't')};`,
    )
    expect(script).not.toContain('defineProperty')
    expect(provide).toHaveBeenCalledTimes(1)
    ;(exported.raise as () => void)()
    expect(exported).toMatchObject({ a: 2, $t: 2 })
  })

  test('leaves them where code has them otherwise', () => {
    const { exported, provide } = evaluated(
      `const n=require("b");let e={b:3};${written('not a name', 'e')},${written('member', 'e.b')},${written('other', 'n.other')}`,
    )
    expect(provide).not.toHaveBeenCalled()
    expect(exported).toEqual({ 'not a name': { b: 3 }, member: 3, other: 7 })
  })

  test('says to engines that it will be called', () => {
    expect(evaluated('exports.a=1').script).toMatch(/^jotscope\("a\.js",\(function\(.*\}\)\)$/s)
  })
})

test('samples come out of the document as they went in', () => {
  const token = (text: string) =>
    ({ id: 'a', label: 'a', alg: 'a', token: text, key: '', keyFormat: 'detect' }) as const
  const encode = (text: string) => Buffer.from(text).toString('base64url')
  const header = encode('{"alg":"HS256"}')
  const samples = [
    ...['', '.', 'a.b.c', `${header}.${encode('{"ä":"😀 . ~"}')}.`, `${header}.e30.~WyJhIl0~`].map(token),
    // The same octets in other characters, octets that are no text, and JSON.
    ...[
      `${header}=..`,
      `${encode('{"a":1}').slice(0, -1)}R..`,
      `${encode('{')}_w.e31.`,
      `{"payload":"${header}"}`,
    ].map(token),
  ]
  expect(packed(samples[3]!).token).toContainEqual({ text: '{"ä":"😀 . ~"}' })
  expect(unpacked(samples.map(packed))).toEqual(samples)
})

describe('ASCII', () => {
  test('is all that the document has', async () => {
    expect(await readFile(documentPath, 'utf8')).toMatch(/^\p{ASCII}*$/u)
  })

  test('says the same in an attribute, a style sheet and a script', () => {
    expect(attributeValue('’<b>🦊&#8217;')).toBe("'&#8217;<b>&#129418;&amp;#8217;'")
    expect(inlineStyle('a{content:"✓1 🦊"}')).toBe('a{content:"\\2713 1 \\1f98a "}')
    const code = minified('globalThis.told=["’🦊",/[’-\u{1F98A}]/u.test("🦊"),`\\’`+"é",{ñ:1}]')
    expect(inlineScript(code)).toMatch(/^\p{ASCII}*$/u)
    const scope = { told: null }
    new Function('globalThis', inlineScript(code))(scope)
    expect(scope.told).toEqual(['’🦊', true, '’é', { ñ: 1 }])
  })

  test('is asked of a script, which cannot be written otherwise from outside', () => {
    expect(() => inlineScript('"’"')).toThrow('ASCII')
  })
})
