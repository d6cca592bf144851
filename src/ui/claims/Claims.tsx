import { useId, useMemo, useState } from 'react'
import { privateMember, unprotectedText } from '../../content/messages/boxes.ts'
import type { Token, UnprotectedHeader } from '../../core/decode/token.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import type { NumericDate } from '../../core/validate/time.ts'
import { hoverAt, leadTo } from '../../state/pointer.ts'
import { useExplained } from '../../state/settled.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { counted } from '../common/count.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import { localText, relativeTo, utcText } from '../common/time.ts'
import { useNow } from '../common/useNow.ts'
import { LaterLookUp } from '../meaning/LaterLookUp.tsx'
import type { Origin } from '../meaning/origin.ts'
import { useOrigins } from '../meaning/useOrigins.ts'
import { unprotectedOf } from '../part/unprotected.ts'
import styles from './Claims.module.css'
import type { Row } from './rows.ts'
import { memberRows } from './rows.ts'

/** Rows drawn before the person asks for the rest. */
const FIRST_ROWS = 60

/** What each claim and header parameter is called, means and says. */
export function Claims() {
  const { token } = useExplained()
  const heading = useId()
  return (
    <section aria-labelledby={heading} className={styles.claims}>
      <div className={styles.bar}>
        <h2 id={heading}>Claims</h2>
        <LaterLookUp />
      </div>
      {token === null ? (
        <p className={styles.none}>Each claim of a token is explained here.</p>
      ) : (
        <>
          <Members token={token} name="payload" title="Payload" />
          <Members token={token} name="protected" title="Header" />
          {unprotectedOf(token).map(({ name, header }) => (
            <Members
              key={name}
              token={token}
              name="protected"
              title={unprotectedText[name]}
              header={header}
            />
          ))}
        </>
      )}
    </section>
  )
}

interface MembersProps {
  readonly token: Token
  readonly name: 'protected' | 'payload'
  readonly title: string
  /** In place of the protected one. */
  readonly header?: UnprotectedHeader
}

function Members({ token, name, title, header }: MembersProps) {
  const [whole, setWhole] = useState<Token | null>(null)
  const limit = whole === token ? Number.POSITIVE_INFINITY : FIRST_ROWS
  const found = useMemo(() => memberRows(token, name, limit, header), [token, name, limit, header])
  const origins = useOrigins(token)
  if (found === null)
    return (
      <p className={styles.none}>
        {name === 'payload' && token.kind === 'jwe' && token.payloadContent === null
          ? 'The payload is encrypted: its claims can be read once it is opened.'
          : `The ${title.toLowerCase()} is no JSON object: nothing to explain.`}
      </p>
    )
  const said = (row: Row) => (name === 'payload' ? origins.flatMap((origin) => origin.explain(row.name)) : [])
  const firstPrivate = found.rows.find((row) => row.meaning === null && said(row).length === 0)
  return (
    <>
      <h3 className={styles.title} data-part={name}>
        {title}
      </h3>
      {name === 'payload' && origins.map((origin) => <OriginLine key={origin.name} {...origin} />)}
      {found.rows.length === 0 && <p className={styles.none}>An empty object.</p>}
      <ul className={styles.rows} data-part={name} onPointerLeave={() => hoverAt(null)}>
        {found.rows.map((row) => (
          <ClaimRow
            key={row.id}
            row={row}
            name={name}
            said={said(row)}
            isFirstPrivate={row === firstPrivate}
          />
        ))}
      </ul>
      {found.more > 0 && (
        <button type="button" className={styles.more} onClick={() => setWhole(token)}>
          Show {counted(found.more, 'more member')}
        </button>
      )}
    </>
  )
}

/** Whose token this is, as far as its claims tell. */
function OriginLine({ name, by, note }: Origin) {
  return (
    <p className={styles.origin}>
      Looks like a token of <strong>{name}</strong>, by {by.join(', ')}. {note}
    </p>
  )
}

interface ClaimRowProps {
  readonly row: Row
  readonly name: 'protected' | 'payload'
  /** What the issuer's own documentation says of it. */
  readonly said: readonly string[]
  /** The first that no registry knows: what that means is said once. */
  readonly isFirstPrivate: boolean
}

function ClaimRow({ row, name, said, isFirstPrivate }: ClaimRowProps) {
  const point = row.at
  const label = row.name === '' ? '(empty name)' : withUnseenShown(row.name)
  return (
    <li className={styles.row} onPointerEnter={() => hoverAt(point)}>
      <div className={styles.head}>
        <button type="button" className={styles.name} title="Show in the token" onClick={() => leadTo(point)}>
          {label}
        </button>
        {row.fullName !== null && <span className={styles.full}>{row.fullName}</span>}
      </div>
      <div className={styles.body}>
        <Value row={row} />
        {row.date !== null && <Moment date={row.date} />}
        {row.says !== null && <p className={styles.moment}>{row.says}</p>}
        <p className={styles.meaning}>
          {row.meaning ?? (said.length === 0 && privateMember[name][isFirstPrivate ? 'first' : 'later'])}{' '}
          {row.advice} {row.spec !== null && <SpecLink id={row.spec} />}
        </p>
        {said.map((words) => (
          <p key={words} className={styles.meaning}>
            {words}
          </p>
        ))}
      </div>
      <CopyButton label={`Copy ${label}`} text={row.copied} />
    </li>
  )
}

/** Characters of a value shown before it is folded. */
const FOLD = 240

function Value({ row }: { readonly row: Row }) {
  // What is folded away is not made: a value can be megabytes long.
  const [open, setOpen] = useState(false)
  if (row.value.length <= FOLD) return <code className={styles.value}>{withUnseenShown(row.value)}</code>
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code className={styles.value}>{withUnseenShown(row.value.slice(0, FOLD))}…</code>{' '}
        <span>{counted(row.value.length, 'character')}</span>
      </summary>
      {open && <code className={styles.value}>{withUnseenShown(row.value)}</code>}
    </details>
  )
}

function Moment({ date }: { readonly date: NumericDate }) {
  const now = useNow()
  if (date.seconds === null)
    return <p className={styles.odd}>No number: a NumericDate is a number of seconds since 1970.</p>
  return (
    <>
      <p className={styles.moment}>{momentText(date.seconds, now)}</p>
      {(date.unit === 'milliseconds' || date.unit === 'microseconds') && (
        <p className={styles.odd}>
          This counts {date.unit} in place of seconds. So read, it is{' '}
          {momentText(date.seconds / (date.unit === 'milliseconds' ? 1e3 : 1e6), now)}.
        </p>
      )}
    </>
  )
}

/** Relative, in the reader's zone, in UTC; before the page's clock runs, in UTC alone. */
function momentText(seconds: number, now: number): string {
  const utc = utcText(seconds)
  if (utc === null) return 'Beyond any calendar'
  return now === 0 ? utc : `${relativeTo(seconds, now)} · ${localText(seconds, now)} · ${utc}`
}
