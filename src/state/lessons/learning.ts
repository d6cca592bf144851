import { create } from 'zustand'
import type { LessonId } from '../../content/lessonIds.ts'
import { type Preferences, tellShell } from '../../shell/messages.ts'
import { judgeAt } from '../expectations.ts'
import { caretAt, hoverAt } from '../pointer.ts'
import { isSample, isTaken } from '../samples.ts'
import type { Inputs } from '../store.ts'
import { setInputs, useInputs } from '../store.ts'
import type { Exercise, Lesson } from './lesson.ts'

/** What the boxes hold of a person's. */
type Boxes = Pick<Inputs, 'text' | 'selected' | 'detached' | 'keyText' | 'keyFormat'>

/** What is known of a learner, while the page is open. */
interface Learning {
  /** What each lesson remembers. */
  readonly works: Partial<Readonly<Record<LessonId, unknown>>>
  /** Which option was chosen, by its index. */
  readonly predictions: Partial<Readonly<Record<LessonId, number>>>
  readonly learned: readonly LessonId[]
  /** Whose exercise is in the boxes; null where none was put there. */
  readonly exercise: LessonId | null
  /** What was in the boxes before the first exercise. */
  readonly before: Boxes | null
  /** Where the learner was when the page was left; `off` where that is not to be kept. */
  readonly kept: Preferences['lesson']
}

export const useLearning = create<Learning>(() => ({
  works: {},
  predictions: {},
  learned: [],
  exercise: null,
  before: null,
  kept: 'off',
}))

/** What was kept of an earlier visit. */
export function recall(kept: Preferences['lesson']): void {
  useLearning.setState({ kept })
}

/** Keeps the lesson that a learner is at, or with `off` nothing, beyond this visit. */
export function keep(kept: Preferences['lesson']): void {
  recall(kept)
  tellShell({ type: 'set-preference', name: 'lesson', value: kept })
}

export function predict(id: LessonId, option: number): void {
  useLearning.setState(({ predictions }) => ({ predictions: { ...predictions, [id]: option } }))
}

export function remember(id: LessonId, work: unknown): void {
  useLearning.setState(({ works }) => ({ works: { ...works, [id]: work } }))
}

export function markLearned(id: LessonId): void {
  const { learned } = useLearning.getState()
  if (!learned.includes(id)) useLearning.setState({ learned: [...learned, id] })
}

/** Whether what is in the boxes is no one's: a sample, an exercise or nothing. */
export function boxesAreFree(): boolean {
  const { text } = useInputs.getState()
  const isExercise = useLearning.getState().exercise !== null && !isTaken(text)
  return isExercise || text.trim() === '' || isSample(text)
}

/** Puts a fresh exercise into the boxes; what was there before the first one is kept. */
export async function takeExercise(lesson: Pick<Lesson<unknown, never>, 'id' | 'exercise'>): Promise<void> {
  const { id } = lesson
  const { inputs, work } = await lesson.exercise(useInputs.getState().now)
  const { text, selected, detached, keyText, keyFormat } = useInputs.getState()
  const { before, exercise } = useLearning.getState()
  useLearning.setState({
    before: exercise === null || isTaken(text) ? { text, selected, detached, keyText, keyFormat } : before,
    exercise: id,
  })
  // Started over, it is judged at the present again.
  if (exercise === id) judgeAt(null)
  remember(id, work)
  putIn(inputs)
}

/** Puts a token that a lesson made into the boxes. */
export function putIn(inputs: Exercise<unknown>['inputs']): void {
  hoverAt(null)
  caretAt(null)
  setInputs({ selected: 0, detached: '', ...inputs })
}

/** Gives back what was in the boxes before the first exercise. */
export function giveBackBoxes(): void {
  const { before } = useLearning.getState()
  if (before === null) return
  useLearning.setState({ before: null, exercise: null })
  hoverAt(null)
  caretAt(null)
  setInputs(before)
}
