import type { Inspection } from '../core/inspect.ts'
import { inspect } from '../core/inspect.ts'
import { useInputs } from './store.ts'

/** The newest inspection and the one before it, which parts of the page show until they have followed. */
let kept: readonly Inspection[] = []

/** The inspection of `text`; asked again for the same text, it is the same object. */
export function inspectionOf(text: string): Inspection {
  const known = kept.find((inspection) => inspection.text === text)
  if (known !== undefined) return known
  const start = performance.now()
  const made = inspect(text)
  performance.measure('inspect', { start })
  kept = [made, ...kept.slice(0, 1)]
  return made
}

/** Lets go of what came before: a large token holds much memory. */
export function keepOnly(inspection: Inspection): void {
  kept = [inspection]
}

/** The inspection of what is in the Token box now. */
export function useInspection(): Inspection {
  return inspectionOf(useInputs((inputs) => inputs.text))
}
