import { useId, useMemo, useState } from 'react'
import { noticeTexts, sdJwtTexts, selectiveText } from '../../content/messages/sdJwt.ts'
import { presentation } from '../../core/decode/sdJwt.ts'
import { checkKeyBinding } from '../../core/validate/keyBinding.ts'
import type { Presented } from '../../core/validate/presented.ts'
import { allShown, see } from '../../core/validate/sdJwt.ts'
import { useExpectations } from '../../state/expectations.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { useMoment } from '../common/useNow.ts'
import { CheckList } from './CheckList.tsx'
import { Disclosures } from './Disclosures.tsx'
import { Processed } from './Processed.tsx'
import { rowsOf, toggled } from './rows.ts'
import { ShowButton } from './ShowButton.tsx'
import styles from './sdjwt.module.css'

/** What an SD-JWT discloses, what a verifier makes of it, and what it would make of less. */
export function Selective({ text, presented }: { readonly text: string; readonly presented: Presented }) {
  const { digested, seen, notices, binding } = presented
  const heading = useId()
  const now = useMoment()
  const { expected, skew } = useExpectations()
  const all = useMemo(() => allShown(digested.sdJwt), [digested])
  const [choice, setChoice] = useState({ of: digested, shown: all })
  const shown = choice.of === digested ? choice.shown : all
  const rows = useMemo(() => rowsOf(digested, seen), [digested, seen])
  const changed = shown.size < all.size
  const chosen = useMemo(() => (changed ? see(digested, shown) : seen), [changed, digested, shown, seen])
  const show = (next: ReadonlySet<number>) => setChoice({ of: digested, shown: next })
  return (
    <section aria-labelledby={heading} className={styles.pane}>
      <div className={styles.bar}>
        <h2 id={heading}>{sdJwtTexts.heading}</h2>
        <span className={styles.count} aria-live="polite">
          {shown.size} of {all.size} shown
        </span>
        {all.size > 0 && (
          <span className={styles.tools}>
            <button type="button" className={styles.quiet} onClick={() => show(all)}>
              Show all
            </button>
            <button type="button" className={styles.quiet} onClick={() => show(new Set())}>
              Show none
            </button>
          </span>
        )}
      </div>
      {all.size === 0 && <p className={styles.note}>{sdJwtTexts.none}</p>}
      <Disclosures rows={rows} shown={shown} onToggle={(index) => show(toggled(shown, rows, index))} />
      <p className={styles.note}>
        {sdJwtTexts.unanswered(digested.hash && chosen.unanswered.length)} {changed && sdJwtTexts.notIssued}
      </p>
      {notices.map(({ code, values, span }) => (
        <p key={code} className={styles.notice} data-notice={code}>
          {noticeTexts[code](values)} <ShowButton label="Show where" span={span} />
        </p>
      ))}
      {chosen.faults.length > 0 && (
        <div className={styles.faults}>
          <p>{sdJwtTexts.rejected}</p>
          <ul>
            {chosen.faults.map((fault, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity of their own
              <li key={i} data-fault={fault.code}>
                {selectiveText(fault)} <ShowButton label="Show where" span={fault.span} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {chosen.processed !== null && <Processed json={chosen.processed} />}
      <div className={styles.bar}>
        <h3>SD-JWT with what is shown</h3>
        <span className={styles.tools}>
          <CopyButton label="Copy SD-JWT" text={() => presentation(text, digested.sdJwt, shown)} />
        </span>
      </div>
      {binding !== null && (
        <>
          {changed && <p className={styles.notice}>{sdJwtTexts.bindingDropped}</p>}
          <h3>Key binding</h3>
          <CheckList checks={checkKeyBinding(binding, { ...expected, now, skew })} spec="rfc9901-7.3" />
        </>
      )}
    </section>
  )
}
