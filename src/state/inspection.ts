import { useDeferredValue } from 'react'
import type { Inspection } from '../core/inspect.ts'
import { inspect } from '../core/inspect.ts'
import { useInputs } from './store.ts'

let last: Inspection = inspect('')

/** The inspection of `text`; asked again for the same text, it is the same object. */
export function inspectionOf(text: string): Inspection {
  if (last.text !== text) {
    const start = performance.now()
    last = inspect(text)
    performance.measure('inspect', { start })
  }
  return last
}

/** The inspection of what is in the Token box now. */
export function useInspection(): Inspection {
  return inspectionOf(useInputs((inputs) => inputs.text))
}

/** The same, but late: what is less urgent than the panes is drawn after them. */
export function useDeferredInspection(): Inspection {
  return useDeferredValue(useInspection())
}
