import { stringValue } from '../json/read.ts'
import { jsonParts, MAX_PLACES } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** A member name that stands twice in one object (RFC 7515 section 4, RFC 7519 section 4). */
export function duplicateMember(subject: Subject): Finding[] {
  return jsonParts(subject).flatMap((part): Finding[] => {
    const keys = part.document.duplicates
    if (keys.length === 0) return []
    const places = keys.slice(0, MAX_PLACES)
    const names = [...new Set(places.map((key) => stringValue(part.document, key)))].join(', ')
    const values = { part: part.name, names, count: keys.length }
    return [{ rule: 'json-duplicate-member', severity: 'error', at: places.map(part.at), values }]
  })
}
