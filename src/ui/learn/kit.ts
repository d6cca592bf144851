import type { ComponentType } from 'react'
import type { LessonWords } from '../../content/lessons/words.ts'
import type { Lesson, Scene } from '../../state/lessons/lesson.ts'

/** What the controls of a lesson are given. */
export interface ControlsProps<Work> {
  readonly work: Work
  readonly scene: Scene
  change(work: Partial<Work>): void
}

/** A lesson with its words and with what it can be handled by, beside the inspector. */
export interface Kit<Work = unknown, W extends LessonWords = LessonWords> {
  readonly lesson: Lesson<Work, W>
  readonly words: W
  readonly Controls: ComponentType<ControlsProps<Work>>
}

/** The view handles lessons without knowing what each remembers. */
export function kit<Work, W extends LessonWords>(
  lesson: Lesson<Work, W>,
  words: W,
  Controls: ComponentType<ControlsProps<Work>>,
): Kit {
  return { lesson, words, Controls } as unknown as Kit
}
