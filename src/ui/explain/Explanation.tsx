import { Fragment, useId, useMemo } from 'react'
import { piecesOf, type Statement, sentenceOf } from '../../content/messages/explain.ts'
import { useExpectations } from '../../state/expectations.ts'
import { useAnswer, useVerdictWord } from '../../state/settled.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { useMoment } from '../common/useNow.ts'
import styles from './Explanation.module.css'
import { explain, paragraphs } from './statements.ts'

/** What the token in the box says, in a few sentences for somebody who has never seen one. */
export function Explanation({ id, onClose }: { readonly id: string; onClose(): void }) {
  const { inspection, answer } = useAnswer()
  // What was said of an earlier input keeps its place and is not seen, as in the verdict.
  const isStale = useVerdictWord() === 'checking' && answer !== null
  const now = useMoment()
  const { skew, at, expected } = useExpectations()
  const heading = useId()
  const explained = useMemo(() => explain(inspection, answer), [inspection, answer])
  const told = paragraphs(explained, { ...expected, now, skew, isChosen: at !== null })
  return (
    <section id={id} aria-labelledby={heading} className={styles.explanation} aria-busy={isStale}>
      <div className={styles.bar}>
        <h2 id={heading}>Explanation</h2>
        <CopyButton label="Copy explanation" text={() => textOf(told)} />
        <button type="button" className={styles.close} aria-label="Close explanation" onClick={onClose}>
          Close
        </button>
      </div>
      {told.map((statements, i) => (
        // Paragraphs have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={i}>
          {statements.map((statement, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have sentences
            <Fragment key={n}>
              {n > 0 && ' '}
              {spans(statement)}
            </Fragment>
          ))}
        </p>
      ))}
    </section>
  )
}

function spans(statement: Statement) {
  return piecesOf(statement).map(({ text, isForeign }, i) =>
    isForeign ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <bdi key={i} className={styles.foreign} translate="no">
        {text}
      </bdi>
    ) : (
      text
    ),
  )
}

function textOf(told: readonly (readonly Statement[])[]): string {
  return told.map((statements) => statements.map(sentenceOf).join(' ')).join('\n\n')
}
