import { create } from 'zustand'
import type { Suggestion } from '../core/keys/discovery.ts'
import { suggestionsOf } from '../core/keys/discovery.ts'
import { type ShellMessage, tellShell } from '../shell/messages.ts'
import { inspectionOf } from './inspection.ts'
import { takeKey } from './samples.ts'
import { setInputs, useInputs } from './store.ts'

/** Keys that came through the network door. */
export interface Fetched {
  readonly text: string
  readonly address: string
  /** What metadata on the way called the issuer; null where there was none. */
  readonly issuer: string | null
  /** Seconds since the epoch. */
  readonly at: number
}

interface Standing {
  /** Whether the page's response was armoured; null until the shell has said so, as in development it never does. */
  readonly armoured: boolean | null
  /** Whether keys can be fetched. */
  readonly door: boolean
  readonly fetched: Fetched | null
  /** Counts the times that the door was left; `paste` says how it was the last time. */
  readonly left: { readonly times: number; readonly paste: boolean }
}

export const useStanding = create<Standing>(() => ({
  armoured: null,
  door: false,
  fetched: null,
  left: { times: 0, paste: false },
}))

type Heard = Extract<ShellMessage, { type: 'standing' | 'keys' | 'door-closed' }>

/** Takes what the shell says of itself and of the door. */
export function hearStanding(message: Heard): void {
  const { times } = useStanding.getState().left
  switch (message.type) {
    case 'standing':
      useStanding.setState({ armoured: message.armoured, door: message.door })
      break
    case 'keys': {
      const { text, address, issuer } = message
      const at = Math.floor(Date.now() / 1000)
      useStanding.setState({
        fetched: { text, address, issuer, at },
        left: { times: times + 1, paste: true },
      })
      takeKey(text)
      setInputs({ keyFormat: 'detect' })
      break
    }
    case 'door-closed':
      useStanding.setState({ left: { times: times + 1, paste: message.paste } })
      break
  }
}

/** Where the text in the Key box came from, as long as it is what came. */
export function useFetched(): Fetched | null {
  const fetched = useStanding((standing) => standing.fetched)
  return useInputs(({ keyText }) => fetched !== null && keyText === fetched.text) ? fetched : null
}

/** What the token names, at most. */
export function suggestionsFor(inputs: Parameters<typeof inspectionOf>[0]): readonly Suggestion[] {
  const { token } = inspectionOf(inputs)
  return token === null ? [] : suggestionsOf(token)
}

export function openDoor(address: string): void {
  tellShell({ type: 'open-door', address })
}
