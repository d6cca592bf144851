import { create } from 'zustand'

export const views = ['Inspect', 'Build', 'Compare', 'Learn'] as const
export type View = (typeof views)[number]

export const useView = create<{ readonly view: View }>(() => ({ view: 'Inspect' }))

export function goTo(view: View): void {
  useView.setState({ view })
}
