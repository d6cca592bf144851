/**
 * Everything that the app (inside the sandboxed frame) and the shell (around it) can say to each other, and the only
 * file they share. The set is closed and what the frame says is small: it is a wall first and a channel second.
 */
import { type LessonId, lessonIds } from '../content/lessonIds.ts'
import type { SpecId } from '../content/spec.ts'

/** The preferences that outlive the page, each with its few values, the default first. */
export const preferenceValues = {
  theme: ['system', 'light', 'dark'],
  wrap: ['on', 'off'],
  /** The lesson that a learner is at, where they want it to be kept. */
  lesson: ['off', ...lessonIds],
} as const

/** Where in the page a person can be; the address shows it after `#/`. */
export type Place = 'inspect' | 'build' | 'compare' | 'learn' | `learn/${LessonId}`
export const places: readonly Place[] = [
  'inspect',
  'build',
  'compare',
  'learn',
  ...lessonIds.map((id): Place => `learn/${id}`),
]

export type PreferenceName = keyof typeof preferenceValues
export type Preferences = { readonly [N in PreferenceName]: (typeof preferenceValues)[N][number] }

type SetPreference = {
  [N in PreferenceName]: { readonly type: 'set-preference'; readonly name: N; readonly value: Preferences[N] }
}[PreferenceName]

/** A chunk of the app's code: the name that others know it by, and its text. */
export type CodeChunk = readonly [name: string, text: string]

/** From the app to the shell. `open-link` works only while the person is clicking or typing, and once for each time. */
export type FrameMessage =
  | { readonly type: 'ready' }
  /** Asks for the app's code, which the document holds; heeded once. */
  | { readonly type: 'want-code' }
  | { readonly type: 'open-link'; readonly id: SpecId }
  /** Asks for the network door, with a suggestion of what to fetch there; heeded under the same condition. */
  | { readonly type: 'open-door'; readonly address: string }
  /** Where the person went; heeded under the same condition. */
  | { readonly type: 'show-place'; readonly place: Place }
  /** Asks to print what the frame shows, which takes so many CSS pixels down; heeded under the same condition. */
  | { readonly type: 'print'; readonly height: number }
  | SetPreference

/** What is to be said of an address: the browser may keep it, the server has seen it, a key in it was ignored. */
export type LinkNotice = 'link-history' | 'link-query' | 'link-key'

/** From the shell to the frame before the app stands: all of its code, the chunk to begin with first. */
export interface CodeMessage {
  readonly type: 'code'
  readonly chunks: readonly CodeChunk[]
}

/** From the shell to the app. */
export type ShellMessage =
  /** Answers `ready`, and nothing else does. */
  | { readonly type: 'preferences'; readonly preferences: Preferences }
  /** Token text that came in the page's address, which has been cleared; empty where only a notice is due. */
  | { readonly type: 'text'; readonly text: string; readonly notices: readonly LinkNotice[] }
  /** Where the address leads: it was opened with that, edited, or gone back to. */
  | { readonly type: 'go'; readonly place: Place }
  /** How the page stands: whether its response was armoured, and whether keys can be fetched at all. */
  | { readonly type: 'standing'; readonly armoured: boolean; readonly door: boolean }
  /** What a person fetched: keys, the address that they came from, and the issuer by its own metadata. */
  | { readonly type: 'keys'; readonly text: string; readonly address: string; readonly issuer: string | null }
  /** The network door was left without any; `paste` where the person goes on to paste. */
  | { readonly type: 'door-closed'; readonly paste: boolean }

/** Says something to the shell. In development there is none: the message reaches the app's own window and is ignored. */
export function tellShell(message: FrameMessage): void {
  // The shell's own origin is unknown here (a site, or a file); the frame has no other parent.
  window.parent.postMessage(message, '*')
}

/** Calls `hear` for every message of the shell until the returned function is called. */
export function listenToShell(hear: (message: ShellMessage) => void): () => void {
  const listener = (event: MessageEvent): void => {
    if (event.source === window.parent && window.parent !== window) hear(event.data as ShellMessage)
  }
  window.addEventListener('message', listener)
  return () => window.removeEventListener('message', listener)
}
