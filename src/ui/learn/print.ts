import { tellShell } from '../../shell/messages.ts'

/**
 * Prints a lesson. The frame is as tall on paper as the shell makes it, so the lesson is measured as it will be laid out
 * there.
 */
export function printLesson(lesson: HTMLElement): void {
  lesson.dataset.measured = ''
  const height = Math.ceil(lesson.getBoundingClientRect().height)
  delete lesson.dataset.measured
  tellShell({ type: 'print', height })
}
