import type { JsonDocument } from '../../core/json/document.ts'
import { memberValue, toPlain } from '../../core/json/read.ts'

/** The claims set with one more member at its end, all else as it is written. */
export function withClaim({ text, to, count }: JsonDocument, name: string, value: unknown): string {
  const before = text.slice(0, to[0]! - 1).trimEnd()
  const member = `${JSON.stringify(name)}: ${JSON.stringify(value)}`
  return `${before}${count > 1 ? ',' : ''}\n  ${member}${text.slice(before.length)}`
}

export type AudienceForm = 'string' | 'array'

/** In which of its two forms `aud` is written; null where it is neither. */
export function audienceForm(document: JsonDocument): AudienceForm | null {
  const value = audienceIn(document)
  return Array.isArray(value) ? 'array' : typeof value === 'string' ? 'string' : null
}

/** The claims set with `aud` in the other form; null where it has none, or the wrong number of recipients for a string. */
export function withAudience(document: JsonDocument, form: AudienceForm): string | null {
  const node = memberValue(document, 0, 'aud')
  const value = audienceIn(document)
  const list = Array.isArray(value) ? value : [value]
  if (node === null || (form === 'string' && list.length !== 1)) return null
  const { text, from, to } = document
  const written = JSON.stringify(form === 'array' ? list : list[0])
  return text.slice(0, from[node]) + written + text.slice(to[node])
}

function audienceIn(document: JsonDocument): unknown {
  const node = memberValue(document, 0, 'aud')
  return node === null ? undefined : toPlain(document, node)
}
