import { useEffect, useRef } from 'react'
import { lessonIds } from '../../content/lessonIds.ts'
import { learn } from '../../content/messages/learn.ts'
import { keep, useLearning } from '../../state/lessons/learning.ts'
import { goTo, useView } from '../../state/location.ts'
import { Act } from './Act.tsx'
import { kits } from './kits.ts'
import styles from './Learn.module.css'
import { LessonView } from './LessonView.tsx'
import { useKeptFocus } from './useKeptFocus.ts'

/** The list of lessons, or the one that is open. */
export function Learn() {
  const { lesson } = useView()
  const kit = lesson === null ? undefined : kits[lesson]
  return kit === undefined ? <Contents /> : <LessonView key={kit.lesson.id} kit={kit} />
}

function Contents() {
  const { learned, kept } = useLearning()
  const place = kept === 'off' ? undefined : kits[kept]
  const view = useRef<HTMLElement>(null)
  useKeptFocus(view)
  // Whoever comes back from a lesson goes on from there.
  useEffect(() => {
    const { exercise } = useLearning.getState()
    if (document.activeElement === document.body)
      view.current!.querySelector<HTMLElement>(`a[href="#/learn/${exercise}"]`)?.focus()
  }, [])
  return (
    <section aria-label="Lessons" ref={view} className={styles.contents}>
      <h2>Learn</h2>
      <p>{learn.lead}</p>
      <p className="quiet">
        {learn.short} {learn.private}
      </p>
      {place !== undefined && (
        <p>
          {learn.goOn} <LessonLink kit={place} />. <Act label={learn.forget} act={() => keep('off')} />
        </p>
      )}
      <ol className={styles.list}>
        {lessonIds.map((id) => {
          const kit = kits[id]
          if (kit === undefined) return null
          return (
            <li key={id}>
              <LessonLink kit={kit} />
              {learned.includes(id) && <span className={styles.learned}> ✓ {learn.learned}</span>}
              <span className={styles.objective}>{kit.words.objective}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function LessonLink({ kit: { lesson, words } }: { readonly kit: NonNullable<(typeof kits)['what']> }) {
  return (
    <a
      href={`#/learn/${lesson.id}`}
      onClick={(event) => {
        event.preventDefault()
        goTo('Learn', lesson.id)
      }}
    >
      {words.title}
    </a>
  )
}
