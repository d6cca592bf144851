import { segmentContent, segmentMap } from '../decode/segments.ts'
import type { Finding, Subject } from './finding.ts'

/** A header or payload that begins as JSON and breaks off: the scanner's fault, placed in the pasted text (RFC 8259). */
export function jsonSyntax({ token }: Subject): Finding[] {
  return (['protected', 'payload'] as const).flatMap((part): Finding[] => {
    const content = segmentContent(token, part)
    const map = segmentMap(token, part)
    if (content.kind !== 'json' || content.fault === null || map === null) return []
    const { code, span, values } = content.fault
    const at = [map.charactersOf(map.octetsOf(span))]
    return [{ rule: 'json-syntax', severity: 'error', at, values: { ...values, part, code } }]
  })
}
