import { samples } from 'virtual:samples'
import type { Sample } from '../samples/sample.ts'
import { finished } from './lateSample.ts'
import { caretAt, hoverAt } from './pointer.ts'
import { type Inputs, setInputs, useInputs } from './store.ts'

/** The samples, those that were finished since among them. */
let known: readonly Sample[] = samples

/** Whether the person put the key in: it is theirs even where it is the same as a sample's. */
let keyIsOwn = false

/** Puts a sample's token and key into the boxes, unless something else was put in while it was made. */
export async function takeSample(id: string): Promise<void> {
  const chosen = known.find((candidate) => candidate.id === id)
  if (chosen === undefined) return
  const before = useInputs.getState()
  const sample = chosen.seed === undefined ? chosen : await finished(chosen)
  const { text, keyText } = useInputs.getState()
  if (text !== before.text || keyText !== before.keyText) return
  known = known.map((other) => (other.id === id ? sample : other))
  hoverAt(null)
  caretAt(null)
  keyIsOwn = false
  setInputs({
    text: sample.token,
    selected: 0,
    detached: sample.detached ?? '',
    keyText: sample.key,
    keyFormat: sample.keyFormat,
  })
}

/** The last text that took the place of all that was there. */
let taken: string | null = null

/** Whether the person put this text in whole, rather than that it was edited into what it is. */
export function isTaken(text: string): boolean {
  return text === taken
}

export function isSample(text: string): boolean {
  return known.some(({ token }) => token === text)
}

/** Which sample is in the boxes, token and key; null if none is. */
export function sampleIn({ text, keyText }: Pick<Inputs, 'text' | 'keyText'>): Sample | null {
  return known.find(({ token, key }) => token === text && key === keyText) ?? null
}

/** A key that the person put in. */
export function takeKey(keyText: string): void {
  keyIsOwn = keyText !== ''
  setInputs({ keyText })
}

/** Text that takes the place of all that was there: a key that came with a sample does not stay for another token. */
export function takeText(text: string): void {
  const { text: before, keyText } = useInputs.getState()
  // What was put in from elsewhere the editor reports once more.
  if (text !== before) taken = text
  const ofSamples = known.filter(({ key }) => key === keyText && key !== '')
  const stale = !keyIsOwn && ofSamples.length > 0 && ofSamples.every(({ token }) => token !== text)
  // A payload that was sent apart belongs to its token, which the editor reports once more when it has taken it over.
  const apart = text === before ? {} : { detached: '' }
  setInputs({ text, selected: 0, ...apart, ...(stale && { keyText: '', keyFormat: 'detect' }) })
}
