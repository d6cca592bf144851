/** The Vite plugin that turns the app's chunks and its one style sheet into the sealed document. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'lightningcss'
import { build, createServer, type Plugin, type PluginOption, type Rolldown } from 'vite'
import { type Chunk, minified } from './chunks.ts'
import { type Parts, sealDocument } from './document.ts'
import { doorDocument } from './door/document.ts'
import { links } from './links.ts'
import { inOrder } from './order.ts'
import {
  ARMOUR,
  CODE_POLICY,
  connectionAllowlist,
  fetchingPolicy,
  hashSource,
  headersFile,
  WORKER_POLICY,
} from './policy.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** A script of this folder with what it imports, as one classic script; `define` gives global names their values. */
export async function bundle(path: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: root(path), output: { format: 'iife' } },
    },
  })
  const output = (Array.isArray(result) ? result : [result]).flatMap((r) => ('output' in r ? r.output : []))
  const [script] = output
  if (output.length !== 1 || script?.type !== 'chunk') throw new Error(`${path} is not one script`)
  return minified(script.code)
}

/** A style sheet of this folder, without what only its readers need. */
async function style(path: string): Promise<string> {
  const { code } = transform({ filename: path, code: await readFile(root(path)), minify: true })
  return new TextDecoder().decode(code)
}

const names = { WORKER_POLICY: JSON.stringify(WORKER_POLICY), ARMOUR: JSON.stringify(ARMOUR) }

/** The scripts that the document runs by itself: the shell's, and those that the frame begins with. */
export async function ownScripts(): Promise<Pick<Parts, 'shellScript' | 'lockdownScript' | 'loaderScript'>> {
  const [shellScript, lockdownScript, loaderScript] = await Promise.all([
    bundle('src/shell/shell.ts', names),
    bundle('src/shell/lockdown.ts'),
    bundle('src/shell/loader.ts', { CODE_POLICY: JSON.stringify(CODE_POLICY) }),
  ])
  return { shellScript, lockdownScript, loaderScript }
}

/** The modules that the app runs without asking for more, by id. */
const atOnce = new Set<string>()

/** Chunks that ask for each other by file name, as `loader.ts` finds them in the document. */
const output: Rolldown.OutputOptions = {
  format: 'cjs',
  exports: 'named',
  strict: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  codeSplitting: {
    includeDependenciesRecursively: false,
    // Left alone, each module that chunks share is a chunk, and each chunk costs two hashes. Words are apart from code, so that
    // the order of `order.ts` brings them together.
    groups: [
      { name: 'spec', test: /\/content\/spec\.ts/ },
      { name: 'words', test: (id: string) => atOnce.has(id) && id.includes('/src/content/') },
      { name: 'app', test: (id: string) => atOnce.has(id) },
      { name: 'noble', test: /@noble\/(?:hashes|curves)/ },
      { name: 'curves', test: /engines\/(?:ed\d+|secp256k1)\.ts/ },
      // Small, and needed seldom.
      { name: 'seldom', test: /engines\/rsa|chainSignatures|publicHalf|meaning\/origin|EncryptedParts/ },
      { name: 'sharedWords', test: /\/src\/content\//, minShareCount: 2 },
      { name: 'shared', test: /\/src\//, minShareCount: 2 },
      { name: 'lessons', test: /\/content\/lessons\// },
    ],
  },
}

/** Notes the modules that the entry needs as it starts, before they are put into chunks. */
const noteAtOnce: Plugin = {
  name: 'jotscope:at-once',
  apply: 'build',
  buildEnd() {
    const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const imported = this.getModuleInfo(id)?.importedIds ?? []
      waiting.push(...imported.filter((other) => !atOnce.has(other)))
      for (const other of imported) atOnce.add(other)
    }
  },
}

/** Vite would fetch style sheets and chunks ahead; here there is nothing to fetch. */
const withoutPreload: Plugin = {
  name: 'jotscope:without-preload',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined,
}

/**
 * @param rendering the plugins and CSS options that the app is built with, so that its first state, rendered here by
 * `src/prerender.tsx`, has the same samples and class names as the script that takes it over
 */
export function sealPlugin(rendering: {
  readonly plugins: PluginOption[]
  readonly css: { readonly modules: object }
}): Plugin[] {
  async function prerender(): Promise<string> {
    const server = await createServer({
      ...rendering,
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      appType: 'custom',
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
    })
    try {
      const { render } = (await server.ssrLoadModule(root('src/prerender.tsx'))) as { render(): string }
      return render()
    } finally {
      await server.close()
    }
  }

  const seal: Plugin = {
    name: 'jotscope:seal',
    apply: 'build',
    enforce: 'post',
    config: () => ({ build: { rolldownOptions: { output } } }),
    generateBundle: {
      order: 'post',
      async handler(_, files) {
        let appStyle = ''
        const entries: Chunk[] = []
        const others: Rolldown.OutputChunk[] = []
        for (const [name, file] of Object.entries(files)) {
          if (file.type === 'chunk' && file.isEntry) entries.push({ name, code: file.code })
          else if (file.type === 'chunk') others.push(file)
          else if (file.type === 'asset' && name.endsWith('.css')) appStyle = String(file.source)
          else this.error(`${name} would be a request: the document must hold everything`)
          delete files[name]
        }
        const [entry] = entries
        if (entry === undefined) return this.error('there is no script to start with')
        const [scripts, shellStyle, doorScript, doorStyle, icon, appMarkup] = await Promise.all([
          ownScripts(),
          style('src/shell/shell.css'),
          bundle('src/shell/door/door.ts'),
          style('src/shell/door/door.css'),
          readFile(root('public/icon.svg'), 'utf8'),
          prerender(),
        ])
        const door = doorDocument({ script: doorScript, style: doorStyle })
        const { html, policy } = sealDocument({
          ...scripts,
          shellStyle,
          chunks: [
            entry,
            ...inOrder(others, (id) => atOnce.has(id)).map(({ fileName, code }) => ({
              name: fileName,
              code,
            })),
          ],
          appStyle,
          door,
          appMarkup,
          icon,
        })
        this.emitFile({ type: 'asset', fileName: 'index.html', source: html })
        this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(policy, links.values()) })
        this.emitFile({
          type: 'asset',
          fileName: 'door.js',
          source: await bundle('src/shell/door/worker.ts'),
        })
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: await bundle('src/shell/offline.ts', {
            ...names,
            // A new document makes a new worker, which takes it in.
            VERSION: JSON.stringify(hashSource(html)),
            ALLOWLIST: JSON.stringify(connectionAllowlist(links.values())),
            FETCHING_POLICY: JSON.stringify(fetchingPolicy),
          }),
        })
      },
    },
  }
  return [withoutPreload, noteAtOnce, seal]
}
