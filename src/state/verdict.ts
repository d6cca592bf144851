import type { VerdictWord } from '../content/messages/words.ts'
import type { Inspection } from '../core/inspect.ts'
import { useInspection } from './inspection.ts'
import { useVerification } from './verification.ts'

/**
 * The one word on the whole. A token that breaks the structure its RFC asks for is unreadable, even where the signature
 * over its exact characters matches: a strict verifier refuses it before it looks at the signature.
 */
export function verdictState({ token }: Inspection, answer: ReturnType<typeof useVerification>): VerdictWord {
  if (token === null) return 'empty'
  if (token.kind !== 'jws' || token.faults.length > 0) return 'unreadable'
  return answer === null ? 'checking' : (answer.verification?.state ?? 'unreadable')
}

export function useVerdict() {
  const inspection = useInspection()
  const answer = useVerification()
  return { inspection, answer, state: verdictState(inspection, answer) }
}
