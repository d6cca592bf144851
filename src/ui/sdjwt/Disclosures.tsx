import { useState } from 'react'
import { contains } from '../../core/text/span.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { hoverAt, pointOf, usePointing } from '../../state/pointer.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { counted } from '../common/count.ts'
import type { Row } from './rows.ts'
import { ShowButton, useIsPasted } from './ShowButton.tsx'
import styles from './sdjwt.module.css'

/** Rows drawn before the person asks for the rest. */
const FIRST_ROWS = 60

interface Props {
  readonly rows: readonly Row[]
  readonly shown: ReadonlySet<number>
  onToggle(index: number): void
}

/** Each disclosure with its name, value and digest, to be shown to the verifier or not. */
export function Disclosures({ rows, shown, onToggle }: Props) {
  const [whole, setWhole] = useState<readonly Row[] | null>(null)
  const few = whole === rows ? rows : rows.slice(0, FIRST_ROWS)
  return (
    <>
      <ul className={styles.rows} onPointerLeave={() => hoverAt(null)}>
        {few.map((row) => (
          <DisclosureRow
            key={row.index}
            row={row}
            holder={typeof row.place?.source === 'number' ? rows[row.place.source]! : null}
            isShown={shown.has(row.index)}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {rows.length > few.length && (
        <button type="button" className={styles.quiet} onClick={() => setWhole(rows)}>
          Show {counted(rows.length - few.length, 'more disclosure')}
        </button>
      )}
    </>
  )
}

interface RowProps {
  readonly row: Row
  /** The disclosure that holds this one's digest; null where that is the payload, or none. */
  readonly holder: Row | null
  readonly isShown: boolean
  onToggle(index: number): void
}

function DisclosureRow({ row, holder, isShown, onToggle }: RowProps) {
  const { index, label, span, place, digest, salt, value } = row
  const isPasted = useIsPasted()
  const isPointed = usePointing((pointing) => {
    const at = pointOf(pointing)
    return isPasted && at?.in === 'token' && contains(span, at.offset)
  })
  return (
    <li
      className={styles.row}
      data-disclosure={index}
      data-linked={isPointed || undefined}
      onPointerEnter={() => isPasted && hoverAt({ in: 'characters', span })}
    >
      <label className={styles.name}>
        <input type="checkbox" checked={isShown} onChange={() => onToggle(index)} />
        <span>{label}</span>
      </label>
      <div className={styles.body}>
        {value !== null && <Value value={value} />}
        <p className={styles.note}>
          {place !== null
            ? whereText(place.path, holder)
            : digest === ''
              ? 'Its digest cannot be computed.'
              : 'Its digest stands nowhere in the token.'}{' '}
          <ShowButton label="Show disclosure" span={span} />{' '}
          {place !== null && <ShowButton label="Show digest" span={place.span} />}
        </p>
        <p className={styles.note}>
          {digest !== '' && (
            <>
              Digest <code>{digest}</code>
            </>
          )}
          {digest !== '' && salt !== null && ' · '}
          {salt !== null && (
            <>
              salt <code>{withUnseenShown(salt)}</code>
            </>
          )}
        </p>
      </div>
      {value !== null && <CopyButton label={`Copy ${label}`} text={value} />}
    </li>
  )
}

function whereText(path: string, holder: Row | null): string {
  const at = withUnseenShown(path)
  if (holder !== null) return `Inside the disclosure ${holder.label}${at === '' ? '' : `, at ${at}`}.`
  return at === '' ? 'At the top level of the payload.' : `In the payload at ${at}.`
}

/** Characters of a value shown before it is folded. */
const FOLD = 240

function Value({ value }: { readonly value: string }) {
  const [open, setOpen] = useState(false)
  if (value.length <= FOLD) return <code className={styles.value}>{withUnseenShown(value)}</code>
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code className={styles.value}>{withUnseenShown(value.slice(0, FOLD))}…</code>{' '}
        <span className={styles.note}>{counted(value.length, 'character')}</span>
      </summary>
      {open && <code className={styles.value}>{withUnseenShown(value)}</code>}
    </details>
  )
}
