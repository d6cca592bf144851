import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { foundName, foundPlace, kindNames } from '../../content/messages/input.ts'
import { headlines } from '../../content/messages/verdict.ts'
import type { VerdictWord } from '../../content/messages/words.ts'
import type { Found } from '../../core/recognize/found.ts'
import type { Row } from '../../state/batch.ts'
import { restartBatch, stopBatch, useBatch } from '../../state/batch.ts'
import { useInspection } from '../../state/inspection.ts'
import { hoverAt } from '../../state/pointer.ts'
import { setInputs } from '../../state/store.ts'
import { relativeTo } from '../common/time.ts'
import { unwantedProps } from '../common/unwanted.ts'
import { useMoment } from '../common/useNow.ts'
import { stateMarks } from '../verdict/Verdict.tsx'
import type { Order, Wanted } from './listing.ts'
import { listed, orders } from './listing.ts'
import styles from './TokenList.module.css'

/** Height of a row in pixels, as the style sheet has it. */
const ROW = 44
/** Rows beyond what is in sight, on either side. */
const SPARE = 6
/** Height of the list, at most, in rows: half a one says that there are more. */
const SEEN = 5.5
/** From so many on, a list is not overlooked at a glance. */
const MANY = 6

/** All tokens of the paste, one a row; choosing one shows it in every pane. */
export function TokenList() {
  const { found, selected } = useInspection()
  const [wanted, setWanted] = useState<Wanted>({ order: 'text', part: '', state: '' })
  if (found.length < 2) return null
  return (
    <div className={styles.tokens}>
      {found.length >= MANY && <Controls wanted={wanted} onChange={setWanted} />}
      <List wanted={wanted} selected={selected} />
      <Progress />
    </div>
  )
}

function Controls({ wanted, onChange }: { readonly wanted: Wanted; onChange(wanted: Wanted): void }) {
  const rows = useBatch((batch) => batch.rows)
  const words = useMemo(() => [...new Set(rows.map((row) => row?.word ?? 'checking'))], [rows])
  return (
    <div className={styles.controls}>
      <input
        type="search"
        aria-label="Filter tokens"
        placeholder="Filter"
        value={wanted.part}
        onChange={(event) => onChange({ ...wanted, part: event.target.value })}
        {...unwantedProps}
      />
      <select
        aria-label="Show only"
        value={wanted.state}
        onChange={(event) => onChange({ ...wanted, state: event.target.value as VerdictWord | '' })}
      >
        <option value="">every state</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {headlines[word].word}
          </option>
        ))}
      </select>
      <label>
        Sort
        <select
          value={wanted.order}
          onChange={(event) => onChange({ ...wanted, order: event.target.value as Order })}
        >
          {Object.entries(orders).map(([order, label]) => (
            <option key={order} value={order}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function List({ wanted, selected }: { readonly wanted: Wanted; readonly selected: number }) {
  const { found } = useInspection()
  const batch = useBatch()
  const rows = batch.found === found ? batch.rows : []
  const later = useDeferredValue(wanted)
  const shown = useMemo(() => listed(found, rows, later), [found, rows, later])
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const id = useId()
  const at = shown.indexOf(selected)
  const first = Math.max(0, Math.floor(top / ROW) - SPARE)
  const last = Math.min(shown.length, first + Math.ceil(SEEN) + 2 * SPARE + 1)
  // The selected row is there wherever the list is scrolled, for whoever hears it.
  const drawn = shown.slice(first, last).map((index, i) => [index, first + i] as const)
  if (at >= 0 && (at < first || at >= last)) drawn.push([selected, at])

  const choose = (place: number) => {
    const index = shown[Math.max(0, Math.min(shown.length - 1, place))]
    if (index === undefined) return
    hoverAt(null)
    setInputs({ selected: index })
    const seat = shown.indexOf(index) * ROW
    const view = box.current
    if (view === null) return
    if (seat < view.scrollTop) view.scrollTop = seat
    else if (seat + ROW > view.scrollTop + view.clientHeight) view.scrollTop = seat + ROW - view.clientHeight
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + 5,
    PageUp: at - 5,
    Home: 0,
    End: shown.length - 1,
  }
  return (
    <div
      ref={box}
      className={styles.list}
      role="listbox"
      aria-label="Tokens found"
      aria-activedescendant={at < 0 ? undefined : `${id}-${selected}`}
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
        event.preventDefault()
        choose(step)
      }}
    >
      <div style={{ blockSize: Math.max(1, shown.length) * ROW }} role="presentation">
        {shown.length === 0 && <p className={styles.nothing}>None is like that.</p>}
        {drawn.map(([index, place]) => (
          <div
            key={index}
            id={`${id}-${index}`}
            className={styles.row}
            style={{ insetBlockStart: place * ROW }}
            role="option"
            aria-selected={index === selected}
            aria-posinset={place + 1}
            aria-setsize={shown.length}
            tabIndex={-1}
            onClick={() => choose(place)}
            onKeyDown={() => {}}
          >
            <Cells found={found[index]!} row={rows[index]} first={found[rows[index]?.first ?? index]!} />
          </div>
        ))}
      </div>
    </div>
  )
}

interface CellsProps {
  readonly found: Found
  readonly row: Row | undefined
  /** The first token of the text that has the same characters. */
  readonly first: Found
}

function Cells({ found, row, first }: CellsProps) {
  const now = useMoment()
  const word = row?.word ?? 'checking'
  const name = foundName(found)
  const place = foundPlace(found)
  const whose = [row?.issuer, row?.subject].filter((part) => part != null).map((part) => part!.slice(0, 200))
  return (
    <>
      <span className={styles.name}>
        {name}
        {name !== place && <span className={styles.quiet}> {place}</span>}
      </span>
      <span className={styles.state} data-state={word}>
        <span aria-hidden="true">{stateMarks[word]} </span>
        {headlines[word].word}
      </span>
      <span className={styles.whose}>
        {row !== undefined && (
          <span className={styles.alg}>
            {row.alg?.slice(0, 40) ?? kindNames[row.kind]}
            {row.kind === 'jws' || row.alg === null ? '' : ` ${kindNames[row.kind]}`}
          </span>
        )}
        {first !== found && ` same as line ${first.line.toLocaleString('en')}${whose.length > 0 ? ' ·' : ''}`}
        {whose.length > 0 && ` ${whose.join(' · ')}`}
      </span>
      <span className={styles.time}>{row === undefined || now === 0 ? '' : timeText(row, now)}</span>
    </>
  )
}

function timeText({ kind, exp, nbf }: Row, now: number): string {
  if (nbf !== null && nbf > now) return `begins ${relativeTo(nbf, now)}`
  if (exp === null) return kind === 'jwe' || kind === 'undecodable' ? '' : 'no exp'
  return exp <= now ? `expired ${relativeTo(exp, now)}` : `expires ${relativeTo(exp, now)}`
}

/** How far the check of all tokens has come; it can be stopped. */
function Progress() {
  const { found, done, state, rows } = useBatch()
  const counts = useMemo(() => {
    const count = new Map<VerdictWord, number>()
    for (const row of rows) if (row !== undefined) count.set(row.word, (count.get(row.word) ?? 0) + 1)
    return [...count].sort((a, b) => b[1] - a[1])
  }, [rows])
  if (found.length === 0) return null
  const number = (count: number) => count.toLocaleString('en')
  return (
    <p className={styles.progress}>
      {state === 'done' ? (
        <span role="status">
          {counts.map(([word, count]) => `${number(count)} ${headlines[word].word.toLowerCase()}`).join(', ')}
        </span>
      ) : (
        <>
          <progress max={found.length} value={done} aria-label="Tokens checked" />
          <span>
            {number(done)} of {number(found.length)}
            {state === 'stopped' && ', stopped'}
          </span>
          {state === 'running' ? (
            <button type="button" className={styles.stop} onClick={stopBatch}>
              Stop
            </button>
          ) : (
            <button type="button" className={styles.stop} onClick={restartBatch}>
              Check all
            </button>
          )}
        </>
      )}
    </p>
  )
}
