import { useId } from 'react'
import type { LessonId } from '../../content/lessonIds.ts'
import type { LessonWords } from '../../content/lessons/words.ts'
import { learn } from '../../content/messages/learn.ts'
import { predict } from '../../state/lessons/learning.ts'
import styles from './Learn.module.css'

interface Props {
  readonly id: LessonId
  readonly question: LessonWords['question']
  readonly predicted: number | undefined
}

/** Asks for a guess, and answers it with the reason. */
export function Question({ id, question: { ask, options, right }, predicted }: Props) {
  const name = useId()
  return (
    <section aria-label={learn.predict} className={styles.question}>
      <fieldset>
        <legend>{ask}</legend>
        {options.map(({ text }, i) => (
          <label key={text}>
            <input type="radio" name={name} checked={predicted === i} onChange={() => predict(id, i)} />{' '}
            {text}
          </label>
        ))}
      </fieldset>
      <p role="status" data-right={predicted === right}>
        {predicted === undefined ? (
          <span className="quiet">{learn.reveal}</span>
        ) : (
          <>
            <strong>{predicted === right ? learn.right : learn.wrong}</strong> {options[predicted]!.reply}
          </>
        )}
      </p>
    </section>
  )
}
