import { useState } from 'react'
import { judgeTime, timeClaims } from '../../core/validate/time.ts'
import { judgeAt, useExpectations } from '../../state/expectations.ts'
import { localText, relativeTo, utcText } from '../common/time.ts'
import { useMoment, useNow } from '../common/useNow.ts'
import styles from './Checks.module.css'
import { flipsOf, lifeOf } from './life.ts'
import type { Documents } from './subject.ts'

const words = {
  valid: 'valid',
  unlimited: 'valid: it never expires',
  expired: 'expired',
  'not-yet-valid': 'not valid yet',
  never: 'never valid',
  unusable: 'cannot be judged',
} as const

/** The token's life as a line to move along: what holds at any moment of it, and when that changes. */
export function Moment({
  documents: { claims },
  open = false,
}: {
  readonly documents: Pick<Documents, 'claims'>
  /** Unfolded from the start, whether or not a moment was chosen. */
  readonly open?: boolean
}) {
  const now = useNow()
  const at = useMoment()
  const { skew, at: chosen } = useExpectations()
  const [inUse] = useState(open || chosen !== null)
  const times = claims === null ? null : timeClaims(claims)
  const life = times === null ? null : lifeOf(times, now, skew)
  // What was chosen can be taken back, whatever token comes next.
  if (times === null || (life === null && chosen === null) || now === 0) return null
  const { state } = judgeTime(times, at, skew)
  return (
    <details className={styles.moment} open={inUse}>
      <summary>Evaluate at {chosen === null ? 'another time' : localText(at, now)}</summary>
      <div className={styles.line}>
        {life !== null && (
          <input
            aria-label="Evaluate at"
            type="range"
            min={life.from}
            max={life.to}
            step={1}
            value={Math.min(life.to, Math.max(life.from, at))}
            onChange={({ target }) => judgeAt(target.valueAsNumber)}
            aria-valuetext={`${utcText(at)}: ${words[state]}`}
          />
        )}
        <button type="button" className={styles.now} disabled={chosen === null} onClick={() => judgeAt(null)}>
          Now
        </button>
      </div>
      <p role="status" data-state={state}>
        {chosen === null ? 'Now' : `${localText(at, now)} (${relativeTo(at, now)})`}:{' '}
        <strong>{words[state]}</strong>
      </p>
      <ul className={styles.flips}>
        {flipsOf(times, skew).map(({ claim, seconds, becomes }) => (
          <li key={claim}>
            <button type="button" onClick={() => judgeAt(seconds)}>
              {claim}
            </button>{' '}
            {becomes} {relativeTo(seconds, now)} · {utcText(seconds)}
          </li>
        ))}
      </ul>
    </details>
  )
}
