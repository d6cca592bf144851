import { create } from 'zustand'
import { withSignature } from '../core/decode/signingInput.ts'
import type { Token } from '../core/decode/token.ts'
import type { Fix, Outcome } from '../core/diagnose/diagnosis.ts'
import { afterPaint } from './afterPaint.ts'
import { decisiveLevel } from './levels.ts'
import { takeKey } from './samples.ts'
import { onSettled } from './settled.ts'
import type { Inputs } from './store.ts'
import { setInputs, useInputs } from './store.ts'
import type { Answer, AnsweredLevel } from './verification.ts'
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

/** Failures that no other reading of token or key can explain. */
const settledFor = /^crypto-(?:no-webcrypto|unsupported|payload-missing|key-cost)$/

/** Whether a level leaves a question that a search can answer. Without a key, only a token’s form can be mended. */
function isQuestion({ token, outcome, key }: AnsweredLevel): boolean {
  if (token.kind === 'jwe') return false
  if (outcome.kind === 'none' || token.faults.length > 0) return true
  if (outcome.kind !== 'signed' || key.kind === 'none') return false
  const { verification } = outcome
  if (verification.state === 'impossible') return !settledFor.test(verification.reason.code)
  return verification.state === 'failed'
}

/** Looks for the cause of each answer that needs one, once it is painted, until the returned function is called. */
export function startDiagnosing(): () => void {
  let cancel = () => {}
  const stopFollowing = onSettled(({ answer }) => {
    cancel()
    const level = answer === null ? null : decisiveLevel(answer.levels)
    if (answer === null || level === null || !isQuestion(level)) {
      useDiagnosing.setState(nothing)
      return
    }
    useDiagnosing.setState({ of: answer, outcome: null })
    const controller = new AbortController()
    const { signal } = controller
    const cancelStart = afterPaint(async () => {
      const outcome = await outcomeOf(answer, level, signal)
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

/** Null where it was called off. */
async function outcomeOf(answer: Answer, level: AnsweredLevel, signal: AbortSignal): Promise<Outcome | null> {
  const [{ diagnose }, { evidenceOf }] = await Promise.all([
    import('../core/diagnose/index.ts'),
    import('../core/diagnose/evidence.ts'),
  ])
  if (signal.aborted) return null
  const { keyText, keyFormat } = answer
  const { text, outcome, key } = level
  const signed = outcome.kind === 'signed' ? outcome : null
  const keys = key.kind === 'read' ? key.keys : null
  const given = { text, keyText, keyFormat, keys, verification: signed?.verification ?? null }
  const paste = level === answer.levels[0] ? 'itself' : 'elsewhere'
  const evidence = evidenceOf(decisiveSignature(level), given, paste)
  return diagnose(evidence, { now: () => performance.now(), pause: turn, signal })
}

/** The token, of several signatures with the one in the foreground that decides. */
function decisiveSignature({ token, outcome }: AnsweredLevel): Token {
  if (token.kind !== 'jws' || outcome.kind !== 'signed') return token
  return withSignature(token, outcome.choices.indexOf(outcome.choice))
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
