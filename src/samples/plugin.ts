/** Serves `virtual:samples`: what `made.ts` has, once for each build, development server or test run. */
import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'
import { packed } from './packed.ts'

type Made = typeof import('./made.ts')

const id = 'virtual:samples'
const resolvedId = `\0${id}`
const made = fileURLToPath(new URL('./made.ts', import.meta.url))
const unpacking = fileURLToPath(new URL('./packed.ts', import.meta.url))

export function samplesPlugin(): Plugin {
  // Kept, because the samples hold fresh keys: the prerendered markup and the script that takes it over must agree.
  let code: Promise<string> | null = null

  async function make(): Promise<string> {
    const { module } = await runnerImport<Made>(made, { configFile: false, logLevel: 'error' })
    const samples = JSON.stringify(module.samples.map(packed))
    return `import { unpacked } from ${JSON.stringify(unpacking)}\nexport const samples = unpacked(${samples})`
  }

  return {
    name: 'jotscope:samples',
    sharedDuringBuild: true,
    resolveId: (source) => (source === id ? resolvedId : undefined),
    load(source) {
      if (source !== resolvedId) return undefined
      code ??= make()
      return code
    },
  }
}
