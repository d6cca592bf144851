import { type KeyboardEvent, useId, useRef, useState } from 'react'
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
  const [choice, setChoice] = useState<number>()
  const isPassing = useRef(false)
  // The arrows choose each option that they pass, and none of them may be answered for that.
  const press = ({ key }: KeyboardEvent) => {
    isPassing.current = key.startsWith('Arrow')
    if ((key === 'Enter' || key === ' ') && choice !== undefined) predict(id, choice)
  }
  const choose = (option: number) => {
    setChoice(option)
    if (predicted !== undefined || !isPassing.current) predict(id, option)
  }
  return (
    <section aria-label={learn.predict} className={styles.question}>
      <fieldset
        onKeyDown={press}
        onKeyUp={() => {
          isPassing.current = false
        }}
      >
        <legend>{ask}</legend>
        {options.map(({ text }, i) => (
          <label key={text}>
            <input
              type="radio"
              name={name}
              checked={(predicted ?? choice) === i}
              onChange={() => choose(i)}
            />{' '}
            {text}
          </label>
        ))}
      </fieldset>
      <p role="status" data-right={predicted === right}>
        {predicted === undefined ? (
          <span className="quiet">{choice === undefined ? learn.reveal : learn.confirm}</span>
        ) : (
          <>
            <strong>{predicted === right ? learn.right : learn.wrong}</strong> {options[predicted]!.reply}
          </>
        )}
      </p>
    </section>
  )
}
