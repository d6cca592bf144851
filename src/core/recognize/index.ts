import { bare } from './bare.ts'
import { bearer } from './bearer.ts'
import type { Found } from './found.ts'

/** Recognizers in the order in which they are tried; the first that finds something decides. */
const recognizers: readonly ((text: string) => Found | null)[] = [bearer, bare]

/** Finds the tokens in whatever was pasted; none where there is nothing but white space. Linear in the text. */
export function recognize(text: string): readonly Found[] {
  for (const recognizer of recognizers) {
    const found = recognizer(text)
    if (found !== null) return [found]
  }
  return []
}
