import { useId, useMemo, useState } from 'react'
import { lookUp } from '../../content/lookUp.ts'
import { foreign } from '../../content/messages/foreign.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import { unwantedProps } from '../common/unwanted.ts'
import styles from './LookUp.module.css'

/** A box to ask what a claim, header parameter, algorithm or member of a key means; it needs no token. */
export function LookUp() {
  const [question, setQuestion] = useState('')
  const entries = useMemo(() => lookUp(question), [question])
  const box = useId()
  const asked = question.trim() !== ''
  return (
    <search className={styles.lookUp} data-asked={asked}>
      <label htmlFor={box}>Look up</label>
      <input
        id={box}
        type="search"
        value={question}
        maxLength={200}
        placeholder="what is azp?"
        onChange={({ target }) => setQuestion(target.value)}
        {...unwantedProps}
      />
      <p role="status" className={asked ? styles.count : 'unseen'}>
        {asked &&
          (entries.length === 0
            ? `Nothing is known of “${foreign(question.trim())}”: a private name, perhaps.`
            : `${entries.length} found`)}
      </p>
      {entries.length > 0 && (
        <dl className={styles.entries}>
          {entries.map(({ name, kind, fullName, text, spec }) => (
            <div key={`${kind} ${name}`}>
              <dt>
                <code>{name}</code>{' '}
                <span className={styles.kind}>{fullName === '' ? kind : `${fullName} · ${kind}`}</span>
              </dt>
              <dd>
                {text} {spec !== null && <SpecLink id={spec} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </search>
  )
}
