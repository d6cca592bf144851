import { libraryNames, objectionText } from '../../content/messages/checks.ts'
import { libraries } from '../../core/validate/libraries.ts'
import { objectionsOf } from '../../core/validate/library.ts'
import { judgeAs, useExpectations } from '../../state/expectations.ts'
import { useMoment } from '../common/useNow.ts'
import styles from './Checks.module.css'
import type { Documents } from './subject.ts'

/** What well-known libraries, left as they come, make of the claims: why one service accepts what another refuses. */
export function Libraries({ documents }: { readonly documents: Documents }) {
  const { expected, skew } = useExpectations()
  const now = useMoment()
  return (
    <details className={styles.libraries}>
      <summary>As libraries would see it</summary>
      <p className={styles.note}>
        Each with its own defaults and what you expect above; the signature apart. Names in quotes are what a
        log shows.
      </p>
      <ul className={styles.list}>
        {libraries.map((library) => {
          const objections = objectionsOf(library, documents, expected, now)
          return (
            <li
              key={library.id}
              data-library={library.id}
              data-outcome={objections.length === 0 ? 'met' : 'broken'}
            >
              <span className={styles.mark} aria-hidden="true">
                {objections.length === 0 ? '✓' : '✕'}
              </span>
              <p>
                <strong>{libraryNames[library.id]}</strong>{' '}
                {objections.length === 0
                  ? 'accepts the claims.'
                  : `refuses: ${objections.map((objection) => objectionText(library.id, objection)).join('; ')}.`}{' '}
                <span className={styles.section}>tolerance {library.skew} s</span>{' '}
                {library.skew !== skew && (
                  <button type="button" className={styles.as} onClick={() => judgeAs(library)}>
                    Use its tolerance
                  </button>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
