/** The Vite plugin that turns the app's chunks and its one style sheet into the sealed document. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, createServer, type Plugin, type PluginOption } from 'vite'
import type { Chunk } from './chunks.ts'
import { sealDocument } from './document.ts'
import { links } from './links.ts'
import { headersFile } from './policy.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** A script of this folder with what it imports, as one classic script. */
export async function bundle(path: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: root(path), output: { format: 'iife' } },
    },
  })
  const output = (Array.isArray(result) ? result : [result]).flatMap((r) => ('output' in r ? r.output : []))
  const [script] = output
  if (output.length !== 1 || script?.type !== 'chunk') throw new Error(`${path} is not one script`)
  return script.code
}

/** Chunks that ask for each other by file name, as `loader.ts` finds them in the document. */
const output = {
  format: 'cjs',
  exports: 'named',
  strict: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
} as const

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
        const lazy: Chunk[] = []
        for (const [name, file] of Object.entries(files)) {
          if (file.type === 'chunk' && file.isEntry) entries.push({ name, code: file.code })
          else if (file.type === 'chunk') lazy.push({ name, code: file.code })
          else if (file.type === 'asset' && name.endsWith('.css')) appStyle = String(file.source)
          else this.error(`${name} would be a request: the document must hold everything`)
          delete files[name]
        }
        const [entry] = entries
        if (entry === undefined) return this.error('there is no script to start with')
        const [shellScript, lockdownScript, loaderScript, shellStyle, icon, appMarkup] = await Promise.all([
          bundle('src/shell/shell.ts'),
          bundle('src/shell/lockdown.ts'),
          bundle('src/shell/loader.ts'),
          readFile(root('src/shell/shell.css'), 'utf8'),
          readFile(root('public/icon.svg'), 'utf8'),
          prerender(),
        ])
        const { html, policy } = sealDocument({
          shellScript,
          shellStyle,
          lockdownScript,
          loaderScript,
          chunks: [entry, ...lazy],
          appStyle,
          appMarkup,
          icon,
        })
        this.emitFile({ type: 'asset', fileName: 'index.html', source: html })
        this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(policy, links.values()) })
      },
    },
  }
  return [withoutPreload, seal]
}
