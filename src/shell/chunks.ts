/** The chunks of the app's code as scripts: pure text in, text out. `loader.ts` evaluates them. */

export interface Chunk {
  /** A file name, by which the other chunks know it. */
  readonly name: string
  /** CommonJS. */
  readonly code: string
}

/** The script that hands a chunk to the loader. The brackets around the function tell engines that it will be called. */
export function chunkScript({ name, code }: Chunk): string {
  return `jotscope(${JSON.stringify(name)},(function(require,exports){${code.trim()}\n}))`
}
