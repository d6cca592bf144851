import type { Inspection } from '../core/inspect.ts'
import { inspect, select } from '../core/inspect.ts'
import type { Inputs } from './store.ts'
import { useInputs } from './store.ts'

/** The newest inspection and the one before it, which parts of the page show until they have followed. */
let kept: readonly Inspection[] = []

/** What an inspection is of: a text, and which of its tokens. */
type Asked = Pick<Inputs, 'text' | 'selected'>

/** The inspection of `text` with one of its tokens taken apart; asked again for the same, it is the same object. */
export function inspectionOf({ text, selected }: Asked): Inspection {
  const alike = kept.filter((inspection) => inspection.text === text)
  const known = alike.find((inspection) => inspection.selected === selectable(inspection, selected))
  if (known !== undefined) return known
  const start = performance.now()
  const made = alike[0] === undefined ? inspect(text, selected) : select(alike[0], selected)
  performance.measure('inspect', { start })
  kept = [made, ...kept.slice(0, 1)]
  return made
}

/** The token that is taken apart where `selected` is asked for: there may be fewer by now. */
function selectable({ found }: Inspection, selected: number): number {
  return Math.max(0, Math.min(selected, found.length - 1))
}

/** Lets go of what came before: a large token holds much memory. */
export function keepOnly(inspection: Inspection): void {
  kept = [inspection]
}

/** The inspection of what is in the Token box now. */
export function useInspection(): Inspection {
  const text = useInputs((inputs) => inputs.text)
  const selected = useInputs((inputs) => inputs.selected)
  return inspectionOf({ text, selected })
}
