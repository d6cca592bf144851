import { useEffect, useState } from 'react'
import { headlines } from '../../content/messages/verdict.ts'
import { useVerdictWord } from '../../state/settled.ts'
import styles from './Verdict.module.css'
import { stateMarks, VERDICT_ID } from './Verdict.tsx'

/** On a narrow screen: the verdict's word, always in sight, and the way back to the whole of it. */
export function VerdictChip() {
  const state = useVerdictWord()
  const inSight = useInSight()
  if (inSight) return null
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={state}
      onClick={() => document.getElementById(VERDICT_ID)?.scrollIntoView({ block: 'start' })}
    >
      <span aria-hidden="true">{stateMarks[state]}</span> {headlines[state].word}
    </button>
  )
}

function useInSight(): boolean {
  const [inSight, setInSight] = useState(true)
  useEffect(() => {
    const verdict = document.getElementById(VERDICT_ID)
    if (verdict === null) return
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting ?? true))
    observer.observe(verdict)
    return () => observer.disconnect()
  }, [])
  return inSight
}
