import { oddTimes } from '../../../content/messages/verdict.ts'
import type { Token } from '../../../core/decode/token.ts'
import type { NumericDate, TimeState } from '../../../core/validate/time.ts'
import { judgeTime, timeClaims } from '../../../core/validate/time.ts'
import { claimsOf } from '../../../state/claims.ts'
import { duration, localText, relativeTo, utcText } from '../../common/time.ts'
import type { Answer, Line, Tone } from './line.ts'

/** Time claims of a token whose payload can be read and is a claims set; null for any other. */
export function timesOf(token: Token | null, answer: Answer = null): Times | null {
  const claims = token && claimsOf(token, answer)
  return claims && timeClaims(claims)
}

export type Times = ReturnType<typeof timeClaims>

/**
 * @param withheld whether claims may be withheld that are not seen
 * @param now the moment at which the times are judged, in seconds since the epoch
 * @param skew tolerance in seconds
 * @param chosen whether the person chose that moment
 */
export function timeLine(
  claims: Times | null,
  withheld: boolean,
  now: number,
  skew = 0,
  chosen = false,
): Line {
  const name = 'Time'
  if (claims === null) return { name, tone: 'none', text: 'No claims can be read, so no times.' }
  // Before the page's clock has run its first step, nothing can be said.
  if (now === 0) return { name, tone: 'none', text: '…' }
  const verdict = judgeTime(claims, now, skew)
  const odd = oddTimes(verdict)
  const text = timeText(verdict.state, claims, withheld, now)
  const how = [chosen ? `judged at ${utcText(now)}` : '', skew > 0 ? `tolerance ${skew} s` : '']
  const detail = [momentsText(claims, now), ...how].filter((part) => part !== '').join(' · ')
  return {
    name,
    tone: timeTone(verdict.state, odd !== ''),
    text: odd === '' ? text : `${text} — ${odd}`,
    ...(detail !== '' && { detail }),
  }
}

function timeTone(state: TimeState, odd: boolean): Tone {
  if (state !== 'valid' && state !== 'unlimited') return 'bad'
  if (odd) return 'warning'
  return state === 'valid' ? 'sound' : 'none'
}

function timeText(state: TimeState, { exp, nbf }: Times, withheld: boolean, now: number): string {
  // How long, only where the claim is in seconds: of any other number it would be nonsense.
  const distance = (date: NumericDate | null) =>
    date?.unit === 'seconds' && date.seconds !== null ? date.seconds - now : null
  switch (state) {
    case 'expired': {
      const since = distance(exp)
      if (since === null) return 'Expired'
      return since > -1 ? 'Expired just now' : `Expired ${duration(since)} ago`
    }
    case 'not-yet-valid': {
      const until = distance(nbf)
      return until === null ? 'Not valid yet' : `Not valid yet: begins in ${duration(until)}`
    }
    case 'valid':
      return distance(exp) === null ? 'Valid now' : `Valid now, expires ${relativeTo(exp!.seconds!, now)}`
    case 'never':
      return 'Never valid: nbf is not before exp'
    case 'unusable':
      return 'Cannot be judged'
    case 'unlimited':
      return withheld
        ? 'No exp is disclosed: one may be held back'
        : 'No exp: the token never expires by itself'
  }
}

/** `exp 12:00:00 CET · iat 11:00:00 CET`: each time claim that is a moment, in the reader's zone. */
function momentsText(claims: Times, now: number): string {
  return (['exp', 'nbf', 'iat'] as const)
    .flatMap((name) => {
      const date = claims[name]
      const local = date?.unit === 'seconds' ? localText(date.seconds!, now) : null
      return local === null ? [] : [`${name} ${local}`]
    })
    .join(' · ')
}
