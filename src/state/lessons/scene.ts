import { useExpectations } from '../expectations.ts'
import { useInspection } from '../inspection.ts'
import { usePointing } from '../pointer.ts'
import { useCurrentAnswer, useVerdictWord } from '../settled.ts'
import { useInputs } from '../store.ts'
import type { Scene } from './lesson.ts'

/** The page as it is now. */
export function useScene(): Scene {
  const inputs = useInputs()
  const inspection = useInspection()
  const answer = useCurrentAnswer()
  const word = useVerdictWord()
  const expectations = useExpectations()
  const chosen = usePointing((pointing) => pointing.chosen)
  return { inputs, inspection, answer, word, expectations, chosen }
}
