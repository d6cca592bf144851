import { samples } from 'virtual:samples'
import { caretAt, hoverAt } from './pointer.ts'
import { setInputs } from './store.ts'

/** Puts a sample's token and key into the boxes. */
export function takeSample(id: string): void {
  const sample = samples.find((candidate) => candidate.id === id)
  if (sample === undefined) return
  hoverAt(null)
  caretAt(null)
  setInputs({ text: sample.token, keyText: sample.key, keyFormat: sample.keyFormat })
}
