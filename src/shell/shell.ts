/**
 * The shell's script: the page around the app's frame. It runs before the frame is parsed, keeps the preferences,
 * opens links, and treats whatever comes out of the frame as hostile.
 */
import { isArmoured, takeServiceWorker } from './armour.ts'
import { doorCanOpen, doorStands, type Ending, hearDoor, openDoor } from './door/opening.ts'
import { type LinkText, takeLink } from './fragment.ts'
import { links } from './links.ts'
import {
  type CodeChunk,
  type CodeMessage,
  type Place,
  type PreferenceName,
  type Preferences,
  places,
  preferenceValues,
  type ShellMessage,
} from './messages.ts'
import { hasShape } from './shape.ts'

const storageKey = (name: PreferenceName): string => `jotscope.${name}`
const names = Object.keys(preferenceValues) as PreferenceName[]

function isPreference(name: unknown, value: unknown): name is PreferenceName {
  return names.some((n) => n === name && preferenceValues[n].some((v) => v === value))
}

/** Storage may be refused altogether (a file, a strict browser); the defaults hold then. */
function stored(name: PreferenceName): string {
  try {
    const value = localStorage.getItem(storageKey(name))
    if (value !== null && isPreference(name, value)) return value
  } catch {}
  return preferenceValues[name][0]
}

let preferences = Object.fromEntries(names.map((name) => [name, stored(name)])) as unknown as Preferences

function setPreference(name: PreferenceName, value: string): void {
  preferences = { ...preferences, [name]: value }
  try {
    localStorage.setItem(storageKey(name), value)
  } catch {}
  showTheme()
}

/** The frame's `prefers-color-scheme` follows the scheme of the element that embeds it: no flash, and no message needed. */
function showTheme(): void {
  const { theme } = preferences
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme
}

/**
 * Opens a page of the table, in a context of its own, if a person has just acted. Opening uses the activation up, so
 * script in the frame cannot spell a secret in a row of links: it gets one choice for each click or key of a person.
 */
function openLink(id: unknown): void {
  const address = typeof id === 'string' ? links.get(id) : undefined
  if (address !== undefined && navigator.userActivation.isActive) {
    window.open(address, '_blank', 'noopener,noreferrer')
  }
}

/** Takes tokens out of the address, and clears it. */
function takeAddress(): LinkText | null {
  const link = takeLink(location)
  if (link !== null) history.replaceState(null, '', location.pathname + link.rest)
  return link
}

/** The place that the address names; null where it names none. */
function placeInAddress(): Place | null {
  const known = places.find((place) => location.hash === `#/${place}`)
  // A lesson that is none, or no more: the list says which there are.
  return known ?? (location.hash.startsWith('#/learn/') ? 'learn' : null)
}

/** Milliseconds between two places that the address is made to show. */
const PLACE_PAUSE = 300
let placeShown = Number.NEGATIVE_INFINITY
let placeTimer: ReturnType<typeof setTimeout> | undefined

/**
 * Makes the address show where the person is, as a new entry of the history. Script in the frame could spell a secret in a
 * row of places: it gets few, at a person's pace, and only while a person acts. What comes too soon is tried once more.
 */
function showPlace(wanted: unknown, again = true): void {
  clearTimeout(placeTimer)
  const place = places.find((known) => known === wanted)
  if (place === undefined || place === (placeInAddress() ?? 'inspect')) return
  if (!navigator.userActivation.isActive || performance.now() - placeShown < PLACE_PAUSE) {
    if (again) placeTimer = setTimeout(showPlace, PLACE_PAUSE, place, false)
    return
  }
  placeShown = performance.now()
  const fragment = place === 'inspect' ? '' : `#/${place}`
  history.pushState(null, '', location.pathname + location.search + fragment)
}

/** CSS pixels of paper that are printed at most. */
const TALLEST = 20_000

/** Prints the page with the frame as tall as what is in it: a frame without modal dialogs cannot print itself. */
function print(height: unknown): void {
  if (!Number.isInteger(height) || !navigator.userActivation.isActive) return
  const { style } = document.documentElement
  style.setProperty('--printed', `${Math.min(TALLEST, Math.max(0, height as number))}px`)
  window.addEventListener('afterprint', () => style.removeProperty('--printed'), { once: true })
  window.print()
}

function tellPlace(): void {
  tell({ type: 'go', place: placeInAddress() ?? 'inspect' })
}

let codeGiven = false

/** Hands the frame the app's code, which stands behind it in the document. */
function giveCode(): void {
  if (codeGiven) return
  codeGiven = true
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[data-chunk]')
  const chunks = Array.from(scripts, (script): CodeChunk => [script.dataset.chunk ?? '', script.text])
  for (const script of scripts) script.remove()
  tell({ type: 'code', chunks })
}

/** Once the document is read to its end. */
function giveCodeSoon(): void {
  if (document.readyState !== 'loading') giveCode()
  else document.addEventListener('DOMContentLoaded', giveCode, { once: true })
}

let waiting = takeAddress()
let ready = false

/** The app's: the first, and the only one but for the door's. */
function frame(): HTMLIFrameElement | null {
  return document.querySelector('iframe')
}

function tell(message: ShellMessage | CodeMessage): void {
  // The frame's origin is opaque and cannot be named; the frame cannot be navigated away from the app either.
  frame()?.contentWindow?.postMessage(message, '*')
}

function tellText(): void {
  if (!ready || waiting === null) return
  tell({ type: 'text', text: waiting.text, notices: waiting.notices })
  waiting = null
}

function start(): void {
  ready = true
  tell({ type: 'preferences', preferences })
  tell({ type: 'standing', armoured: isArmoured(), door: doorCanOpen() })
  if (placeInAddress() !== null) tellPlace()
  tellText()
  // So that a paste or a Tab goes to the app without a click first.
  if (document.activeElement === document.body) frame()?.focus()
  takeServiceWorker()
}

/** The door takes the focus, and gives it back. */
function afterDoor(ending: Ending): void {
  frame()?.focus()
  tell(ending)
}

function hear(data: unknown): void {
  if (hasShape(data, 'type') && data.type === 'ready') {
    start()
  } else if (hasShape(data, 'type') && data.type === 'want-code') {
    giveCodeSoon()
  } else if (hasShape(data, 'type', 'id') && data.type === 'open-link') {
    // A click in the door is not meant for the app.
    if (!doorStands()) openLink(data.id)
  } else if (hasShape(data, 'type', 'address') && data.type === 'open-door') {
    if (typeof data.address === 'string') openDoor(data.address, afterDoor)
  } else if (hasShape(data, 'type', 'place') && data.type === 'show-place') {
    showPlace(data.place)
  } else if (hasShape(data, 'type', 'height') && data.type === 'print') {
    print(data.height)
  } else if (hasShape(data, 'type', 'name', 'value') && data.type === 'set-preference') {
    if (isPreference(data.name, data.value)) setPreference(data.name, data.value as string)
  }
}

// Script in the frame can reach whoever opened or embeds the page: there is to be nobody.
window.opener = null
if (window.top !== window) {
  window.stop()
  document.body.remove()
}

showTheme()
window.addEventListener('message', (event) => {
  if (hearDoor(event, isArmoured)) return
  if (event.source !== null && event.source === frame()?.contentWindow) hear(event.data)
})
window.addEventListener('hashchange', () => {
  clearTimeout(placeTimer)
  const link = takeAddress()
  waiting = link ?? waiting
  tellText()
  if (link === null) tellPlace()
})
