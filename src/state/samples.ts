import { samples } from 'virtual:samples'
import { caretAt, hoverAt } from './pointer.ts'
import { setInputs, useInputs } from './store.ts'

/** Whether the person put the key in: it is theirs even where it is the same as a sample's. */
let keyIsOwn = false

/** Puts a sample's token and key into the boxes. */
export function takeSample(id: string): void {
  const sample = samples.find((candidate) => candidate.id === id)
  if (sample === undefined) return
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

export function isSample(text: string): boolean {
  return samples.some(({ token }) => token === text)
}

/** A key that the person put in. */
export function takeKey(keyText: string): void {
  keyIsOwn = keyText !== ''
  setInputs({ keyText })
}

/** Text that takes the place of all that was there: a key that came with a sample does not stay for another token. */
export function takeText(text: string): void {
  const { keyText } = useInputs.getState()
  const ofSamples = samples.filter(({ key }) => key === keyText && key !== '')
  const stale = !keyIsOwn && ofSamples.length > 0 && ofSamples.every(({ token }) => token !== text)
  setInputs({ text, selected: 0, detached: '', ...(stale && { keyText: '', keyFormat: 'detect' }) })
}
