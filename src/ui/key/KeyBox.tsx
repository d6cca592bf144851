import { useId } from 'react'
import { keyFormatNames, keyHint } from '../../content/messages/keys.ts'
import { keyFormats } from '../../core/keys/material.ts'
import { useSettledInspection } from '../../state/inspection.ts'
import type { KeyFormatChoice } from '../../state/store.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import { unwantedProps } from '../common/unwanted.ts'
import styles from './KeyBox.module.css'

/** The key that the person holds, in any form, and how to read it. */
export function KeyBox() {
  const keyText = useInputs((inputs) => inputs.keyText)
  const keyFormat = useInputs((inputs) => inputs.keyFormat)
  const wrap = useInputs((inputs) => inputs.wrap)
  const { token } = useSettledInspection()
  const box = useId()
  const hint = useId()
  return (
    <div className={styles.box}>
      <div className={styles.bar}>
        <label htmlFor={box}>Key</label>
        <select
          aria-label="Key format"
          value={keyFormat}
          onChange={(event) => setInputs({ keyFormat: event.target.value as KeyFormatChoice })}
        >
          <option value="detect">Detect</option>
          {keyFormats.map((format) => (
            <option key={format} value={format}>
              {keyFormatNames[format]}
            </option>
          ))}
        </select>
        {keyText !== '' && (
          <button type="button" className={styles.clear} onClick={() => setInputs({ keyText: '' })}>
            Clear key
          </button>
        )}
      </div>
      <textarea
        id={box}
        className={styles.text}
        aria-describedby={hint}
        rows={5}
        wrap={wrap ? 'soft' : 'off'}
        value={keyText}
        onChange={(event) => setInputs({ keyText: event.target.value })}
        {...unwantedProps}
      />
      <p id={hint} className={styles.hint}>
        {keyHint(token?.header.alg ?? null)}
      </p>
    </div>
  )
}
