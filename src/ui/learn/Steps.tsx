import type { LessonWords } from '../../content/lessons/words.ts'
import { learn } from '../../content/messages/learn.ts'
import type { Step } from '../../state/lessons/lesson.ts'
import { filled } from './filled.ts'
import styles from './Learn.module.css'

const marks = { open: '•', done: '✓', wrong: '✗' } as const

/** What there is to do, and how far it is done: judged by what is in the inspector. */
export function Steps({
  words,
  steps,
}: {
  readonly words: LessonWords
  readonly steps: readonly Step<LessonWords>[]
}) {
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <>
      <p role="status" className="quiet">
        {filled(learn.progress, { done: String(done), all: String(steps.length) })}
      </p>
      <ol className={styles.steps} aria-label={learn.tasks}>
        {steps.map(({ task, state, why, values }) => (
          <li key={task} data-task={task} data-state={state}>
            <span className={styles.mark} aria-hidden="true">
              {marks[state]}
            </span>
            <span>
              {words.tasks[task]} <span className="unseen">({learn.state[state]})</span>
              <span role="status" className={styles.why}>
                {state === 'wrong' && why !== undefined && filled(words.whys[why]!, values)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
