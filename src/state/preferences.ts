import type { LinkNotice } from '../shell/messages.ts'
import { listenToShell, tellShell } from '../shell/messages.ts'
import { hearStanding } from './door.ts'
import { recall } from './lessons/learning.ts'
import { arriveAt } from './location.ts'
import { notify } from './notices.ts'
import { takeText } from './samples.ts'
import { setInputs, useInputs } from './store.ts'

/** Takes over the preferences that the shell keeps and token text from the page's address, tells it of each change, and says that the app stands. */
export function attachShell(): void {
  listenToShell((message) => {
    if (message.type === 'text') return takeLinked(message.text, message.notices)
    if (message.type === 'go') return arriveAt(message.place)
    if (message.type !== 'preferences') return hearStanding(message)
    const { theme, wrap, lesson } = message.preferences
    setInputs({ theme, wrap: wrap === 'on' })
    recall(lesson)
  })
  useInputs.subscribe((inputs, before) => {
    if (inputs.theme !== before.theme)
      tellShell({ type: 'set-preference', name: 'theme', value: inputs.theme })
    if (inputs.wrap !== before.wrap) {
      tellShell({ type: 'set-preference', name: 'wrap', value: inputs.wrap ? 'on' : 'off' })
    }
  })
  tellShell({ type: 'ready' })
}

function takeLinked(text: string, notices: readonly LinkNotice[]): void {
  if (text !== '') {
    arriveAt('inspect')
    takeText(text)
  }
  notify(notices.map((code) => ({ code, values: {} })))
}
