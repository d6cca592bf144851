import type { Diagnosis } from '../../../core/diagnose/diagnosis.ts'

export type Values = Diagnosis['values']
export type Words = string | ((values: Values) => string)

/** What is said of a diagnosis. What was found completes “It would verify if …”; a hint is a sentence of its own. */
export interface DiagnosisWords {
  /** The premise. */
  readonly if?: Words
  /** What is said without a match; where there is only `if`, it is what would make the token readable. */
  readonly says?: Words
  /** How it comes about: what does so in practice. */
  readonly why: Words
  readonly todo: Words
}

/** `1 character`, `2 characters`. */
export function plural(count: string | number | undefined, noun: string): string {
  return `${Number(count).toLocaleString('en')} ${noun}${Number(count) === 1 ? '' : 's'}`
}

/** What would undo one slip of the hand. */
export function slip(
  part: string,
  at: Values[string] | undefined,
  how: Values[string] | undefined,
  character: Values[string] | undefined,
  count: Values[string] | undefined,
): string {
  const place = `character ${at} of the ${part}`
  const letter = character === undefined ? '' : ` “${character}”`
  switch (how) {
    case 'missing':
      return character === undefined
        ? `the ${plural(count, 'character')} missing at ${place} were there`
        : `${letter.trim()} were put in as ${place}`
    case 'extra':
      return `${place}${letter === '' ? '' : ` (${letter.trim()})`} were left out`
    case 'replaced':
      return character === undefined ? `${place} were another` : `${place} were${letter}`
    default:
      return `${plural(count, 'character')} from ${place} on were others`
  }
}

/** The words for these values. */
export function wordsOf(words: Words | undefined, values: Values): string {
  return typeof words === 'function' ? words(values) : (words ?? '')
}
