import { Kind } from '../json/document.ts'
import { isExactDouble } from '../json/number.ts'
import { jsonParts, MAX_PLACES } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** Numbers that a double cannot hold, so that most JSON libraries alter them (RFC 8259 section 6). */
export function numberPrecision(subject: Subject): Finding[] {
  return jsonParts(subject).flatMap((part): Finding[] => {
    const { document } = part
    const places: number[] = []
    let count = 0
    for (let node = 0; node < document.count; node++) {
      if (document.kind[node] !== Kind.number) continue
      if (isExactDouble(document.text.slice(document.from[node], document.to[node]))) continue
      if (count++ < MAX_PLACES) places.push(node)
    }
    const first = places[0]
    if (first === undefined) return []
    const number = document.text.slice(document.from[first], document.to[first])
    const values = { part: part.name, number, becomes: String(Number(number)), count }
    return [{ rule: 'json-number-precision', severity: 'error', at: places.map(part.at), values }]
  })
}
