import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { samplesPlugin } from './src/samples/plugin.ts'
import { classNames } from './src/shell/classNames.ts'
import { sealPlugin } from './src/shell/seal.ts'

const jsx = fileURLToPath(new URL('./src/ui/common/jsx.ts', import.meta.url))

/** Has JSX call the functions of `jsx.ts`. */
const shortJsx: Plugin = {
  name: 'jotscope:short-jsx',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'react/jsx-runtime' && importer !== jsx ? jsx : undefined),
}

const plugins = [shortJsx, react(), samplesPlugin()]
const ui = fileURLToPath(new URL('./src/ui', import.meta.url))
const css = { modules: { generateScopedName: classNames(ui) } }

export default defineConfig({
  plugins: [...plugins, sealPlugin({ plugins, css })],
  css,
  build: {
    target: ['chrome123', 'firefox123', 'safari17.5'],
    // The document holds everything: the script with its chunks, one style sheet, no file beside them.
    rolldownOptions: {
      input: 'src/main.tsx',
      checks: { pluginTimings: false },
      // The editor's commands name a parser that nothing here parses with; it does not say that it can be left out.
      treeshake: { moduleSideEffects: [{ test: /@lezer|w3c-keyname|style-mod/, sideEffects: false }] },
    },
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    reportCompressedSize: false,
  },
})
