import { decodeCompact } from './decode/compact.ts'
import type { Token } from './decode/token.ts'
import type { Found } from './recognize/found.ts'
import { recognize } from './recognize/index.ts'

/** All that can be said of pasted text without a key and without a clock. */
export interface Inspection {
  readonly text: string
  readonly found: Found | null
  readonly token: Token | null
}

/** The synchronous pipeline: text → token found → token taken apart. Never throws, whatever the text. */
export function inspect(text: string): Inspection {
  const found = recognize(text)
  return { text, found, token: found === null ? null : decodeCompact(text, found.span) }
}
