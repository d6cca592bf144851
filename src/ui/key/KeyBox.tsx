import { useId, useRef } from 'react'
import { carriageReturns } from '../../content/messages/boxes.ts'
import { keyFormatNames, keyHint } from '../../content/messages/keys.ts'
import type { Token } from '../../core/decode/token.ts'
import { keyFormats } from '../../core/keys/material.ts'
import { takeKey } from '../../state/samples.ts'
import { useShown } from '../../state/settled.ts'
import type { KeyFormatChoice } from '../../state/store.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import { useExactText } from '../common/useExactText.ts'
import { wantedBy } from '../verdict/lines/encryption.ts'
import { Fetch } from './Fetch.tsx'
import styles from './KeyBox.module.css'
import { KeysRead } from './KeysRead.tsx'

/** The key that the person holds, in any form, and how to read it. */
export function KeyBox() {
  const keyText = useInputs((inputs) => inputs.keyText)
  const keyFormat = useInputs((inputs) => inputs.keyFormat)
  const wrap = useInputs((inputs) => inputs.wrap)
  const { token } = useShown()
  const box = useId()
  const hint = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const exact = useExactText(keyText, takeKey)
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
          <button
            type="button"
            className={styles.clear}
            onClick={() => {
              takeKey('')
              area.current?.focus()
            }}
          >
            Clear key
          </button>
        )}
      </div>
      <textarea
        ref={area}
        id={box}
        className={styles.text}
        aria-describedby={hint}
        rows={5}
        wrap={wrap ? 'soft' : 'off'}
        {...exact}
      />
      <p id={hint} className={styles.hint}>
        {hintOf(token)} {keyText.includes('\r') && carriageReturns}
      </p>
      <KeysRead />
      <Fetch box={box} />
    </div>
  )
}

function hintOf(token: Token | null): string {
  const alg = token?.header.alg ?? null
  return token?.kind === 'jwe' && alg !== null ? `${wantedBy(token)}.` : keyHint(alg)
}
