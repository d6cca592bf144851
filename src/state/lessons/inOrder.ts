import type { LessonWords } from '../../content/lessons/words.ts'
import type { Step } from './lesson.ts'

type Why<W extends LessonWords> = keyof W['whys'] | Pick<Step<W>, 'why' | 'values'> | null

/**
 * Tasks with whether each is done. Only of the first one that is not, the learner is told why what they did was not it:
 * `why` gives the reason, null where nothing was done yet.
 */
export function inOrder<W extends LessonWords>(
  tasks: readonly (readonly [task: keyof W['tasks'], done: boolean, why?: () => Why<W>])[],
): readonly Step<W>[] {
  const first = tasks.findIndex(([, done]) => !done)
  return tasks.map(([task, done, why], i): Step<W> => {
    if (done) return { task, state: 'done' }
    const reason = i === first ? (why?.() ?? null) : null
    if (reason === null) return { task, state: 'open' }
    return { task, state: 'wrong', ...(typeof reason === 'object' ? reason : { why: reason }) }
  })
}
