import { samples } from 'virtual:samples'
import { create } from 'zustand'
import type { Permits } from '../core/crypto/decryption.ts'
import type { KeyFormat } from '../core/keys/material.ts'

export type Theme = 'system' | 'light' | 'dark'
export type KeyFormatChoice = KeyFormat | 'detect'

/** What the person has put in, and the time; everything else is derived from these. */
export interface Inputs {
  readonly text: string
  /** Which of the tokens in the text is shown: 0 is the first. */
  readonly selected: number
  /** The payload of a token that came without it. */
  readonly detached: string
  readonly permits: Permits
  readonly keyText: string
  readonly keyFormat: KeyFormatChoice
  /** Seconds since the epoch. */
  readonly now: number
  readonly theme: Theme
  readonly wrap: boolean
}

const nothing: Permits = { rounds: false, inflation: false }

/** The page opens with a sample, so that a first visitor sees at once what it does. */
const first = samples[0]!

const firstInputs: Inputs = {
  text: first.token,
  selected: 0,
  detached: first.detached ?? '',
  permits: nothing,
  keyText: first.key,
  keyFormat: first.keyFormat,
  now: 0,
  theme: 'system',
  wrap: true,
}

export const useInputs = create<Inputs>(() => firstInputs)

/** What is allowed is allowed for one text. */
export function setInputs(change: Partial<Inputs>): void {
  useInputs.setState(change.text === undefined ? change : { permits: nothing, ...change })
}
