import type { Span } from '../../core/text/span.ts'

/**
 * A text area shows every line break as a line feed alone, but to a secret CR LF is another two octets. The key is kept as
 * it was pasted, and what is done in the box is carried over to it.
 */

/** The text as a text area holds it. */
export function asShown(raw: string): string {
  return raw.replaceAll(/\r\n?/g, '\n')
}

/** The kept text with a piece of it, given in shown offsets, replaced by pasted text. */
export function withPasted(raw: string, { from, to }: Span, pasted: string): string {
  return raw.slice(0, rawOffset(raw, from)) + pasted + raw.slice(rawOffset(raw, to))
}

/** The kept text once what is shown has become `shown`: line breaks that were not touched stay as they were. */
export function withEdited(raw: string, shown: string): string {
  const before = asShown(raw)
  const least = Math.min(before.length, shown.length)
  let from = 0
  while (from < least && before[from] === shown[from]) from++
  let same = 0
  while (same < least - from && before.at(-1 - same) === shown.at(-1 - same)) same++
  const edited = withPasted(raw, { from, to: before.length - same }, shown.slice(from, shown.length - same))
  // A line feed typed after a carriage return would make one line break of two.
  return asShown(edited) === shown ? edited : shown
}

function rawOffset(raw: string, shown: number): number {
  let at = 0
  for (let i = 0; i < shown; i++) at += raw.startsWith('\r\n', at) ? 2 : 1
  return at
}
