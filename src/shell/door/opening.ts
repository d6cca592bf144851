/** Puts the network door up and takes it down: the shell's side of it. What comes out of it is checked like the app's. */
import { type Address, readAddress } from '../../core/keys/address.ts'
import { hasShape } from '../shape.ts'
import { workerScript } from '../workerScript.ts'
import { MOST_OCTETS, type Show } from './exchange.ts'

/** What became of a door. */
export type Ending =
  | { readonly type: 'keys'; readonly text: string; readonly address: string; readonly issuer: string | null }
  | { readonly type: 'door-closed'; readonly paste: boolean }

interface Door {
  readonly dialog: HTMLDialogElement
  readonly frame: HTMLIFrameElement
  readonly worker: Worker
  readonly address: Address
  readonly end: (ending: Ending) => void
}

/** Milliseconds after one door in which no other opens. */
const PAUSE = 1_000
/** Characters of an issuer's name, at most. */
const LONGEST_ISSUER = 2_000

let door: Door | null = null
let closedAt = Number.NEGATIVE_INFINITY

export function doorStands(): boolean {
  return door !== null
}

/** Whether there can be a door: a file has no worker beside it. */
export function doorCanOpen(): boolean {
  return /^https?:$/.test(location.protocol)
}

/**
 * Opens the door for an address that script in the app suggests, if a person has just acted there, and no other stands.
 * While it stands nothing that the app says changes it. Calls `end` once.
 */
export function openDoor(suggestion: string, end: (ending: Ending) => void): void {
  const read = readAddress(suggestion)
  if (!read.ok || door !== null || !doorCanOpen()) return
  if (!navigator.userActivation.isActive || performance.now() - closedAt < PAUSE) return
  const frame = document.querySelector('template')?.content.querySelector('iframe')?.cloneNode(true)
  if (!(frame instanceof HTMLIFrameElement)) return

  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', 'Network door')
  dialog.append(frame)
  dialog.addEventListener('close', () => close({ type: 'door-closed', paste: false }))
  const worker = new Worker(workerScript('door.js'))
  worker.addEventListener('error', () => frame.contentWindow?.postMessage({ type: 'no-worker' }, '*'))
  door = { dialog, frame, worker, address: read.value, end }
  document.body.append(dialog)
  dialog.showModal()
}

function close(ending: Ending): void {
  if (door === null) return
  const { dialog, worker, end } = door
  door = null
  closedAt = performance.now()
  worker.terminate()
  dialog.remove()
  end(ending)
}

/** Takes a message, if it is the door's. */
export function hearDoor({ source, data }: MessageEvent<unknown>, armoured: () => boolean): boolean {
  if (door === null || source === null || source !== door.frame.contentWindow) return false
  if (hasShape(data, 'type') && data.type === 'ready') show(door, armoured())
  else if (hasShape(data, 'type', 'pixels') && data.type === 'height') setHeight(door, data.pixels)
  else if (hasShape(data, 'type', 'address') && data.type === 'open-tab') openTab(data.address)
  else if (hasShape(data, 'type', 'paste') && data.type === 'close')
    close({ type: 'door-closed', paste: data.paste === true })
  else if (hasShape(data, 'type', 'text', 'address', 'issuer') && data.type === 'keys') {
    const { text, address, issuer } = data
    if (typeof text !== 'string' || text.length > MOST_OCTETS || typeof address !== 'string') return true
    if (issuer !== null && (typeof issuer !== 'string' || issuer.length > LONGEST_ISSUER)) return true
    close({ type: 'keys', text, address, issuer })
  }
  return true
}

function show({ frame, worker, address }: Door, armoured: boolean): void {
  const { port1, port2 } = new MessageChannel()
  worker.postMessage('port', [port2])
  const { url, dropped } = address
  frame.contentWindow?.postMessage(
    { type: 'show', address: url, dropped, tabs: !armoured } satisfies Show,
    '*',
    [port1],
  )
  frame.focus()
}

function setHeight({ frame }: Door, pixels: unknown): void {
  if (typeof pixels === 'number' && pixels >= 0 && pixels < 10_000) frame.style.height = `${pixels}px`
}

function openTab(address: unknown): void {
  if (typeof address !== 'string' || !navigator.userActivation.isActive) return
  const read = readAddress(address)
  if (read.ok) window.open(read.value.url, '_blank', 'noopener,noreferrer')
}
