import { create } from 'zustand'
import type { Fix, Outcome } from '../core/diagnose/diagnosis.ts'
import { afterPaint } from './afterPaint.ts'
import { takeKey } from './samples.ts'
import { onSettled } from './settled.ts'
import type { Inputs } from './store.ts'
import { setInputs, useInputs } from './store.ts'
import type { Answer } from './verification.ts'
import { answers } from './verification.ts'

interface Diagnosing {
  /** The answer that is explained; null where there is nothing to explain. */
  readonly of: Answer | null
  /** Null while it is looked for. */
  readonly outcome: Outcome | null
}

const nothing: Diagnosing = { of: null, outcome: null }

const useDiagnosing = create<Diagnosing>(() => nothing)

/** What is found out about this answer: null where there is nothing to explain, or no longer. */
export function useDiagnosis(answer: Answer | null): Diagnosing | null {
  const diagnosing = useDiagnosing()
  return answer !== null && diagnosing.of === answer ? diagnosing : null
}

/** Whether the answer leaves a question that a search can answer. Without a key, only a token’s form can be mended. */
export function isQuestion(answer: Answer | null, broken: boolean): answer is Answer {
  if (answer === null) return false
  if (broken) return true
  const { verification, key } = answer
  if (verification === null || key.kind === 'none') return false
  if (verification.state === 'failed') return true
  return (
    verification.state === 'impossible' &&
    !/^crypto-(?:no-webcrypto|unsupported)$/.test(verification.reason.code)
  )
}

/** Looks for the cause of each answer that needs one, once it is painted, until the returned function is called. */
export function startDiagnosing(): () => void {
  let cancel = () => {}
  const stopFollowing = onSettled(({ inspection: { text, token }, answer }) => {
    cancel()
    const broken =
      token !== null && (token.kind === 'undecodable' || (token.kind === 'jws' && token.faults.length > 0))
    if (token === null || token.kind === 'jwe' || !isQuestion(answer, broken)) {
      useDiagnosing.setState(nothing)
      return
    }
    useDiagnosing.setState({ of: answer, outcome: null })
    const controller = new AbortController()
    const cancelStart = afterPaint(async () => {
      const [{ diagnose }, { evidenceOf }] = await Promise.all([
        import('../core/diagnose/index.ts'),
        import('../core/diagnose/evidence.ts'),
      ])
      if (controller.signal.aborted) return
      const { keyText, keyFormat, verification, key } = answer
      const keys = key.kind === 'read' ? key.keys : null
      const evidence = evidenceOf(token, { text, keyText, keyFormat, keys, verification })
      const conduct = { now: () => performance.now(), pause: turn, signal: controller.signal }
      const outcome = await diagnose(evidence, conduct)
      if (outcome !== null) useDiagnosing.setState({ of: answer, outcome })
    })
    cancel = () => {
      cancelStart()
      controller.abort()
    }
  })
  const stopWatching = useInputs.subscribe((inputs) => {
    const { of } = useDiagnosing.getState()
    if (of === null || answers(of, inputs)) return
    cancel()
    useDiagnosing.setState(nothing)
  })
  return () => {
    stopFollowing()
    stopWatching()
    cancel()
  }
}

/** Resolves once whatever else waits has had its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

type Changed = Pick<Inputs, 'text' | 'selected' | 'detached' | 'permits' | 'keyText' | 'keyFormat'>

interface Undoable {
  readonly before: Changed | null
  readonly after: Changed | null
}

const useUndoable = create<Undoable>(() => ({ before: null, after: null }))

function changeable({ text, selected, detached, permits, keyText, keyFormat }: Inputs): Changed {
  return { text, selected, detached, permits, keyText, keyFormat }
}

/** Puts what a diagnosis offers into the boxes. What stood there before can be brought back. */
export function takeFix({ text, keyText, keyFormat }: Fix): void {
  const before = changeable(useInputs.getState())
  if (keyText !== undefined) takeKey(keyText)
  setInputs({ ...(text !== undefined && { text }), ...(keyFormat !== undefined && { keyFormat }) })
  useUndoable.setState({ before, after: changeable(useInputs.getState()) })
}

/** Brings back what stood in the boxes before the fix; null once something else stands there. */
export function useUndo(): (() => void) | null {
  const { before, after } = useUndoable()
  const isThere = useInputs((inputs) => after !== null && answers(after, inputs))
  if (!isThere || before === null) return null
  return () => {
    setInputs(before)
    useUndoable.setState({ before: null, after: null })
  }
}
