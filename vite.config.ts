import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { samplesPlugin } from './src/samples/plugin.ts'
import { classNames } from './src/shell/classNames.ts'
import { sealPlugin } from './src/shell/seal.ts'

const plugins = [react(), samplesPlugin()]
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
