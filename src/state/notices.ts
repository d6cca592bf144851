import { create } from 'zustand'
import type { LinkNotice } from '../shell/messages.ts'
import { useInputs } from './store.ts'

export type FileNotice = 'file-large' | 'file-binary' | 'file-unreadable' | 'file-empty'

/** What is to be said of where the text came from. */
export interface Notice {
  readonly code: LinkNotice | FileNotice | 'file-taken'
  readonly values: Readonly<Record<string, string | number>>
}

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))

/** Says these until the text is another. */
export function notify(notices: readonly Notice[]): void {
  useNotices.setState({ notices })
}

useInputs.subscribe(({ text }, before) => {
  if (text !== before.text && useNotices.getState().notices.length > 0) notify([])
})
