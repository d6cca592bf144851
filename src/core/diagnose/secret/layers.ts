import type { Diagnosis } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Attempt } from '../hypothesis.ts'
import { assignment } from './assignment.ts'
import type { SecretHypothesis } from './candidate.ts'
import { quotes } from './quotes.ts'
import { space } from './space.ts'

/** A reading of the key text from which others may go on, and what is to be told of it. */
export interface Layer {
  readonly evidence: Evidence
  readonly told: readonly Diagnosis[]
}

/** The key text as it stands, and without a name, quotes or space around it. */
export function* layers(evidence: Evidence): Generator<Layer> {
  yield { evidence, told: [] }
  for (const { key, told } of attemptsOf({ evidence, told: [] }, assignment, quotes, space)) {
    const { values, fix } = told[0]!
    if (key.format === 'secret-utf8' && values.how !== 'with')
      yield { evidence: { ...evidence, secretText: fix!.keyText! }, told: told.slice(0, 1) }
  }
}

/** What hypotheses make of a layer: all is told from outside in, and the first has the fix. */
export function* attemptsOf(
  { evidence, told }: Layer,
  ...hypotheses: readonly SecretHypothesis[]
): Generator<Attempt> {
  for (const { suggest } of hypotheses) {
    for (const one of suggest(evidence)) {
      const { fix } = one.told[0]!
      yield {
        ...one,
        told: [...told, ...one.told].map((each, i) => ({ ...each, fix: i === 0 ? fix : null })),
      }
    }
  }
}
