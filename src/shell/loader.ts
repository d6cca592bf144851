/**
 * How the app's code is evaluated in the frame: the build splits it into chunks, and each stands in the document as a script
 * of a type that no browser runs, so that it costs nothing, not even parsing, until something asks for it. It then runs as the
 * policy allows: by its hash, and as text that the HTML parser has put there, which Trusted Types let pass.
 */
import { takeEarlyPastes } from './earlyPaste.ts'

type Getters = Readonly<Record<string, () => unknown>>
type Evaluate = (
  require: (path: string) => object,
  exports: object,
  provide: (getters: Getters) => void,
) => void

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
  if (!evaluators.has(name)) {
    const script = document.querySelector<HTMLScriptElement>(`script[data-chunk="${name}"]`)
    // Set in again, and of a type that runs, it runs at once, unless the policy refuses its text.
    if (script !== null) {
      script.type = ''
      document.head.append(script)
    }
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

/** The app is the first chunk of the document. */
function start(): void {
  const { chunk } = document.querySelector<HTMLScriptElement>('script[data-chunk]')?.dataset ?? {}
  if (chunk !== undefined) exportsOf(`./${chunk}`)
}

/** Longest wait for a paint, in milliseconds: a page in a background tab gets none. */
const PATIENCE = 1000

takeEarlyPastes()
// Compiling the app takes longer than showing the markup, which can be read and typed into before: it waits for a second
// frame, when the first is on the screen.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start)))
setTimeout(start, document.hidden ? 0 : PATIENCE)
