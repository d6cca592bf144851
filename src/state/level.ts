import { useMemo } from 'react'
import { create } from 'zustand'
import { withRecipient, withSignature } from '../core/decode/signingInput.ts'
import type { Token } from '../core/decode/token.ts'
import type { Inspection } from '../core/inspect.ts'
import type { Answer, AnsweredLevel } from './verification.ts'

/** What the panes show: a token, and the text that it was decoded from. */
export interface Shown {
  readonly text: string
  readonly token: Token | null
  /** Which level of nesting: 0 is the token that was pasted. */
  readonly level: number
  readonly levels: readonly AnsweredLevel[]
}

/** What the person chose to see of one text. */
interface Choice {
  readonly text: string
  readonly selected: number
  /** Null for the innermost. */
  readonly level: number | null
  /** Which of several signatures or recipients. */
  readonly part: number | null
}

const useChoice = create<Choice>(() => ({ text: '', selected: 0, level: null, part: null }))

/** What is shown of the inspection, once its answer is there: the innermost token unless the person chose another. */
export function shownOf(inspection: Inspection, answer: Answer | null, choice = useChoice.getState()): Shown {
  const levels = answer?.levels ?? []
  const chosen = choice.text === inspection.text && choice.selected === inspection.selected ? choice : null
  const level = Math.max(0, Math.min(chosen?.level ?? levels.length - 1, levels.length - 1))
  const found = levels[level]
  const text = found?.text ?? inspection.text
  const token = found?.token ?? inspection.token
  const part = chosen?.part ?? null
  return { text, token: token === null || part === null ? token : withPart(token, part), level, levels }
}

/** As {@link shownOf}: the same object until something of it changes. */
export function useShownOf(inspection: Inspection, answer: Answer | null): Shown {
  const choice = useChoice()
  return useMemo(() => shownOf(inspection, answer, choice), [inspection, answer, choice])
}

/** Shows another level of nesting. */
export function showLevel({ text, selected }: Inspection, level: number): void {
  useChoice.setState({ text, selected, level, part: null })
}

/** Shows another of the signatures or recipients of a level. */
export function showPart({ text, selected }: Inspection, level: number, part: number): void {
  useChoice.setState({ text, selected, level, part })
}

let last: { readonly token: Token; readonly part: number; readonly made: Token } | null = null

/** The same object for the same question, so that the view has nothing to do anew. */
function withPart(token: Token, part: number): Token {
  if (last?.token === token && last.part === part) return last.made
  const made =
    token.kind === 'jws'
      ? withSignature(token, part)
      : token.kind === 'jwe'
        ? withRecipient(token, part)
        : token
  last = { token, part, made }
  return made
}
