import type { KeyMaterial } from '../keys/material.ts'
import type { Diagnosis, Topic } from './diagnosis.ts'
import type { Evidence } from './evidence.ts'

/** One signature check under other premises. What is not said is as it was pasted. */
export interface Attempt {
  readonly alg: string
  readonly key: KeyMaterial
  readonly signingInput?: Uint8Array<ArrayBuffer>
  readonly signature?: Uint8Array<ArrayBuffer>
  /** Of ECDSA, in place of the algorithm's own. */
  readonly hash?: string
  /** What is told if it matches: the premises, of which the first has the fix for all. */
  readonly told: readonly Diagnosis[]
}

/** Something to say even where nothing matches. */
export interface Hint {
  readonly hint: Diagnosis
}

/** What a hypothesis comes up with; null gives others a turn in the midst of long work. */
export type Suggestion = Attempt | Hint | null

/** One way in which a signature comes not to match. */
export interface Hypothesis {
  readonly topic: Topic
  /** True where it makes no attempts, so that it has its say when no more may be made. */
  readonly mere?: true
  /** Attempts, the likely ones first, made only as they are asked for; nothing where the hypothesis has no place. */
  suggest(evidence: Evidence): Iterable<Suggestion> | AsyncIterable<Suggestion>
}
