import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { agreementWords, fetchedWords } from '../../content/messages/fetching.ts'
import { issuerOf, sameIssuer } from '../../core/keys/discovery.ts'
import { type Fetched, useFetched, useStanding } from '../../state/door.ts'
import { useSettledInspection } from '../../state/settled.ts'
import { localText, relativeTo } from '../common/time.ts'
import { useNow } from '../common/useNow.ts'
import styles from './Fetch.module.css'

const FetchPanel = lazy(() => import('./FetchPanel.tsx'))

/** Where fetched keys came from, and behind a quiet line, what it takes to fetch some. `box` is the id of the Key box. */
export function Fetch({ box }: { readonly box: string }) {
  const fetched = useFetched()
  const left = useStanding((standing) => standing.left)
  const [open, setOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (left.times === 0) return
    const to = left.paste
      ? document.getElementById(box)
      : details.current?.querySelector<HTMLElement>('[data-opens-door]')
    to?.focus()
  }, [left, box])
  useEffect(() => {
    if (fetched !== null) setOpen(false)
  }, [fetched])
  return (
    <>
      {fetched !== null && <Origin fetched={fetched} />}
      <details
        ref={details}
        className={styles.details}
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>Fetch keys…</summary>
        {open && (
          <Suspense fallback={null}>
            <FetchPanel />
          </Suspense>
        )}
      </details>
    </>
  )
}

function Origin({ fetched }: { readonly fetched: Fetched }) {
  const now = useNow()
  const { token } = useSettledInspection()
  const issuer = token === null ? null : issuerOf(token)
  const agreement =
    issuer === null || fetched.issuer === null ? 'unknown' : sameIssuer(fetched.issuer, issuer)
  return (
    <p className={styles.origin} data-agreement={agreement}>
      {fetchedWords(fetched.address)}{' '}
      <time dateTime={new Date(fetched.at * 1000).toISOString()}>
        {relativeTo(fetched.at, Math.max(now, fetched.at))} · {localText(fetched.at, now)}
      </time>
      . {agreementWords[agreement](fetched.issuer ?? '', issuer ?? '')}
    </p>
  )
}
