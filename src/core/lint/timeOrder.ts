import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/** `exp` is not after `nbf` or `iat`: there is no moment at which the token is good. */
export function timeOrder(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  const exp = claims.number('exp')
  if (exp === null) return []
  return (['nbf', 'iat'] as const).flatMap((name) => {
    const begin = claims.number(name)
    return begin === null || begin < exp
      ? []
      : [found('time-order', 'error', claims.at('exp', name), { name })]
  })
}
