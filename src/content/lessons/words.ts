import type { SpecId } from '../spec.ts'

/** What a lesson says. No sentence has more than 30 words, and every fact says where it is written. */
export interface LessonWords {
  readonly title: string
  /** What the learner can do afterwards; begins with a verb. */
  readonly objective: string
  /** Paragraphs before the question: what is needed to understand it, and no more. */
  readonly intro: readonly string[]
  /** Asked before anything is shown; the reply says why the option is right or wrong. */
  readonly question: {
    readonly ask: string
    readonly options: readonly { readonly text: string; readonly reply: string }[]
    /** Index of the right option. */
    readonly right: number
  }
  /** What to do, by task, in order. */
  readonly tasks: Readonly<Record<string, string>>
  /** Why an action was not it; `{name}` stands for a value that was computed. */
  readonly whys: Readonly<Record<string, string>>
  readonly facts: readonly Fact[]
}

export interface Fact {
  readonly text: string
  readonly specs: readonly [SpecId, ...SpecId[]]
}
