import type { Span } from '../text/span.ts'
import { decodeCompact } from './compact.ts'
import { decodeJson } from './json.ts'
import { decodeSdJwt } from './sdJwt.ts'
import { sdJwtFromJson } from './sdJwtJson.ts'
import type { Token } from './token.ts'

/** Takes the token at `span` of `text` apart, in whichever serialization it is. Never throws. */
export function decode(text: string, span: Span): Token {
  const token = decodeJson(text, span)
  if (token !== null) return (token.kind === 'jws' ? sdJwtFromJson(text, token) : null) ?? token
  return decodeSdJwt(text, span) ?? decodeCompact(text, span)
}
