/** The chunks of the app's code as scripts: pure text in, text out. `loader.ts` evaluates them. */
import { minifySync } from '@swc/core'

export interface Chunk {
  /** A file name, by which the other chunks know it. */
  readonly name: string
  /** CommonJS. */
  readonly code: string
}

/** An export as the bundler writes it, two hundred times: its name, and the variable that has it. */
const exported =
  /Object\.defineProperty\(exports,"([A-Za-z_$][\w$]*)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/
const run = new RegExp(`${exported.source}(?:,${exported.source})*`, 'g')

/** The same code with exports told in short: what the loader gives as `provide` takes a getter for each. */
function withShortExports(code: string): string {
  return code.replace(run, (exports) => {
    const getters = Array.from(
      exports.matchAll(new RegExp(exported, 'g')),
      ([, name, variable]) => `${name}:()=>${variable}`,
    )
    return `provide({${getters.join()}})`
  })
}

/**
 * The same code in fewer characters, none of them beyond ASCII: the bundler's minifier leaves one part in a hundred to
 * another one.
 */
export function minified(code: string): string {
  const compress = { passes: 5, collapse_vars: false }
  return minifySync(code, { compress, mangle: true, ecma: 2022, format: { asciiOnly: true } }).code
}

/** The script that hands a chunk to the loader. The brackets around the function tell engines that it will be called. */
export function chunkScript({ name, code }: Chunk): string {
  const script = minified(`jotscope(function(require,exports,provide){${withShortExports(code.trim())}\n})`)
  return `jotscope(${JSON.stringify(name)},(${script.slice('jotscope('.length, -');'.length)}))`
}
