import type { LessonId } from '../../content/lessonIds.ts'
import { words as whatWords } from '../../content/lessons/what.ts'
import { what } from '../../state/lessons/what.ts'
import { What } from './controls/What.tsx'
import { type Kit, kit } from './kit.ts'

/** Every lesson. */
export const kits: Partial<Readonly<Record<LessonId, Kit>>> = {
  what: kit(what, whatWords, What),
}
