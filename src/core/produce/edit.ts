import { charactersIn } from '../decode/signingInput.ts'
import type { SegmentName, Token } from '../decode/token.ts'
import { encode } from './sign.ts'

/**
 * The pasted text with one segment of a compact token written anew, BASE64URL(UTF8(content)), all else as it is; a signature
 * therefore stays and fails. Null where the token has no such segment.
 */
export function withContent(text: string, token: Token, name: SegmentName, content: string): string | null {
  return withCharacters(text, token, name, encode(content))
}

/** As {@link withContent}, with the segment's characters given as they are: a new signature, or the empty one. */
export function withCharacters(
  text: string,
  token: Token,
  name: SegmentName,
  characters: string,
): string | null {
  const span = token.segments.find((segment) => segment.name === name)?.span
  return span === undefined ? null : text.slice(0, span.from) + characters + text.slice(span.to)
}

/** The JWS Signing Input of a compact token as its own characters say it (RFC 7515 section 5.1); null where it lacks a part. */
export function writtenSigningInput(text: string, { segments: [header, payload] }: Token): string | null {
  if (header === undefined || payload === undefined) return null
  return `${charactersIn(text, header)}.${charactersIn(text, payload)}`
}
