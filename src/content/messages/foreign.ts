import { withUnseenShown } from '../../core/text/unseen.ts'

/** Longest value of a token or key, in UTF-16 units, that a sentence takes whole. */
const LONGEST = 60

/** A value that came with a token or key, made fit for a sentence: nothing unseen in it, on one line, and not long. */
export function foreign(value: string | number | undefined): string {
  return foreignUpTo(LONGEST, String(value))
}

/** As {@link foreign}, where there is room for more. */
export function foreignUpTo(longest: number, text: string): string {
  if (text.length <= longest) return onOneLine(text)
  // Not half of a surrogate pair.
  const start = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  return `${onOneLine(start)}… (${text.length.toLocaleString('en')} characters)`
}

function onOneLine(text: string): string {
  return withUnseenShown(text).replaceAll(/[\t\n]/g, ' ')
}
