import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/** Clocks differ by less than this, in seconds. */
const AHEAD = 300

/** `iat` or `nbf` more than five minutes ahead (RFC 7519 section 4.1.5): clocks that differ, or a token for later. */
export function timeFuture(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  if (subject.now === 0) return []
  return (['iat', 'nbf'] as const).flatMap((name) => {
    const seconds = claims.number(name)
    if (seconds === null || seconds > 1e11 || seconds <= subject.now + AHEAD) return []
    return [
      found('time-future', 'warning', claims.at(name), { name, ahead: Math.round(seconds - subject.now) }),
    ]
  })
}
