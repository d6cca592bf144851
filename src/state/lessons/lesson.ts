import type { LessonId } from '../../content/lessonIds.ts'
import type { LessonWords } from '../../content/lessons/words.ts'
import type { VerdictWord } from '../../content/messages/words.ts'
import type { Inspection } from '../../core/inspect.ts'
import type { Expectations } from '../expectations.ts'
import type { Point } from '../pointer.ts'
import type { Inputs } from '../store.ts'
import type { Answer } from '../verification.ts'

/** The page as a lesson sees it: all that a learner can change in the inspector, and what follows from it. */
export interface Scene {
  readonly inputs: Inputs
  readonly inspection: Inspection
  /** For just these inputs; null while it is worked out. */
  readonly answer: Answer | null
  readonly word: VerdictWord
  readonly expectations: Expectations
  /** Where the learner clicked last, or pressed Enter: not what the caret merely passed over. */
  readonly chosen: Point | null
}

/** How far one task of a lesson is. */
export interface Step<W extends LessonWords> {
  readonly task: keyof W['tasks']
  /** `wrong`: something was done, and it was not it; `why` says what. */
  readonly state: 'open' | 'done' | 'wrong'
  readonly why?: keyof W['whys']
  /** What stands for the names in braces. */
  readonly values?: Readonly<Record<string, string>>
  /** Need not be done. */
  readonly bonus?: true
}

/** What a lesson puts into the inspector, and what it keeps for itself, such as the key that signed. */
export interface Exercise<Work> {
  readonly inputs: Pick<Inputs, 'text'> & Partial<Pick<Inputs, 'keyText' | 'keyFormat' | 'detached'>>
  readonly work: Work
}

/** One lesson without its words: pure functions of what the learner did. `Work` is what it remembers of that. */
export interface Lesson<Work, W extends LessonWords> {
  readonly id: LessonId
  /** Before the exercise is there. */
  readonly start: Work
  /** Made afresh each time, with keys of its own. `now` is in seconds since the epoch. */
  exercise(now: number): Promise<Exercise<Work>>
  /** What is remembered once the page was like this: the same object where that is nothing new. */
  observe?(work: Work, scene: Scene): Work
  /** Every task in order. The lesson is learned when all are done. */
  steps(work: Work, scene: Scene): readonly Step<W>[]
}

export function isLearned(steps: readonly Pick<Step<LessonWords>, 'state' | 'bonus'>[]): boolean {
  return steps.every(({ state, bonus }) => state === 'done' || bonus)
}
