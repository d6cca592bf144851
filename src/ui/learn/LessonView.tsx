import { useEffect, useRef } from 'react'
import { lessonIds } from '../../content/lessonIds.ts'
import { learn } from '../../content/messages/learn.ts'
import {
  boxesAreFree,
  giveBackBoxes,
  keep,
  markLearned,
  remember,
  takeExercise,
  useLearning,
} from '../../state/lessons/learning.ts'
import { isLearned } from '../../state/lessons/lesson.ts'
import { useScene } from '../../state/lessons/scene.ts'
import { goTo } from '../../state/location.ts'
import { Act } from './Act.tsx'
import { followChoices } from './choices.ts'
import { Facts } from './Facts.tsx'
import type { Kit } from './kit.ts'
import { kits } from './kits.ts'
import styles from './Learn.module.css'
import { printLesson } from './print.ts'
import { Question } from './Question.tsx'
import { Steps } from './Steps.tsx'
import { useKeptFocus } from './useKeptFocus.ts'

/** One lesson, beside the inspector on which it is done. */
export function LessonView({ kit: { lesson, words, Controls } }: { readonly kit: Kit }) {
  const { id } = lesson
  const { works, predictions, learned, exercise, before, kept } = useLearning()
  const heading = useRef<HTMLHeadingElement>(null)
  const view = useRef<HTMLElement>(null)
  const scene = useScene()
  const begun = exercise === id
  const work = works[id] ?? lesson.start
  const steps = lesson.steps(work, scene)
  const predicted = predictions[id]
  const finished = learned.includes(id)

  useEffect(() => {
    heading.current?.focus()
    if (useLearning.getState().exercise !== id && boxesAreFree()) void takeExercise(lesson)
    if (useLearning.getState().kept !== 'off') keep(id)
  }, [id, lesson])

  useEffect(() => {
    if (!begun) return
    const next = lesson.observe?.(work, scene) ?? work
    if (next !== work) remember(id, next)
    else if (isLearned(steps)) markLearned(id)
  })

  useEffect(followChoices, [])
  useKeptFocus(view)

  const number = lessonIds.indexOf(id) + 1
  const next = lessonIds.slice(number).find((candidate) => kits[candidate] !== undefined)
  return (
    <section aria-label="Lesson" ref={view} className={styles.lesson}>
      <p className={styles.way}>
        <Act label={learn.all} act={() => goTo('Learn')} />
        <span className="quiet">
          {number} of {lessonIds.length}
        </span>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p className={styles.objective}>{words.objective}</p>
      {words.intro.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Question id={id} question={words.question} predicted={predicted} />
      <section aria-labelledby="lesson-tasks">
        <h3 id="lesson-tasks">{learn.tasks}</h3>
        {!begun && (
          <>
            <p>{learn.own}</p>
            <Act label={learn.begin} act={() => takeExercise(lesson)} />
          </>
        )}
        {begun && (
          <>
            <Steps words={words} steps={steps} />
            <div className={styles.controls}>
              <Controls
                work={work}
                scene={scene}
                change={(change) => {
                  // What took a while to make must not undo what was remembered since.
                  const newest = useLearning.getState().works[id] ?? lesson.start
                  remember(id, { ...(newest as object), ...(change as object) })
                }}
              />
            </div>
            <p role="status" className={styles.done}>
              {finished && learn.done}
            </p>
            <Act label={learn.again} act={() => takeExercise(lesson)} />
          </>
        )}
      </section>
      <Facts facts={words.facts} shown={predicted !== undefined} />
      <footer className={styles.foot}>
        {next !== undefined && (
          <Act label={`${learn.next}: ${kits[next]!.words.title}`} act={() => goTo('Learn', next)} />
        )}
        {before !== null && <Act label={learn.back} act={giveBackBoxes} />}
        <Act label={learn.print} act={() => printLesson(view.current!)} />
        <label>
          <input
            type="checkbox"
            checked={kept !== 'off'}
            onChange={({ target }) => keep(target.checked ? id : 'off')}
          />{' '}
          {learn.keep}
        </label>
        <p className="quiet">{kept === 'off' ? learn.private : learn.kept}</p>
      </footer>
    </section>
  )
}
