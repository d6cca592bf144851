import { segmentContent, segmentMap } from '../decode/segments.ts'
import type { Finding, Subject } from './finding.ts'

const BYTE_ORDER_MARK = 0xfeff

/** Header or payload that is not UTF-8, or begins with a byte order mark (RFC 7515 section 5.2, RFC 8259 section 8.1). */
export function textEncoding({ token }: Subject): Finding[] {
  const findings: Finding[] = []
  // Text without a dot is no token: nobody encoded it.
  if (token.segments.length === 1) return findings
  for (const part of ['protected', 'payload'] as const) {
    const content = segmentContent(token, part)
    const map = segmentMap(token, part)
    if (map === null) continue
    if (content.kind === 'octets' && map.segment.octets.length > 0) {
      const at = { from: content.invalidAt, to: content.invalidAt + 1 }
      findings.push({
        rule: 'text-encoding',
        severity: 'error',
        at: [map.charactersOf(at)],
        values: {
          part,
          why: 'not-utf8',
          octet: map.segment.octets[content.invalidAt] ?? 0,
          offset: content.invalidAt,
        },
      })
    } else if (content.kind === 'json' || content.kind === 'text') {
      const why = oddBeginning(content.text)
      if (why === null) continue
      const at = [map.charactersOf({ from: 0, to: why === 'bom' ? 3 : 2 })]
      findings.push({ rule: 'text-encoding', severity: 'error', at, values: { part, why } })
    }
  }
  return findings
}

/** ASCII in UTF-16 has a zero octet in each character. */
function oddBeginning(text: string): 'bom' | 'utf16' | null {
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) return 'bom'
  return text.charCodeAt(0) === 0 || text.charCodeAt(1) === 0 ? 'utf16' : null
}
