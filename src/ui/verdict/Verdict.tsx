import { memo, useId, useMemo } from 'react'
import {
  headlines,
  outOfTimeWord,
  ownKeyText,
  ownProofText,
  rejectionTexts,
  weakKeyText,
} from '../../content/messages/verdict.ts'
import type { VerdictWord } from '../../content/messages/words.ts'
import { judgeTime } from '../../core/validate/time.ts'
import { useExpectations } from '../../state/expectations.ts'
import { useAnswer, useVerdictWord, wordOf } from '../../state/settled.ts'
import type { Answer } from '../../state/verification.ts'
import { weaknessesOf } from '../../state/verification.ts'
import { useMoment } from '../common/useNow.ts'
import { Diagnoses } from './Diagnoses.tsx'
import { claimsLine } from './lines/claims.ts'
import { keyLine } from './lines/key.ts'
import type { Line, Tone } from './lines/line.ts'
import { emptyLines } from './lines/line.ts'
import { proofLines } from './lines/proofs.ts'
import { signatureLine } from './lines/signature.ts'
import { structureLine } from './lines/structure.ts'
import { timeLine, timesOf } from './lines/time.ts'
import styles from './Verdict.module.css'

const marks: Readonly<Record<Tone, string>> = { good: '✓', sound: '✓', bad: '✕', warning: '!', none: '–' }

export const stateMarks: Readonly<Record<VerdictWord, string>> = {
  empty: '–',
  unreadable: '✕',
  'needs-key': '?',
  checking: '…',
  verified: '✓',
  failed: '✕',
  impossible: '!',
  unsecured: '!',
  decrypted: '!',
}

export const VERDICT_ID = 'verdict'

/**
 * What holds and what does not: a headline, and five lines that each speak of one thing. The state follows the inputs at
 * once; the words keep their place, unseen, until the new ones are there, so that nothing jumps about.
 */
export function Verdict() {
  const state = useVerdictWord()
  const heading = useId()
  return (
    <section
      id={VERDICT_ID}
      className={styles.verdict}
      aria-labelledby={heading}
      data-state={state}
      aria-busy={state === 'checking'}
    >
      <h2 id={heading} className="unseen">
        Verdict
      </h2>
      <Headline />
      <Lines />
      <Diagnoses />
    </section>
  )
}

const Headline = memo(function Headline() {
  const settled = useAnswer()
  const now = useMoment()
  const skew = useExpectations((expectations) => expectations.skew)
  const state = wordOf(settled)
  const { token } = settled.inspection
  const times = useMemo(() => timesOf(token, settled.answer), [token, settled.answer])
  const { word } = headlines[state]
  const meaning = meaningOf(state, settled.answer)
  const weak = state === 'verified' && weaknessesOf(settled.answer).length > 0
  const ownKey = settled.answer?.key.kind === 'read' && settled.answer.key.fromToken
  const outOfTime = times === null || now === 0 ? null : outOfTimeWord(judgeTime(times, now, skew).state)
  return (
    <div className={styles.headline} role="status" data-shows={state}>
      <span className={styles.mark} aria-hidden="true">
        {stateMarks[state]}
      </span>
      <p className={styles.word}>
        {word}
        {state === 'verified' && outOfTime !== null && <span className={styles.but}> and {outOfTime}</span>}
      </p>
      <p className={styles.meaning}>
        {weak ? weakKeyText : meaning} {state === 'verified' && ownKey && ownKeyText}
      </p>
    </div>
  )
})

function meaningOf(state: VerdictWord, answer: Answer | null): string {
  const proofs = answer?.proofs ?? null
  if (state === 'failed' && proofs !== null && proofs.rejected !== null)
    return rejectionTexts[proofs.rejected]
  const isOwn = proofs?.possession?.proof.verification.state === 'verified'
  return state === 'needs-key' && isOwn ? ownProofText : headlines[state].meaning
}

const Lines = memo(function Lines() {
  const { inspection, answer } = useAnswer()
  const now = useMoment()
  const { skew, at } = useExpectations()
  const { token } = inspection
  const still = useMemo(
    () =>
      token === null
        ? null
        : {
            structure: structureLine(token),
            claims: claimsLine(token, answer),
            times: timesOf(token, answer),
          },
    [token, answer],
  )
  const lines =
    token === null || still === null
      ? emptyLines
      : [
          still.structure,
          signatureLine(token, answer),
          keyLine(token, answer),
          ...proofLines(token, answer),
          timeLine(still.times, now, skew, at !== null),
          still.claims,
        ]
  return (
    <dl className={styles.lines}>
      {lines.map((line) => (
        <VerdictLine key={line.name} {...line} />
      ))}
    </dl>
  )
})

function VerdictLine({ name, tone, text, detail }: Line) {
  return (
    <div className={styles.line} data-tone={tone}>
      <dt>
        <span className={styles.small} aria-hidden="true">
          {marks[tone]}
        </span>
        {name}
      </dt>
      <dd>
        {text}
        {detail !== undefined && <span className={styles.detail}> {detail}</span>}
      </dd>
    </div>
  )
}
