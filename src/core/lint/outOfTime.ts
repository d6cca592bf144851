import { judgeTime, timeClaims } from '../validate/time.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/** Expired, or not valid yet, at the moment and with the tolerance that were chosen (RFC 7519 sections 4.1.4 and 4.1.5). */
export function outOfTime(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  if (claims.document === null || subject.now === 0) return []
  const { state } = judgeTime(timeClaims(claims.document), subject.now, subject.skew)
  if (state === 'expired') return [found('token-expired', 'info', claims.at('exp'))]
  return state === 'not-yet-valid' ? [found('token-not-yet-valid', 'info', claims.at('nbf'))] : []
}
