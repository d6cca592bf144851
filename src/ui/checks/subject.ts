import { isObject } from '../../core/decode/content.ts'
import type { Content, Token } from '../../core/decode/token.ts'
import type { JsonDocument } from '../../core/json/document.ts'

/** The two JSON objects that are checked; null where a part is none. */
export interface Documents {
  readonly header: JsonDocument | null
  readonly claims: JsonDocument | null
}

export function documentsOf(token: Token): Documents {
  const object = (content: Content | null) =>
    content !== null && isObject(content) ? content.document : null
  return { header: object(token.headerContent), claims: object(token.payloadContent) }
}

/** A value as it is written, or null where there is none. */
export function writtenAt(document: JsonDocument | null, node: number | null): string | null {
  return document === null || node === null
    ? null
    : document.text.slice(document.from[node], document.to[node])
}
