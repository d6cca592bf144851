import type { Found } from './found.ts'

const SPACE = /\s/
const QUOTES = '"\'`'

/** The whole text is one token, perhaps in quotes, with white space around it left out. */
export function bare(text: string): Found | null {
  let from = 0
  let to = text.length
  while (from < to && SPACE.test(text[from]!)) from++
  while (to > from && SPACE.test(text[to - 1]!)) to--
  if (from === to) return null
  const quote = text[from]!
  if (to - from > 2 && QUOTES.includes(quote) && text[to - 1] === quote) {
    return { form: 'quoted', span: { from: from + 1, to: to - 1 }, name: null }
  }
  return { form: 'bare', span: { from, to }, name: null }
}
