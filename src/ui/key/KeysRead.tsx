import { useCallback, useState } from 'react'
import { readAsChosen } from '../../content/messages/boxes.ts'
import { setSummary, unreadItem } from '../../content/messages/keySet.ts'
import type { KeyMaterial, KeySet } from '../../core/keys/material.ts'
import { openThumbprint } from '../../state/keys.ts'
import { useAnswer } from '../../state/settled.ts'
import { useInputs } from '../../state/store.ts'
import type { AnsweredLevel, KeyAnswer } from '../../state/verification.ts'
import { useLater } from '../common/useLater.ts'
import { KeyItem, type KeyRole } from './KeyItem.tsx'
import styles from './KeysRead.module.css'
import { Unreadable } from './Unreadable.tsx'

/** Rows drawn before the person asks for the rest. */
const FIRST_ROWS = 20

/** What the text in the Key box was read as: each key of it, and which of them the token was checked with. */
export function KeysRead() {
  const { answer } = useAnswer()
  const keyText = useInputs((inputs) => inputs.keyText)
  const keyFormat = useInputs((inputs) => inputs.keyFormat)
  if (keyText === '') return null
  const current = answer !== null && answer.keyText === keyText && answer.keyFormat === keyFormat
  return (
    // Words about an earlier text keep their place and are not seen.
    <div className={styles.read} data-current={current}>
      {answer?.key.kind === 'read' && <Read key={answer.keyText} read={answer.key} levels={answer.levels} />}
      {answer?.key.kind === 'unreadable' && (
        <>
          <Unreadable fault={answer.key.fault} text={answer.keyText} />
          {keyFormat !== 'detect' && <p className={styles.place}>{readAsChosen}</p>}
        </>
      )}
    </div>
  )
}

type ReadAnswer = KeyAnswer & { readonly kind: 'read' }

interface Props {
  readonly read: ReadAnswer
  readonly levels: readonly AnsweredLevel[]
}

function Read({ read: { keys, key }, levels }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? keys.keys : firstOf(keys, key)
  const prints = useLater(useCallback(() => Promise.all(shown.map(openThumbprint)), [shown]))
  const roles = rolesOf(levels)
  return (
    <>
      <p className={styles.summary}>{setSummary(keys)}</p>
      <ul className={styles.keys} data-many={shown.length > 4}>
        {shown.map((candidate, i) => (
          <KeyItem
            key={keys.keys.indexOf(candidate)}
            material={candidate}
            place={keys.keys.length === 1 ? null : keys.keys.indexOf(candidate) + 1}
            print={prints?.[i] ?? null}
            role={roles.get(candidate) ?? null}
          />
        ))}
      </ul>
      {shown.length < keys.keys.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {keys.keys.length.toLocaleString('en')} keys
        </button>
      )}
      {keys.unread.length > 0 && (
        <details className={styles.fold}>
          <summary>Cannot be read: {keys.unread.length.toLocaleString('en')}</summary>
          <ul className={styles.unread}>
            {keys.unread.slice(0, FIRST_ROWS).map((fault) => (
              <li key={fault.span.from}>{unreadItem(fault)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What each key was to the token, or to one inside it. */
function rolesOf(levels: readonly AnsweredLevel[]): ReadonlyMap<KeyMaterial, KeyRole> {
  const roles = new Map<KeyMaterial, KeyRole>()
  for (const { key, outcome } of levels) {
    if (key.kind !== 'read' || key.key === null || key.tried === 0) continue
    if (outcome.kind === 'signed') {
      roles.set(key.key, outcome.verification.state === 'verified' ? 'matches' : 'fails')
    } else if (outcome.kind === 'encrypted') {
      roles.set(key.key, outcome.decryption.state === 'decrypted' ? 'opens' : 'shut')
    }
  }
  return roles
}

/** The first of the set, and the one that decided wherever it stands. */
const firsts = new WeakMap<KeySet, { readonly key: unknown; readonly shown: KeySet['keys'] }>()

function firstOf(keys: KeySet, key: ReadAnswer['key']): KeySet['keys'] {
  const known = firsts.get(keys)
  if (known !== undefined && known.key === key) return known.shown
  const few = keys.keys.slice(0, FIRST_ROWS)
  const shown = key === null || few.includes(key) ? few : [key, ...few]
  firsts.set(keys, { key, shown })
  return shown
}
