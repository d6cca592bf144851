/** Code that is evaluated at first need, in a document that is sealed as the app's is: inert until then, and held by its hash. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealDocument } from '../../src/shell/document.ts'
import { doorDocument } from '../../src/shell/door/document.ts'
import { ownScripts } from '../../src/shell/seal.ts'
import { launch, open } from './harness.ts'

/** The app shares an object with its chunks, which count how often they are evaluated. */
const entry = {
  name: 'main.js',
  code: `"use strict";
    exports.evaluations = []
    globalThis.app = {
      evaluations: exports.evaluations,
      take: () => Promise.resolve().then(() => require('./lazy.js')),
      takeBroken: () => Promise.resolve().then(() => require('./broken.js')),
    }`,
}
const lazy = [
  {
    name: 'lazy.js',
    code: `"use strict";
      const { evaluations } = require('./main.js'), { part } = require('./shared.js')
      if (Object.keys(require('./shared.js')).join() !== 'of,part') throw new Error('exports')
      evaluations.push('lazy')
      exports.text = part + ', </script><!-- taken'`,
  },
  {
    name: 'shared.js',
    // Exports as the bundler writes them.
    code: `require('./main.js').evaluations.push('shared'); const part = 'a part // of it', of = 1
      Object.defineProperty(exports,"of",{enumerable:!0,get:function(){return of}}),Object.defineProperty(exports,"part",{enumerable:!0,get:function(){return part}})`,
  },
  {
    name: 'broken.js',
    code: `require('./main.js').evaluations.push('broken'); throw new Error('it broke')`,
  },
]

declare const app: {
  evaluations: string[]
  take(): Promise<{ text: string }>
  takeBroken(): Promise<object>
}

let browser: Browser
let context: BrowserContext
let folder: string
let html: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jotscope-chunks-'))
  const sealed = sealDocument({
    ...(await ownScripts()),
    shellStyle: '/**/',
    chunks: [entry, ...lazy],
    appStyle: '/* */',
    door: doorDocument({ script: ';;;', style: '/*  */' }),
    appMarkup: '<p>app</p>',
    icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  html = sealed.html
  browser = await launch()
  context = await browser.newContext()
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

async function openText(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  const opened = await open(context, pathToFileURL(path).href)
  await expect.poll(() => opened.frame.evaluate(() => 'app' in globalThis)).toBe(true)
  return opened
}

test('a chunk is inert until it is needed, and evaluated once, with what it shares', async () => {
  const { page, frame, seen } = await openText('sealed.html', html)
  expect(await frame.evaluate(() => app.evaluations)).toEqual([])
  expect(await frame.evaluate(() => app.take().then(({ text }) => text))).toBe(
    'a part // of it, </script><!-- taken',
  )
  expect(
    await frame.evaluate(() => app.take().then((first) => app.take().then((again) => first === again))),
  ).toBe(true)
  expect(await frame.evaluate(() => app.evaluations)).toEqual(['shared', 'lazy'])
  expect(seen.console).toEqual([])
  await page.close()
})

test('a chunk that fails fails again, and nothing else does', async () => {
  const { page, frame } = await openText('sealed.html', html)
  const attempt = () => frame.evaluate(() => app.takeBroken().catch((error) => String(error)))
  expect(await attempt()).toBe('Error: it broke')
  expect(await attempt()).toBe('Error: it broke')
  expect(await frame.evaluate(() => app.take().then(() => app.evaluations))).toEqual([
    'broken',
    'broken',
    'shared',
    'lazy',
  ])
  await page.close()
})

test('a chunk whose text was changed is refused by its hash', async () => {
  const changed = html.replace('a part //', 'another //')
  expect(changed).not.toBe(html)
  const { page, frame, seen } = await openText('changed.html', changed)
  const outcome = await frame.evaluate(() =>
    app.take().then(
      () => 'taken',
      (error) => String(error),
    ),
  )
  expect(outcome).toBe('Error: the chunk shared.js did not run')
  expect(await frame.evaluate(() => app.evaluations)).toEqual([])
  // By the policy of each of the two documents.
  expect(seen.violations).toEqual(Array(2).fill(expect.stringMatching(/inline script/)))
  await page.close()
})

test('script in the frame cannot have another text run as a chunk', async () => {
  const { page, frame } = await openText('sealed.html', html)
  const outcome = await frame.evaluate(async () => {
    const hostile = 'globalThis.hostile = true'
    const attempt = (act: () => unknown): string => {
      try {
        act()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const types = Reflect.get(globalThis, 'trustedTypes')
    const outcomes = [
      // A second policy of the loader's name, and one of another name.
      attempt(() => types.createPolicy('code', { createScript: (text: string) => text })),
      attempt(() => types.createPolicy('workers2', { createScript: (text: string) => text })),
      attempt(() => {
        const script = document.createElement('script')
        script.text = hostile
        document.head.append(script)
      }),
    ]
    // The policies of the two documents allow one name more, which is the shell's; there is no hash for what it makes.
    const code = ['workers', 'code'].flatMap((name) => {
      try {
        return [types.createPolicy(name, { createScript: (text: string) => text })]
      } catch {
        return []
      }
    })
    for (const policy of code) {
      const script = document.createElement('script')
      script.text = policy.createScript(hostile)
      document.head.append(script)
    }
    // The shell gives the code once; nobody else is heard as the shell.
    window.parent.postMessage({ type: 'want-code' }, '*')
    window.postMessage({ type: 'code', chunks: [['lazy.js', hostile]] }, '*')
    await new Promise((resolve) => setTimeout(resolve, 100))
    return [...outcomes, Reflect.get(globalThis, 'hostile'), (await app.take()).text]
  })
  expect(outcome).toEqual([
    'TypeError',
    'TypeError',
    'TypeError',
    undefined,
    'a part // of it, </script><!-- taken',
  ])
  await page.close()
})

test('the code is in the shell no more, once the frame has it', async () => {
  const { page } = await openText('sealed.html', html)
  expect(await page.locator('script[data-chunk]').count()).toBe(0)
  await page.close()
})
