import { listenToShell, tellShell } from '../shell/messages.ts'
import { hearStanding } from './door.ts'
import { takeText } from './samples.ts'
import { setInputs, useInputs } from './store.ts'

/** Takes over the preferences that the shell keeps and token text from the page's address, tells it of each change, and says that the app stands. */
export function attachShell(): void {
  listenToShell((message) => {
    if (message.type === 'text') return takeText(message.text)
    if (message.type !== 'preferences') return hearStanding(message)
    const { theme, wrap } = message.preferences
    setInputs({ theme, wrap: wrap === 'on' })
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
