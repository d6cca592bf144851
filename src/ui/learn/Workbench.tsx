import { useState } from 'react'
import { workbench } from '../../content/messages/learn.ts'
import type { Inspection } from '../../core/inspect.ts'
import { contentText, rewrite, sign } from '../../state/lessons/workbench.ts'
import { unwantedProps } from '../common/unwanted.ts'
import styles from './Learn.module.css'

/** What signs when its button is pressed. */
export interface Signer {
  readonly label: string
  /** The signature of a JWS Signing Input, in base64url. */
  sign(input: string): Promise<string>
}

interface Props {
  readonly inspection: Inspection
  readonly parts: readonly ('protected' | 'payload')[]
  readonly signers?: readonly Signer[]
}

/**
 * Header and payload of the token in the box as text to edit. What is typed goes into the token at once, under the signature
 * that it had: a new one is made only by a button, so that it is seen what a signature is for.
 */
export function Workbench({ inspection, parts, signers = [] }: Props) {
  const [refused, setRefused] = useState(false)
  return (
    <div className={styles.workbench}>
      {parts.map((name) => {
        const text = contentText(inspection, name)
        return (
          <label key={name} data-part={name}>
            {workbench[name]}
            <textarea
              {...unwantedProps}
              rows={name === 'payload' ? 6 : 2}
              value={text ?? ''}
              disabled={text === null}
              onChange={({ target }) => rewrite(inspection, name, target.value)}
            />
          </label>
        )
      })}
      {signers.length > 0 && (
        <p className={styles.signers}>
          {signers.map((signer) => (
            <button
              key={signer.label}
              type="button"
              className={styles.quiet}
              onClick={() => {
                setRefused(false)
                sign(inspection, signer.sign).catch(() => setRefused(true))
              }}
            >
              {signer.label}
            </button>
          ))}
        </p>
      )}
      <p role="status">{refused && workbench.refused}</p>
    </div>
  )
}
