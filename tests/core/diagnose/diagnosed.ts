import { expect } from 'vitest'
import { diagnosisWords } from '../../../src/content/messages/diagnoses.ts'
import { type DiagnosisWords, wordsOf } from '../../../src/content/messages/diagnosis/words.ts'
import { verifyWithKeys } from '../../../src/core/crypto/choose.ts'
import type { Diagnosis, DiagnosisId, Outcome } from '../../../src/core/diagnose/diagnosis.ts'
import { evidenceOf } from '../../../src/core/diagnose/evidence.ts'
import { diagnose } from '../../../src/core/diagnose/index.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeyFormat } from '../../../src/core/keys/material.ts'

export interface Inputs {
  readonly text: string
  readonly keyText: string
  readonly keyFormat?: KeyFormat | 'detect'
}

/** Gathers the evidence as the page does. Throws where there is no token. */
export async function evidence({ text, keyText, keyFormat = 'detect' }: Inputs) {
  const { token } = inspect(text)
  if (token === null) throw new Error('no token')
  const reading = keyText === '' ? null : await readKeys(keyText, keyFormat)
  const keys = reading?.ok === true ? reading.value : null
  const own = evidenceOf(token, { text, keyText, keyFormat, keys, verification: null })
  if (own.jws === null) return own
  const { signingInput, signature } = own.jws
  const choice = await verifyWithKeys({ header: token.header, signingInput, signature }, keys)
  return { ...own, verification: choice.verification }
}

/** What is diagnosed, without a clock that runs; all of it can be put into words. */
export async function diagnosed(inputs: Inputs): Promise<Outcome> {
  const conduct = { now: () => 0, pause: async () => {}, signal: new AbortController().signal }
  const outcome = (await diagnose(await evidence(inputs), conduct))!
  for (const { id, values } of outcome.found) expectWords(id, diagnosisWords[id].if, values)
  for (const { id, values } of outcome.hints) {
    expectWords(id, diagnosisWords[id].says ?? diagnosisWords[id].if, values)
  }
  return outcome
}

function expectWords(id: DiagnosisId, words: DiagnosisWords['if'], values: Diagnosis['values']) {
  const text = [
    wordsOf(words, values),
    wordsOf(diagnosisWords[id].why, values),
    wordsOf(diagnosisWords[id].todo, values),
  ]
  for (const sentence of text) {
    expect(sentence.length, id).toBeGreaterThan(10)
    expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}/)
  }
}

/** The ids of what would make the signature match, in their order. */
export async function found(inputs: Inputs): Promise<string[]> {
  return (await diagnosed(inputs)).found.map(({ id }) => id)
}

/** The ids of what is said without a match. */
export async function hinted(inputs: Inputs): Promise<string[]> {
  return (await diagnosed(inputs)).hints.map(({ id }) => id)
}

/** The inputs once the person has taken up the fix. */
export function taken(inputs: Inputs, [first]: readonly Diagnosis[]): Inputs {
  return { ...inputs, ...first?.fix }
}

/** The state that the page would show. */
export async function stateOf(inputs: Inputs): Promise<string> {
  const { broken, verification } = await evidence(inputs)
  return broken ? 'unreadable' : (verification?.state ?? 'unreadable')
}
