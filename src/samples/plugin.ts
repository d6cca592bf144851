/** Serves `virtual:samples`: what `makeSamples()` makes, once for each build, development server or test run. */
import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'

type Maker = typeof import('./make.ts')

const id = 'virtual:samples'
const resolvedId = `\0${id}`
const maker = fileURLToPath(new URL('./make.ts', import.meta.url))

export function samplesPlugin(): Plugin {
  // Kept, because the samples hold fresh keys: the prerendered markup and the script that takes it over must agree.
  let code: Promise<string> | null = null

  async function make(): Promise<string> {
    const { module } = await runnerImport<Maker>(maker, { configFile: false, logLevel: 'error' })
    return `export const samples = ${JSON.stringify(await module.makeSamples())}`
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
