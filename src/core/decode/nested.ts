import type { Span } from '../text/span.ts'
import { contentOf } from './content.ts'
import { decode } from './index.ts'
import { serializationOf } from './json.ts'
import { detachedSegment } from './plain.ts'
import type { Jwe, Token } from './token.ts'

/** A token inside another, with the text that it was decoded from. */
export interface Nested {
  readonly text: string
  readonly token: Token
}

/**
 * The token that another's payload or plaintext is (RFC 7519 section 5.2): where it decodes as one and its header has an
 * `alg`, whatever `cty` says, as many leave that out. Null for any other content.
 */
export function nestedIn({ payloadContent }: Token): Nested | null {
  if (payloadContent === null) return null
  if (payloadContent.kind !== 'text' && payloadContent.kind !== 'json') return null
  const { text } = payloadContent
  const likely =
    payloadContent.kind === 'json' ? serializationOf(payloadContent) !== null : text.includes('.')
  if (!likely) return null
  const token = decode(text, trimmed(text))
  return token.kind === 'undecodable' || token.header.alg === null ? null : { text, token }
}

function trimmed(text: string): Span {
  const from = text.length - text.trimStart().length
  return { from, to: Math.max(from, text.trimEnd().length) }
}

/** The JWE with what it holds, as its payload: no character of the token carries it. */
export function withPlaintext(token: Jwe, plaintext: Uint8Array<ArrayBuffer>): Jwe {
  const payload = detachedSegment({ from: token.span.to, to: token.span.to }, plaintext)
  return { ...token, segments: [...token.segments, payload], payloadContent: contentOf(plaintext) }
}
