import { Kind } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import { readNumericDate, timeClaims } from '../validate/time.ts'
import { jsonParts } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** A time claim that is no number, or not one of seconds (RFC 7519 section 2). */
export function timeUnit(subject: Subject): Finding[] {
  const payload = jsonParts(subject).find(({ name }) => name === 'payload')
  if (payload === undefined || payload.document.kind[0] !== Kind.object) return []
  const { document } = payload
  const login = memberValue(document, 0, 'auth_time')
  const dates = {
    ...timeClaims(document),
    auth_time: login === null ? null : readNumericDate(document, login),
  }
  return Object.entries(dates).flatMap(([name, date]): Finding[] => {
    if (date === null || date.unit === 'seconds') return []
    const why = date.unit ?? 'not-a-number'
    const values = { name, why, value: date.text.slice(0, 40) }
    return [{ rule: 'time-unit', severity: 'error', at: [payload.at(date.node)], values }]
  })
}
