import { create } from 'zustand'
import type { LessonId } from '../content/lessonIds.ts'
import { type Place, tellShell } from '../shell/messages.ts'

export const views = ['Inspect', 'Build', 'Compare', 'Learn'] as const
export type View = (typeof views)[number]

interface Location {
  readonly view: View
  /** The lesson that is open in Learn; null for the list of them. */
  readonly lesson: LessonId | null
}

export const useView = create<Location>(() => ({ view: 'Inspect', lesson: null }))

/** Where a person goes; the address shows it. */
export function goTo(view: View, lesson: LessonId | null = null): void {
  useView.setState({ view, lesson })
  tellShell({ type: 'show-place', place: placeOf({ view, lesson }) })
}

/** Where the address leads. */
export function arriveAt(place: Place): void {
  const [name, lesson = null] = place.split('/') as [string, LessonId?]
  const view = views.find((candidate) => candidate.toLowerCase() === name)
  if (view !== undefined) useView.setState({ view, lesson })
}

export function placeOf({ view, lesson }: Location): Place {
  return (lesson === null ? view.toLowerCase() : `learn/${lesson}`) as Place
}
