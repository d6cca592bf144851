import type { Span } from '../text/span.ts'
import { decodeCompact } from './compact.ts'
import { decodeJson } from './json.ts'
import type { Token } from './token.ts'

/** Takes the token at `span` of `text` apart, in whichever serialization it is. Never throws. */
export function decode(text: string, span: Span): Token {
  return decodeJson(text, span) ?? decodeCompact(text, span)
}
