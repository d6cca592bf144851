import { create } from 'zustand'
import type { VerdictWord } from '../content/messages/words.ts'
import type { Inspection } from '../core/inspect.ts'
import { afterPaint } from './afterPaint.ts'
import { inspectionOf, keepOnly, useInspection } from './inspection.ts'
import { type Shown, shownOf, useShownOf } from './level.ts'
import { wordOfProved } from './proofs.ts'
import type { Inputs } from './store.ts'
import { useInputs } from './store.ts'
import type { Answer } from './verification.ts'
import { answers, verify } from './verification.ts'

/**
 * What the page shows beside the token and its payload. It follows the inputs in two steps, so that a paste is seen
 * first: the verdict, with its answer, after the paint that shows the payload; the explanations when there is time.
 */
interface Settled {
  readonly inspection: Inspection
  /** Null while it is worked out. */
  readonly answer: Answer | null
  /** What claims and findings explain. */
  readonly explained: { readonly inspection: Inspection; readonly answer: Answer | null }
}

const first = inspectionOf(useInputs.getInitialState())

const useSettled = create<Settled>(() => ({
  inspection: first,
  answer: null,
  explained: { inspection: first, answer: null },
}))

/** A check that takes longer than this, in milliseconds, does not hold up the rest. */
const PATIENCE = 50

export function useSettledInspection(): Inspection {
  return useSettled(({ inspection }) => inspection)
}

/** The level of nesting that is shown, with the verdict. */
export function useShown(): Shown {
  const { inspection, answer } = useAnswer()
  return useShownOf(inspection, answer)
}

/** As {@link useShown}, but following the Token box at once: of a token just pasted, the outermost level. */
export function useShownAtOnce(): Shown {
  const current = useInspection()
  const { inspection, answer } = useAnswer()
  return useShownOf(current, inspection === current ? answer : null)
}

/** As {@link useShownAtOnce}, for what is no part of the view. */
export function shownAtOnce(): Shown {
  const current = inspectionOf(useInputs.getState())
  const { inspection, answer } = useSettled.getState()
  return shownOf(current, inspection === current ? answer : null)
}

/** The answer for what is in the boxes now; null while it is worked out. */
export function useCurrentAnswer(): Answer | null {
  const { answer } = useAnswer()
  const isCurrent = useInputs((inputs) => answer !== null && answers(answer, inputs))
  return isCurrent ? answer : null
}

/** As {@link useShown}, once there is time to explain it. */
export function useExplained(): Shown {
  const { inspection, answer } = useSettled(({ explained }) => explained)
  return useShownOf(inspection, answer)
}

/** What {@link useExplained} is of: all tokens of the input, and the answer for the selected one, null while it is worked out. */
export function useExplanation(): Settled['explained'] {
  return useSettled(({ explained }) => explained)
}

/** Calls back for each answer that settles, until the returned function is called. */
export function onSettled(listener: (settled: Pick<Settled, 'inspection' | 'answer'>) => void): () => void {
  return useSettled.subscribe((settled, before) => {
    if (settled.answer !== before.answer || settled.inspection !== before.inspection) listener(settled)
  })
}

/** The newest settled answer with the inspection that it is of. */
export function useAnswer(): Pick<Settled, 'inspection' | 'answer'> {
  const inspection = useSettledInspection()
  const answer = useSettled((settled) => settled.answer)
  return { inspection, answer }
}

/**
 * The one word on the whole: `checking` until the answer for what is in the boxes now is there, so that a stale one is
 * never shown.
 */
export function useVerdictWord(): VerdictWord {
  const settled = useAnswer()
  return useCurrentAnswer() === null ? 'checking' : wordOf(settled)
}

/**
 * A token that breaks the structure its RFC asks for is unreadable, even where the signature over its exact characters
 * matches: a strict verifier refuses it before it looks at the signature.
 */
export function wordOf({ inspection: { text, token }, answer }: ReturnType<typeof useAnswer>): VerdictWord {
  if (answer === null) return 'checking'
  if (token === null) return /\S/.test(text) ? 'unreadable' : 'empty'
  return wordOfProved(answer.levels, answer.proofs)
}

/** Follows token, key and format until the returned function is called. */
export function startFollowing(): () => void {
  let cancel = () => {}
  const follow = () => {
    cancel()
    cancel = afterPaint(() => {
      const asked = useInputs.getState()
      // Set once newer input has a turn of its own: what this one finds is of no interest any more.
      let over = false
      const slow = setTimeout(() => settle(asked, null), PATIENCE)
      cancel = () => {
        over = true
        clearTimeout(slow)
      }
      void verify(asked).then((answer) => {
        clearTimeout(slow)
        if (!over) settle(asked, answer)
      })
    })
  }
  follow()
  const stop = useInputs.subscribe((inputs, before) => {
    if (!answers(inputs, before)) follow()
  })
  return () => {
    stop()
    cancel()
  }
}

function settle(asked: Inputs, answer: Answer | null): void {
  const inspection = inspectionOf(asked)
  useSettled.setState({ inspection, answer })
  whenIdle(() => {
    if (inspection !== inspectionOf(useInputs.getState())) return
    keepOnly(inspection)
    useSettled.setState({ explained: { inspection, answer } })
  })
}

/** Longest wait for a quiet moment, in milliseconds. */
const IDLE_PATIENCE = 200

function whenIdle(task: () => void): void {
  // WebKit has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: IDLE_PATIENCE })
  else setTimeout(task, 20)
}
