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
    return (
      <>
        <h3 className={styles.heading} data-attack={isAttack}>
          {isAttack
            ? 'An attack'
            : found.length > 1
              ? 'It would verify if all of these were so'
              : 'Likely cause'}
        </h3>
        <List diagnoses={found} found />
      </>
    )
  }
  return (
    <>
      {hints.length > 0 && (
        <>
          <h3 className={styles.heading}>What can be told</h3>
          <List diagnoses={hints} found={false} />
        </>
      )}
      <Tried outcome={outcome} answer={answer} />
    </>
  )
}

function List({ diagnoses, found }: { readonly diagnoses: readonly Diagnosis[]; readonly found: boolean }) {
  return (
    <ul className={styles.list}>
      {diagnoses.map((diagnosis, i) => (
        // The same can be said twice, of two thumbprints; the list is made anew as a whole.
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity of their own
        <Item key={i} diagnosis={diagnosis} found={found} />
      ))}
    </ul>
  )
}

function Item({ diagnosis, found }: { readonly diagnosis: Diagnosis; readonly found: boolean }) {
  const { id, values, at, fix } = diagnosis
  const words = diagnosisWords[id]
  const says = found ? undefined : words.says
  const premise = `It ${found ? 'would verify' : 'could be read'} if ${wordsOf(words.if, values)}.`
  return (
    <li data-diagnosis={id}>
      <p className={styles.cause}>{says === undefined ? premise : wordsOf(says, values)}</p>
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
function Tried({
  outcome: { tried, attempts, complete, hints },
  answer,
}: {
  readonly outcome: Outcome
  readonly answer: Answer
}) {
  const topics = tried.filter((topic) => topic !== 'key properties').map((topic) => topicNames[topic])
  if (attempts === 0 || answer.key.kind === 'none') return null
  const kty = answer.key.kind === 'read' ? (answer.key.keys.keys[0]?.jwk.kty ?? null) : null
  return (
    <div className={styles.tried}>
      {hints.length === 0 && <h3 className={styles.heading}>No cause found</h3>}
      <p className={styles.why}>
        {counted(attempts, 'other reading')} tried{complete ? '' : ', until the time was up'}, and none
        matches: {topics.join(', ')}.
      </p>
      <p className={styles.why}>{nextSteps(kty)}</p>
    </div>
  )
}
