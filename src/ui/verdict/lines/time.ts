import { oddTimes } from '../../../content/messages/verdict.ts'
import type { Token } from '../../../core/decode/token.ts'
import type { TimeState } from '../../../core/validate/time.ts'
import { judgeTime, secondsOf, timeClaims } from '../../../core/validate/time.ts'
import { claimsOf } from '../../../state/claims.ts'
import { duration, localText, relativeTo, utcText } from '../../common/time.ts'
import type { Answer, Line, Tone } from './line.ts'

/** Time claims of a token whose payload can be read and is a claims set; null for any other. */
export function timesOf(token: Token | null, answer: Answer = null): Times | null {
  const claims = token && claimsOf(token, answer)
  return claims && timeClaims(claims)
}

export type Times = ReturnType<typeof timeClaims>

/** When times are judged, in seconds since the epoch, and whether the person chose it. */
interface Moment {
  readonly now: number
  readonly chosen: boolean
}

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
  const strained = skew > 0 ? judgeTime(claims, now).state : verdict.state
  const text = timeText(verdict.state, strained, claims, withheld, { now, chosen })
  const how = [chosen ? `judged at ${utcText(now)}` : '', skew > 0 ? `tolerance ${skew} s` : '']
  const detail = [momentsText(claims, now), ...how].filter((part) => part !== '').join(' · ')
  return {
    name,
    tone: timeTone(verdict.state, odd !== '' || strained !== verdict.state),
    text: odd === '' ? text : `${text} — ${odd}`,
    ...(detail !== '' && { detail }),
  }
}

function timeTone(state: TimeState, doubtful: boolean): Tone {
  if (state !== 'valid' && state !== 'unlimited') return 'bad'
  if (doubtful) return 'warning'
  return state === 'valid' ? 'sound' : 'none'
}

/** @param strained what would be so without the tolerance */
function timeText(
  state: TimeState,
  strained: TimeState,
  { exp, nbf }: Times,
  withheld: boolean,
  moment: Moment,
): string {
  const [end, begin] = [secondsOf(exp), secondsOf(nbf)]
  if (strained !== state)
    return `Valid within the tolerance: ${
      strained === 'expired' ? `expired ${fromThere(end!, moment)}` : `begins ${fromThere(begin!, moment)}`
    }`
  switch (state) {
    case 'expired':
      return end === null ? 'Expired' : `Expired ${fromThere(end, moment)}`
    case 'not-yet-valid':
      return begin === null ? 'Not valid yet' : `Not valid yet: begins ${fromThere(begin, moment)}`
    case 'valid':
      return `Valid ${moment.chosen ? 'then' : 'now'}${end === null ? '' : `, expires ${fromThere(end, moment)}`}`
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

/** `in 12 min`, `3 days ago`, and `12 min later` of a moment that is not the present. */
function fromThere(seconds: number, { now, chosen }: Moment): string {
  const distance = Math.trunc(seconds - now)
  if (distance === 0) return seconds > now ? 'within a second' : chosen ? 'just then' : 'just now'
  if (!chosen) return relativeTo(seconds, now)
  return `${duration(distance)} ${distance > 0 ? 'later' : 'earlier'}`
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
