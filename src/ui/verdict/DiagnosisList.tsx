import { diagnosisWords, fixLabel, nextSteps, topicNames } from '../../content/messages/diagnoses.ts'
import { wordsOf } from '../../content/messages/diagnosis/words.ts'
import { keyFormatNames } from '../../content/messages/keys.ts'
import type { Diagnosis, Outcome } from '../../core/diagnose/diagnosis.ts'
import { takeFix } from '../../state/diagnosis.ts'
import { leadTo } from '../../state/pointer.ts'
import type { Answer } from '../../state/verification.ts'
import { counted } from '../common/count.ts'
import styles from './Diagnoses.module.css'

/** What would make the signature match; else what can be told without that, and what was tried. */
export default function DiagnosisList({
  outcome,
  answer,
}: {
  readonly outcome: Outcome
  readonly answer: Answer
}) {
  const { found, hints } = outcome
  const isAttack = found.some(({ id }) => id === 'key-confusion')
  if (found.length > 0) {
    const heading = isAttack ? 'An attack' : found.length > 1 ? 'Likely causes, together' : 'Likely cause'
    return (
      <>
        <h3 className={styles.heading} data-attack={isAttack}>
          {heading}
        </h3>
        <List diagnoses={found} found />
      </>
    )
  }
  if (hints.length === 0) return <Tried outcome={outcome} answer={answer} />
  return (
    <>
      <h3 className={styles.heading}>What can be told</h3>
      <List diagnoses={hints} found={false} />
      {outcome.attempts > 0 && (
        <details className={styles.tried}>
          <summary>What was tried</summary>
          <p className={styles.why}>{triedText(outcome)}</p>
        </details>
      )}
    </>
  )
}

function List({ diagnoses, found }: { readonly diagnoses: readonly Diagnosis[]; readonly found: boolean }) {
  return (
    <ul className={styles.list}>
      {diagnoses.map((diagnosis, i) => (
        // The same can be said twice, of two thumbprints; the list is made anew as a whole.
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity of their own
        <Item key={i} diagnosis={diagnosis} says={causeOf(diagnosis, found, i)} />
      ))}
    </ul>
  )
}

/** The headline: of what was found a premise, together with those before it; of a hint what it says. */
function causeOf({ id, values }: Diagnosis, found: boolean, index: number): string {
  const words = diagnosisWords[id]
  if (!found && words.says !== undefined) return wordsOf(words.says, values)
  const begin = found ? (index === 0 ? 'It would verify if' : '… and if') : 'It could be read if'
  return `${begin} ${wordsOf(words.if, values)}.`
}

function Item({ diagnosis, says }: { readonly diagnosis: Diagnosis; readonly says: string }) {
  const { id, values, at, fix } = diagnosis
  const words = diagnosisWords[id]
  return (
    <li data-diagnosis={id}>
      <p className={styles.cause}>{says}</p>
      <p className={styles.why}>{wordsOf(words.why, values)}</p>
      <div className={styles.acts}>
        {fix !== null && (
          <button type="button" className={styles.fix} onClick={() => takeFix(fix)}>
            {fixLabel(fix, keyFormatNames)}
          </button>
        )}
        {at !== null && (
          <button
            type="button"
            className={styles.place}
            onClick={() => leadTo({ in: 'token', offset: at.from })}
          >
            Show the place
          </button>
        )}
        <details>
          <summary>What to do</summary>
          <p>{wordsOf(words.todo, values)}</p>
        </details>
      </div>
    </li>
  )
}

/** Nothing was found: what was tried, and what to look at next. */
function Tried({ outcome, answer }: { readonly outcome: Outcome; readonly answer: Answer }) {
  if (outcome.attempts === 0 || answer.key.kind === 'none') return null
  const kty = answer.key.kind === 'read' ? (answer.key.keys.keys[0]?.jwk.kty ?? null) : null
  return (
    <>
      <h3 className={styles.heading}>No cause found</h3>
      <p className={styles.why}>{triedText(outcome)}</p>
      <p className={styles.why}>{nextSteps(kty)}</p>
    </>
  )
}

function triedText({ tried, attempts, complete }: Outcome): string {
  const topics = tried.filter((topic) => topic !== 'key properties').map((topic) => topicNames[topic])
  const end = complete ? '' : ' before the time was up'
  return `${counted(attempts, 'other reading')} tried${end}, and none matches: ${topics.join(', ')}.`
}
