import { useId } from 'react'
import { carriageReturns, detachedHint } from '../../content/messages/boxes.ts'
import { useInspection } from '../../state/inspection.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import { useExactText } from '../common/useExactText.ts'
import styles from './TokenBox.module.css'

/** The payload of a JWS that came without it: to be there only where one is wanted. */
export function DetachedBox() {
  const { token } = useInspection()
  return token?.kind === 'jws' && token.detached && <Box />
}

function Box() {
  const detached = useInputs((inputs) => inputs.detached)
  const box = useId()
  const hint = useId()
  const exact = useExactText(detached, (text) => setInputs({ detached: text }))
  return (
    <div className={`${styles.box} ${styles.detached}`}>
      <div className={styles.bar}>
        <h2>
          <label htmlFor={box}>Detached payload</label>
        </h2>
      </div>
      <textarea id={box} aria-describedby={hint} rows={3} {...exact} />
      <p id={hint}>
        {detachedHint} {detached.includes('\r') && carriageReturns}
      </p>
    </div>
  )
}
