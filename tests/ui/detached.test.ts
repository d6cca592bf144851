// @vitest-environment node
import { samples } from 'virtual:samples'
import { expect, it } from 'vitest'
import { takeSample, takeText } from '../../src/state/samples.ts'
import { setInputs, useInputs } from '../../src/state/store.ts'

const detached = () => useInputs.getState().detached

it('keeps a payload that was sent apart with its token alone', () => {
  const sample = samples.find(({ id }) => id === 'detached')!
  takeSample('detached')
  expect(detached()).toBe(sample.detached)
  // The editor reports the text that it was given.
  takeText(sample.token)
  expect(detached()).toBe(sample.detached)
  takeText('another')
  expect(detached()).toBe('')
})

it('forgets what was allowed once there is another text', () => {
  setInputs({ permits: { rounds: true, inflation: true } })
  setInputs({ keyText: 'x' })
  expect(useInputs.getState().permits.rounds).toBe(true)
  setInputs({ text: 'y' })
  expect(useInputs.getState().permits.rounds).toBe(false)
})
