import { create } from 'zustand'
import type { Inspection } from '../core/inspect.ts'
import { inspect } from '../core/inspect.ts'
import { afterPaint } from './afterPaint.ts'
import { useInputs } from './store.ts'

/** The newest inspection and, until all of the page has followed, the one before it. */
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

/** The inspection of what is in the Token box now. */
export function useInspection(): Inspection {
  return inspectionOf(useInputs((inputs) => inputs.text))
}

const useSettled = create(() => ({ inspection: inspectionOf(useInputs.getInitialState().text) }))

/** The same, but only after the panes were painted: for what is read after them. */
export function useSettledInspection(): Inspection {
  return useSettled(({ inspection }) => inspection)
}

/** Lets the settled inspection follow the Token box, until the returned function is called. */
export function startSettling(): () => void {
  let cancel = () => {}
  const follow = (text: string) => {
    cancel()
    cancel = afterPaint(() => {
      const inspection = inspectionOf(text)
      kept = [inspection]
      useSettled.setState({ inspection })
    })
  }
  follow(useInputs.getState().text)
  const stop = useInputs.subscribe(({ text }, before) => {
    if (text !== before.text) follow(text)
  })
  return () => {
    stop()
    cancel()
  }
}
