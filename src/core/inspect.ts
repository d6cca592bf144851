import type { Token } from './decode/token.ts'
import { decodeWritten } from './decode/written.ts'
import { type Found, MOST } from './recognize/found.ts'
import { ignoredNames } from './recognize/ignored.ts'
import { recognize } from './recognize/index.ts'

/** All that can be said of pasted text without a key and without a clock. */
export interface Inspection {
  readonly text: string
  /** Every token in the text, in the order in which they stand there; empty where there is none. */
  readonly found: readonly Found[]
  /** As many as are looked for at all: more may follow. */
  readonly isFull: boolean
  /** Names of what stands beside them and is no token, where it has names: `code`, `state`. */
  readonly ignored: readonly string[]
  /** Which of them is taken apart: an index of `found`, 0 where that is empty. */
  readonly selected: number
  /** `found[selected]` taken apart. */
  readonly token: Token | null
}

/**
 * The synchronous pipeline: text → tokens found → the selected one taken apart. A selection past the last token counts
 * as the last. Never throws, whatever the text.
 */
export function inspect(text: string, selected = 0): Inspection {
  const found = recognize(text)
  return withSelected(text, found, ignoredNames(text, found), selected)
}

/** The same text with another of its tokens taken apart. */
export function select({ text, found, ignored }: Inspection, selected: number): Inspection {
  return withSelected(text, found, ignored, selected)
}

function withSelected(
  text: string,
  found: readonly Found[],
  ignored: readonly string[],
  wanted: number,
): Inspection {
  const selected = Math.max(0, Math.min(wanted, found.length - 1))
  const chosen = found[selected]
  const isFull = found.length >= MOST
  return {
    text,
    found,
    isFull,
    ignored,
    selected,
    token: chosen === undefined ? null : decodeWritten(text, chosen),
  }
}
