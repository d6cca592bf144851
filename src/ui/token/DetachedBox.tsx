import { useId, useRef } from 'react'
import { carriageReturns, detachedHint } from '../../content/messages/boxes.ts'
import type { Span } from '../../core/text/span.ts'
import { useInspection } from '../../state/inspection.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import { asShown, withEdited, withPasted } from '../common/lineBreaks.ts'
import { unwantedProps } from '../common/unwanted.ts'
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
  // What a paste is about to put in: the text area itself would lose carriage returns.
  const pasting = useRef<{ readonly text: string; readonly at: Span } | null>(null)
  const take = (shown: string) => {
    const { current } = pasting
    const pasted = current === null ? null : withPasted(detached, current.at, current.text)
    pasting.current = null
    setInputs({
      detached: pasted !== null && asShown(pasted) === shown ? pasted : withEdited(detached, shown),
    })
  }
  return (
    <div className={`${styles.box} ${styles.detached}`}>
      <div className={styles.bar}>
        <h2>
          <label htmlFor={box}>Detached payload</label>
        </h2>
      </div>
      <textarea
        id={box}
        aria-describedby={hint}
        rows={3}
        value={asShown(detached)}
        onPaste={({ clipboardData, currentTarget: { selectionStart: from, selectionEnd: to } }) => {
          pasting.current = { text: clipboardData.getData('text/plain'), at: { from, to } }
        }}
        onInput={(event) => take(event.currentTarget.value)}
        {...unwantedProps}
      />
      <p id={hint}>
        {detachedHint} {detached.includes('\r') && carriageReturns}
      </p>
    </div>
  )
}
