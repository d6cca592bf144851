/**
 * How the app's code is evaluated in the frame: the build splits it into chunks, and each stands in the document behind the
 * frame, as a script of a type that no browser runs. So the frame is small and soon painted; then it asks the shell for the
 * chunks, and each is evaluated when something needs it. It runs as the policy allows: by its hash, which names its very text.
 */
import { takeEarlyPastes } from './earlyPaste.ts'
import type { CodeChunk, CodeMessage, FrameMessage } from './messages.ts'

interface Factory {
  createPolicy(
    name: string,
    rules: { createScript(text: string): string },
  ): { createScript(text: string): string }
}

type Getters = Readonly<Record<string, () => unknown>>
type Evaluate = (
  require: (path: string) => object,
  exports: object,
  provide: (getters: Getters) => void,
) => void

/** The one policy of this name; nobody else gets hold of it, and what it lets pass must have a known hash besides. */
const trusted = (Reflect.get(globalThis, 'trustedTypes') as Factory | undefined)?.createPolicy(CODE_POLICY, {
  createScript: (text) => text,
})

const texts = new Map<string, string>()
const evaluators = new Map<string, Evaluate>()
const evaluated = new Map<string, object>()

/** The exports of the chunk at `path`, which is evaluated if it has not been. */
function exportsOf(path: string): object {
  const name = path.slice('./'.length)
  const known = evaluated.get(name)
  if (known !== undefined) return known
  const exports = {}
  // Before it runs: chunks may need each other in a circle.
  evaluated.set(name, exports)
  try {
    evaluatorOf(name)(exportsOf, exports, (getters) => {
      for (const [key, get] of Object.entries(getters)) {
        Object.defineProperty(exports, key, { enumerable: true, get })
      }
    })
  } catch (error) {
    evaluated.delete(name)
    throw error
  }
  return exports
}

function evaluatorOf(name: string): Evaluate {
  const text = texts.get(name)
  if (text !== undefined && !evaluators.has(name)) {
    const script = document.createElement('script')
    script.text = trusted?.createScript(text) ?? text
    // It runs at once, unless the policy refuses its text.
    document.head.append(script)
    script.remove()
  }
  const evaluate = evaluators.get(name)
  if (evaluate === undefined) throw new Error(`the chunk ${name} did not run`)
  return evaluate
}

/** What every chunk calls, with the name that others know it by. */
function hand(name: string, evaluate: Evaluate): void {
  evaluators.set(name, evaluate)
}
Object.assign(globalThis, { jotscope: hand })

/** The app is the first chunk. */
function start(chunks: readonly CodeChunk[]): void {
  for (const [name, text] of chunks) texts.set(name, text)
  const [first] = chunks
  if (first !== undefined) exportsOf(`./${first[0]}`)
}

function hear({ source, data }: MessageEvent<CodeMessage>): void {
  if (source !== window.parent || data.type !== 'code') return
  window.removeEventListener('message', hear)
  start(data.chunks)
}
window.addEventListener('message', hear)

/** Longest wait for a paint, in milliseconds: a page in a background tab gets none. */
const PATIENCE = 1000

let asked = false
function ask(): void {
  if (asked) return
  asked = true
  window.parent.postMessage({ type: 'want-code' } satisfies FrameMessage, '*')
}

takeEarlyPastes()
// Compiling the app takes longer than showing the markup, which can be read and typed into before: it waits for a second
// frame, when the first is on the screen.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(ask)))
setTimeout(ask, document.hidden ? 0 : PATIENCE)
