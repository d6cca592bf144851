/** Each check finds what it is for, and leaves alone what looks like it. */
import { describe, expect, it } from 'vitest'
import { cycle, roleNames, wrongImports, wrongLengths, wrongNames } from './checks.ts'
import { forbidden, layers, longFiles, maxLines, roleWords } from './rules.ts'
import { sourceOf } from './source.ts'

const imports = (path: string, text: string): string[] => wrongImports([sourceOf(path, text)], layers)
const names = (path: string, text: string): string[] => wrongNames([sourceOf(path, text)], forbidden)

describe('the direction of imports', () => {
  it.each([
    ['src/core/text/a.ts', `import { scan } from '../json/scan.ts'`, 'src/core/json/scan.ts'],
    ['src/core/json/a.ts', `export * from '../decode/token.ts'`, 'src/core/decode/token.ts'],
    [
      'src/core/recognize/a.ts',
      `import { decode } from '../decode/compact.ts'`,
      'src/core/decode/compact.ts',
    ],
    ['src/core/decode/a.ts', `import { read } from '../recognize/found.ts'`, 'src/core/recognize/found.ts'],
    ['src/core/keys/a.ts', `export { verify } from '../crypto/verify.ts'`, 'src/core/crypto/verify.ts'],
    ['src/core/validate/a.ts', `import { lint } from '../lint/index.ts'`, 'src/core/lint/index.ts'],
    ['src/core/crypto/a.ts', `const it = await import('../inspect.ts')`, 'src/core/inspect.ts'],
    ['src/core/lint/a.ts', `import { memo } from 'react'`, 'react'],
    ['src/core/lint/a.ts', `import { words } from '../../content/findings.ts'`, 'src/content/findings.ts'],
    ['src/content/a.ts', `import { Kind } from '../core/json/document.ts'`, 'src/core/json/document.ts'],
    [
      'src/content/a.ts',
      `import { type Node, Kind } from '../core/json/document.ts'`,
      'src/core/json/document.ts',
    ],
    ['src/state/a.ts', `import { App } from '../ui/App.tsx'`, 'src/ui/App.tsx'],
    ['src/state/a.ts', `import { words } from '../content/findings.ts'`, 'src/content/findings.ts'],
    ['src/ui/a.tsx', `import { verify } from '../core/crypto/verify.ts'`, 'src/core/crypto/verify.ts'],
    ['src/ui/a.tsx', `import { create } from 'zustand'`, 'zustand'],
    ['src/ui/a.tsx', `import { links } from '../shell/links.ts'`, 'src/shell/links.ts'],
    ['src/ui/a.tsx', `import { makeSamples } from '../samples/make.ts'`, 'src/samples/make.ts'],
    ['src/shell/shell.ts', `import { setInputs } from '../state/store.ts'`, 'src/state/store.ts'],
    ['src/shell/shell.ts', `import { readFile } from 'node:fs/promises'`, 'node:fs/promises'],
    ['src/shell/messages.ts', `import { specOf } from '../content/spec.ts'`, 'src/content/spec.ts'],
    ['src/main.tsx', `import { makeSamples } from './samples/make.ts'`, 'src/samples/make.ts'],
    ['src/ui/a.tsx', 'const it = import(`../state/$' + '{name}.ts`)', '(a computed address)'],
  ])('%s: %s', (path, text, from) => {
    expect(imports(path, text)).toEqual([`${path} must not import from ${from}`])
  })

  it.each([
    ['src/core/text/a.ts', `import type { Token } from '../decode/token.ts'`, 'src/core/decode/token.ts'],
    ['src/core/text/a.ts', `let token: import('../decode/token.ts').Token`, 'src/core/decode/token.ts'],
    ['src/ui/a.tsx', `export type { Parts } from '../shell/document.ts'`, 'src/shell/document.ts'],
  ])('%s: %s', (path, text, from) => {
    expect(imports(path, text)).toEqual([`${path} must not import types from ${from}`])
  })

  it.each([
    [
      'src/core/keys/a.ts',
      `import { scan } from '../json/scan.ts'\nimport { b } from './b.ts'\nimport 'jose'`,
    ],
    ['src/content/a.ts', `import type { Token } from '../core/decode/token.ts'`],
    ['src/content/a.ts', `import { type Token, type Segment } from '../core/decode/token.ts'`],
    ['src/ui/a.tsx', `import { memo } from 'react'\nimport './a.module.css'\nimport '@codemirror/view'`],
    ['src/ui/a.tsx', `// import { a } from '../shell/links.ts'\nconst text = "import '../shell/links.ts'"`],
    ['src/ui/a.tsx', `const it = <p>it's here: import 'zustand' // \`</p>`],
  ])('lets pass in %s: %s', (path, text) => {
    expect(imports(path, text)).toEqual([])
  })

  it('knows a file that belongs nowhere', () => {
    expect(imports('src/helpers/a.ts', '')).toEqual(['src/helpers/a.ts belongs to no layer'])
    expect(imports('src/core/a.ts', '')).toEqual(['src/core/a.ts belongs to no layer'])
  })
})

describe('circles of imports', () => {
  const tree = (files: Record<string, string>): string[] =>
    cycle(Object.entries(files).map(([path, text]) => sourceOf(path, text)))

  it('are found, however long, and through types', () => {
    const files = {
      'src/start.ts': `import './a.ts'`,
      'src/a.ts': `import './b.ts'\nimport './leaf.ts'`,
      'src/b.ts': `export * from './c/d.ts'`,
      'src/c/d.ts': `import type { A } from '../a.ts'`,
      'src/leaf.ts': '',
    }
    expect(tree(files)).toEqual(['src/a.ts → src/b.ts → src/c/d.ts → src/a.ts'])
    expect(tree({ ...files, 'src/c/d.ts': '' })).toEqual([])
  })

  it('are found where a file imports itself', () => {
    expect(tree({ 'src/a.ts': `import './a.ts'` })).toEqual(['src/a.ts → src/a.ts'])
  })
})

describe('forbidden names', () => {
  it.each([
    ['src/core/a.ts', 'const title = document.title', 'document'],
    ['src/core/a.ts', 'const isPage = typeof window === "object"', 'window'],
    ['src/core/a.ts', 'const title = globalThis.document.title', 'document'],
    ['src/core/a.ts', "const title = globalThis['document'].title", 'document'],
    ['src/core/a.ts', 'const now = Date.now()', 'Date'],
    ['src/core/a.ts', 'const now = new Date()', 'Date'],
    ['src/core/a.ts', 'const now = performance.now()', 'performance'],
    ['src/core/a.ts', 'setTimeout(() => {}, 1)', 'setTimeout'],
    ['src/core/a.ts', 'const { language } = navigator', 'navigator'],
    ['src/core/a.ts', 'const it = { document }', 'document'],
    ['src/core/a.ts', 'const f = (document: string) => document\nconst title = document', 'document'],
    ['src/core/a.ts', 'const octets = Buffer.from("")', 'Buffer'],
    ['src/core/a.ts', 'console.log("")', 'console'],
    ['src/state/a.ts', "localStorage.setItem('token', '')", 'localStorage'],
    ['src/state/a.ts', 'window.localStorage.clear()', 'localStorage'],
    ['src/state/a.ts', "window['sessionStorage'].clear()", 'sessionStorage'],
    ['src/state/a.ts', 'const { cookie } = document; document.cookie = cookie', 'document.cookie'],
    ['src/shell/links.ts', 'localStorage.clear()', 'localStorage'],
    ['src/ui/a.tsx', 'const it = <p dangerouslySetInnerHTML={{ __html: "" }} />', 'dangerouslySetInnerHTML'],
    ['src/ui/a.tsx', 'element.innerHTML = ""', 'innerHTML'],
    ['src/shell/shell.ts', 'element.outerHTML = ""', 'outerHTML'],
    ['src/ui/a.tsx', 'void fetch("")', 'fetch'],
    ['src/ui/a.tsx', 'window.console?.warn("")', 'console'],
    ['src/ui/a.tsx', 'navigator.sendBeacon("")', 'sendBeacon'],
  ])('%s: %s', (path, text, name) => {
    expect(names(path, text)).toEqual([expect.stringMatching(`^${path} uses ${name}: `)])
  })

  it.each([
    ['a parameter', 'const f = (document: { title: string }) => document.title'],
    ['an optional parameter', "function f(document = '') { return document }"],
    ['a variable', 'function f() { const document = 1; return () => document }'],
    ['a part of an object', 'const f = ({ document, at: [window, ...self] }) => [document, window, self]'],
    ['a member', 'const f = (it: any) => it.document'],
    [
      'the name of a member',
      'const it = { document: 1 }\ninterface Part { document: string; window(): void }',
    ],
    ['an import', "import { history } from './history.ts'\nconst it = history()"],
    ['a parameter in a type', 'type F = (document: string) => void'],
    ['the variable of a loop', 'for (const document of []) void document'],
    ['a caught error', 'try {} catch (self) { void self }'],
    ['a comment and a string', '// document\nconst it = `window.document` + "console"'],
    ['what any engine has', 'const it = globalThis.crypto.subtle ?? new TextDecoder()'],
  ])('are not seen in %s', (_, text) => {
    expect(names('src/core/a.ts', text)).toEqual([])
  })

  it('are allowed where they belong', () => {
    expect(names('src/shell/shell.ts', 'localStorage.setItem("theme", "dark")')).toEqual([])
    expect(names('src/ui/a.tsx', 'document.title = String(Date.now())')).toEqual([])
  })
})

describe('the length of files', () => {
  const long = sourceOf('src/a.css', '\n'.repeat(maxLines + 1))
  const short = sourceOf('src/b.css', '\n'.repeat(maxLines))

  it('is limited, but for exceptions', () => {
    expect(wrongLengths([long, short], maxLines, {})).toEqual([
      `src/a.css has ${maxLines + 1} lines of ${maxLines}`,
    ])
    expect(wrongLengths([long, short], maxLines, { 'src/a.css': 'a table' })).toEqual([])
  })

  it('lets no exception stay that is none', () => {
    expect(wrongLengths([short], maxLines, { 'src/b.css': 'a table', 'src/c.css': 'gone' })).toEqual([
      'src/b.css needs no exception',
      'src/c.css needs no exception',
    ])
  })

  it('has a reason for each exception', () => {
    for (const reason of Object.values(longFiles)) expect(reason).toMatch(/\S+ \S+/)
  })
})

describe('the names of files', () => {
  const named = (...paths: string[]): string[] =>
    roleNames(
      paths.map((path) => sourceOf(path, '')),
      roleWords,
    )

  it.each(['token.service.ts', 'TokenService.ts', 'utils.ts', 'token-helpers.ts', 'token.values.test.ts'])(
    '%s',
    (name) => {
      expect(named(`src/${name}`)).toEqual([`src/${name} is named after a role`])
    },
  )

  it('are let pass', () => {
    expect(
      named('src/token.ts', 'src/Token.module.css', 'src/serviceWorker.ts', 'src/typesetting.ts'),
    ).toEqual([])
  })
})
