import { samples } from 'virtual:samples'
import { caretAt, hoverAt } from './pointer.ts'
import { setInputs, useInputs } from './store.ts'

/** Puts a sample's token and key into the boxes. */
export function takeSample(id: string): void {
  const sample = samples.find((candidate) => candidate.id === id)
  if (sample === undefined) return
  hoverAt(null)
  caretAt(null)
  setInputs({ text: sample.token, keyText: sample.key, keyFormat: sample.keyFormat })
}

export function isSample(text: string): boolean {
  return samples.some(({ token }) => token === text)
}

/** Text that takes the place of all that was there: the key of a sample goes with the sample. */
export function takeText(text: string): void {
  const { text: before, keyText } = useInputs.getState()
  const replaced = samples.some(({ token, key }) => token === before && key === keyText)
  setInputs(replaced && before !== text ? { text, keyText: '', keyFormat: 'detect' } : { text })
}
