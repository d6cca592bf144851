import { useId, useState } from 'react'
import { expectationNames, unmetText } from '../../content/messages/checks.ts'
import type { ExpectedName } from '../../core/validate/expected.ts'
import { expectedMembers, meetExpectations } from '../../core/validate/meet.ts'
import { expect, useExpectations } from '../../state/expectations.ts'
import { unwantedProps } from '../common/unwanted.ts'
import styles from './Checks.module.css'
import { type Documents, writtenAt } from './subject.ts'
import { Tolerance } from './Tolerance.tsx'

const names = Object.keys(expectationNames) as ExpectedName[]

/** What the person expects of the token, and whether it is so. */
export function Expectations({
  documents,
  elsewhere,
}: {
  readonly documents: Documents
  /** What is compared in another place. */
  readonly elsewhere: readonly ExpectedName[]
}) {
  const { expected, skew } = useExpectations()
  const met = meetExpectations(documents.header, documents.claims, expected).filter(
    ({ name }) => !elsewhere.includes(name),
  )
  // Of the first look alone: it must not close while a field is being emptied.
  const [inUse] = useState(met.length > 0 || skew > 0)
  return (
    <div>
      <details open={inUse}>
        <summary>Compare with what you expect: issuer, audience, nonce, clock tolerance …</summary>
        <div className={styles.fields}>
          {names.map((name) => (
            <Field
              key={name}
              name={name}
              value={expected[name]}
              state={met.find((meeting) => meeting.name === name)?.met ?? null}
            />
          ))}
          <Tolerance />
        </div>
      </details>
      <ul className={styles.unmet} aria-live="polite">
        {met
          .filter((meeting) => !meeting.met)
          .map(({ name, wanted, node }) => (
            <li key={name} data-outcome="broken" data-expected={name}>
              <strong>{expectedMembers[name].name}</strong>{' '}
              {unmetText(name, wanted, writtenAt(documents[expectedMembers[name].in], node))}
            </li>
          ))}
      </ul>
    </div>
  )
}

interface FieldProps {
  readonly name: ExpectedName
  readonly value: string
  /** Null where nothing is expected. */
  readonly state: boolean | null
}

function Field({ name, value, state }: FieldProps) {
  const id = useId()
  const { label, hint } = expectationNames[name]
  const mark = { true: ' ✓', false: ' ✕', null: '' }[`${state}`]
  return (
    <label htmlFor={id} data-met={state ?? undefined}>
      <span>
        Expected {label.toLowerCase()}
        <span aria-hidden="true">{mark}</span>
      </span>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={hint}
        onChange={({ target }) => expect({ [name]: target.value })}
        {...unwantedProps}
      />
    </label>
  )
}
