import { useMemo } from 'react'
import { findingWords } from '../../content/findings.ts'
import { placeOf } from '../../content/messages/en.ts'
import type { Token } from '../../core/decode/token.ts'
import type { Finding } from '../../core/lint/finding.ts'
import { lint } from '../../core/lint/index.ts'
import { leadTo } from '../../state/pointer.ts'
import { useExplained } from '../../state/settled.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './Findings.module.css'

const severities = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** What the token itself shows to be wrong or dangerous, gravest first. */
export function Findings() {
  const { text, token } = useExplained()
  const findings = useMemo(() => (token === null ? [] : lint({ text, token })), [text, token])
  return (
    <section aria-label="Findings" className={styles.findings}>
      <h2>Findings</h2>
      {token === null || findings.length === 0 ? (
        <p className={styles.none}>
          {token === null ? 'Nothing to look at yet.' : 'None in the form of this token.'}
        </p>
      ) : (
        <ul>
          {findings.map((finding, i) => (
            // A rule can speak several times; the list is made anew as a whole.
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity of their own
            <FindingItem key={i} finding={finding} token={token} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FindingItem({ finding, token }: { readonly finding: Finding; readonly token: Token }) {
  const { rule, severity, values, at } = finding
  const words = findingWords[rule]
  const first = at[0]
  return (
    <li data-rule={rule} data-severity={severity}>
      <p className={styles.title}>
        <span className={styles.severity}>{severities[severity]}</span>
        <strong>{words.title}</strong>
        {first !== undefined && (
          <button
            type="button"
            className={styles.place}
            onClick={() => leadTo({ in: 'token', offset: first.from })}
          >
            {placeOf(first, token)}
          </button>
        )}
      </p>
      <p>
        {words.text(values)} <SpecLink id={words.spec} />
      </p>
    </li>
  )
}
