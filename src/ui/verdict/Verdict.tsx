import { memo, useId, useMemo, useRef, useState } from 'react'
import { encryptedHeadlines } from '../../content/messages/encryption.ts'
import {
  headlines,
  keyTextSecret,
  noTokenText,
  outOfTimeWord,
  ownKeyText,
  ownProofText,
  rejectionTexts,
  weakKeyText,
} from '../../content/messages/verdict.ts'
import type { VerdictWord } from '../../content/messages/words.ts'
import { mayWithhold } from '../../state/claims.ts'
import { useExpectations } from '../../state/expectations.ts'
import { decisiveLevel } from '../../state/levels.ts'
import { useAnswer, useVerdictWord, wordOf } from '../../state/settled.ts'
import { isKeyText, weaknessesOf } from '../../state/verification.ts'
import { useLater } from '../common/useLater.ts'
import { useMoment } from '../common/useNow.ts'
import { Diagnoses } from './Diagnoses.tsx'
import { claimsLine } from './lines/claims.ts'
import { keyLine } from './lines/key.ts'
import { levelLines } from './lines/levels.ts'
import type { Line, Tone } from './lines/line.ts'
import { emptyLines } from './lines/line.ts'
import { proofLines } from './lines/proofs.ts'
import { signatureLine } from './lines/signature.ts'
import { structureLine } from './lines/structure.ts'
import { timeLine, timesOf } from './lines/time.ts'
import { Permit } from './Permit.tsx'
import { useTimeState } from './useTimeState.ts'
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
const EXPLANATION_ID = 'explanation'

/**
 * What holds and what does not: a headline, and five lines that each speak of one thing. The state follows the inputs at
 * once; the words keep their place, unseen, until the new ones are there, so that nothing jumps about.
 */
export function Verdict() {
  const state = useVerdictWord()
  const heading = useId()
  const [isExplained, setExplained] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setExplained(false)
    opener.current?.focus()
  }
  return (
    <>
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
        <div className={styles.headline}>
          <Headline />
          {(state !== 'empty' || isExplained) && (
            <button
              ref={opener}
              type="button"
              className={styles.explain}
              aria-expanded={isExplained}
              aria-controls={isExplained ? EXPLANATION_ID : undefined}
              onClick={() => setExplained(!isExplained)}
            >
              Explain this token
            </button>
          )}
        </div>
        <Lines />
        <Diagnoses />
      </section>
      {isExplained && <LaterExplanation onClose={close} />}
    </>
  )
}

const load = () => import('../explain/Explanation.tsx').then(({ Explanation }) => Explanation)

function LaterExplanation({ onClose }: { onClose(): void }) {
  const Explanation = useLater(load)
  return Explanation !== null && <Explanation id={EXPLANATION_ID} onClose={onClose} />
}

const Headline = memo(function Headline() {
  const settled = useAnswer()
  const state = wordOf(settled)
  const levels = settled.answer?.levels ?? []
  const token = levels.at(-1)?.token ?? settled.inspection.token
  const life = useTimeState(token, settled.answer)
  const decisive = decisiveLevel(levels)
  const { word, meaning } = headlineOf(state, settled)
  const weak = state === 'verified' && weaknessesOf(decisive).length > 0
  const ownKey = decisive?.key.kind === 'read' && decisive.key.fromToken
  const outOfTime = life && outOfTimeWord(life)
  return (
    <div className={styles.says} role="status" data-shows={state}>
      <span className={styles.mark} aria-hidden="true">
        {stateMarks[state]}
      </span>
      <p className={styles.word}>
        {word}
        {state === 'verified' && outOfTime !== null && <span className={styles.but}> and {outOfTime}</span>}
      </p>
      <p className={styles.meaning}>
        {state === 'verified' && decisive !== null && isKeyText(decisive)
          ? keyTextSecret
          : weak
            ? weakKeyText
            : meaning}{' '}
        {state === 'verified' && ownKey && ownKeyText}
      </p>
    </div>
  )
})

function headlineOf(
  state: VerdictWord,
  { inspection, answer }: ReturnType<typeof useAnswer>,
): { word: string; meaning: string } {
  const { levels = [], proofs = null } = answer ?? {}
  const nested = state === 'verified' && levels[0]?.token.kind === 'jwe'
  const encrypted = nested || decisiveLevel(levels)?.token.kind === 'jwe'
  const { word, meaning } = (encrypted ? encryptedHeadlines[state] : null) ?? headlines[state]
  if (state === 'unreadable' && inspection.token === null) return { word, meaning: noTokenText }
  if (state === 'failed' && proofs !== null && proofs.rejected !== null)
    return { word, meaning: rejectionTexts[proofs.rejected] }
  const isOwn = proofs?.possession?.proof.verification.state === 'verified'
  return { word, meaning: state === 'needs-key' && isOwn ? ownProofText : meaning }
}

const Lines = memo(function Lines() {
  const { inspection, answer } = useAnswer()
  const now = useMoment()
  const { skew, at, expected } = useExpectations()
  const { token } = inspection
  const innermost = answer?.levels.at(-1)?.token ?? token
  const still = useMemo(
    () =>
      token === null || innermost === null
        ? null
        : {
            structure: structureLine(token),
            claims: claimsLine(innermost, answer, expected),
            times: timesOf(innermost, answer),
          },
    [token, innermost, answer, expected],
  )
  const lines =
    token === null || still === null
      ? emptyLines
      : [
          still.structure,
          ...(answer === null
            ? [signatureLine(token, null), keyLine(token, null, now)]
            : levelLines(answer.levels, now)),
          ...proofLines(innermost!, answer, { ...expected, now, skew }),
          timeLine(still.times, mayWithhold(answer), now, skew, at !== null),
          still.claims,
        ]
  return (
    <>
      <dl className={styles.lines}>
        {lines.map((line, i) => (
          // Lines of one name can stand several times, in an order that does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <VerdictLine key={i} {...line} />
        ))}
      </dl>
      {answer !== null && <Permit levels={answer.levels} />}
    </>
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
