import { lazy, memo, Suspense } from 'react'
import { searching } from '../../content/messages/searching.ts'
import { useDiagnosis, useUndo } from '../../state/diagnosis.ts'
import { useAnswer, useVerdictWord } from '../../state/settled.ts'
import styles from './Diagnoses.module.css'

const DiagnosisList = lazy(() => import('./DiagnosisList.tsx'))

/** Why the signature does not match, under the lines that say that it does not. */
export const Diagnoses = memo(function Diagnoses() {
  const { answer } = useAnswer()
  const diagnosis = useDiagnosis(answer)
  const isChecking = useVerdictWord() === 'checking'
  const undo = useUndo()
  const wait = <p className={styles.note}>{searching}</p>
  return (
    <>
      {undo !== null && (
        <p className={styles.undo}>
          A fix changed what stands in the boxes.{' '}
          <button type="button" className={styles.place} onClick={undo}>
            Undo
          </button>
        </p>
      )}
      {diagnosis !== null && !isChecking && (
        <div className={styles.diagnoses} aria-live="polite" aria-busy={diagnosis.outcome === null}>
          {diagnosis.outcome === null ? (
            wait
          ) : (
            <Suspense fallback={wait}>
              <DiagnosisList outcome={diagnosis.outcome} answer={diagnosis.of!} />
            </Suspense>
          )}
        </div>
      )}
    </>
  )
})
