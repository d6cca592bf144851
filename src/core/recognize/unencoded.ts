import { Kind } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import { decodeUtf8 } from '../text/utf8.ts'
import { runEnd } from './characters.ts'

/** Longer headers are not looked into. */
const LONGEST_HEADER = 10_000

/**
 * Whether a text is a JWS whose payload stands in it as it is, whatever characters that has (RFC 7797 section 5.2): it
 * begins with a header in which `b64` is false, and ends with a signature.
 */
export function isUnencoded(text: string, { from, to }: Span): boolean {
  const end = runEnd(text, from)
  const last = text.lastIndexOf('.', to - 1)
  if (text[end] !== '.' || end - from > LONGEST_HEADER || last <= end || runEnd(text, last + 1) < to)
    return false
  const header = decodeUtf8(readBase64url(text, { from, to: end }).octets)
  if (!header.ok) return false
  const { document, fault } = scanJson(header.value)
  const b64 = fault === null ? memberValue(document, 0, 'b64') : null
  return b64 !== null && document.kind[b64] === Kind.false
}
