import { type CheckName, checkText, outcomeWords } from '../../content/messages/proofs.ts'
import type { SpecId } from '../../content/spec.ts'
import type { Check } from '../../core/validate/check.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './sdjwt.module.css'

const marks = { met: '✓', broken: '✕', undecided: '–' } as const

/** Checks and what came of each; `spec` is where they are laid down. */
export function CheckList({
  checks,
  spec,
}: {
  readonly checks: readonly Check<CheckName>[]
  readonly spec: SpecId
}) {
  return (
    <>
      <ul className={styles.checks}>
        {checks.map((check) => {
          const { label, text } = checkText(check)
          return (
            <li key={check.name} data-check={check.name} data-outcome={check.outcome}>
              <span className={styles.mark} aria-hidden="true">
                {marks[check.outcome]}
              </span>
              <span className="unseen">{outcomeWords[check.outcome]}:</span>
              <code>{label}</code> <span>{text}</span>
            </li>
          )
        })}
      </ul>
      <p className={styles.note}>
        <SpecLink id={spec} />
      </p>
    </>
  )
}
