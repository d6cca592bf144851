import { type Statement, say } from '../../content/messages/explain.ts'
import type { TokenProfile } from '../../content/profiles/row.ts'
import type { Circumstances } from '../../core/validate/keyBinding.ts'
import {
  judgeTime,
  type NumericDate,
  readNumericDate,
  secondsOf,
  type TimeName,
} from '../../core/validate/time.ts'
import { relativeTo } from '../common/time.ts'
import { type ClaimsSet, mayHave } from './claim.ts'

/** What the time claims are, with what is wrong with them; no clock is needed for it. */
export interface Dates {
  /** Null for one that is absent, or that cannot be used. */
  readonly of: Readonly<Record<TimeName, NumericDate | null>>
  readonly wrong: readonly Statement[]
  /** Neither `exp` nor `nbf` is one that cannot be used. */
  readonly canBeJudged: boolean
  /** What is to be said where it has no `exp`: nothing of a kind that has none. */
  readonly lacks: 'no-exp' | 'no-exp-shown' | 'proof-brief' | null
}

/** When times are judged, and what is expected; `isChosen` where the moment is not the present. */
export interface Moment extends Circumstances {
  readonly isChosen: boolean
}

/** `isPartial` where more claims than these are held back. */
export function datesOf(claims: ClaimsSet, profile: TokenProfile, isPartial: boolean): Dates {
  const wrong: Statement[] = []
  let canBeJudged = true
  const read = (name: TimeName): NumericDate | null => {
    let date: NumericDate | null = null
    const said = claims.tell(name, 'a number of seconds', (node) => {
      const found = readNumericDate(claims.document!, node)
      if (found.seconds === null) return null
      date = found
      return odd(name, found)
    })
    wrong.push(...said)
    if (said.length > 0 && date === null && name !== 'iat') canBeJudged = false
    return date
  }
  const of = { exp: read('exp'), nbf: read('nbf'), iat: read('iat') }
  if (!canBeJudged) wrong.push(say('not-judged', { when: 'from when to when' }))
  const lacks = claims.node('exp') === null
  const expiry =
    lacks && profile.id === 'dpop' && of.iat !== null
      ? 'proof-brief'
      : lacks && mayHave(profile, 'exp')
        ? isPartial
          ? 'no-exp-shown'
          : 'no-exp'
        : null
  return { of, wrong, canBeJudged, lacks: expiry }
}

function odd(claim: TimeName, { text: written, seconds, unit }: NumericDate): readonly Statement[] {
  if (unit === 'seconds') return []
  const isBefore = seconds! < 0
  if (unit === null || unit === 'none') {
    const said = say('no-time', { claim, written, how: isBefore ? 'far before 1970' : 'large' })
    return claim === 'iat' ? [said] : [said, say('not-judged', { when: `${untold[claim]} when` })]
  }
  const at = momentText(seconds! / (unit === 'milliseconds' ? 1e3 : 1e6))
  return [say('in-unit', { claim, written, unit, at, when: isBefore ? 'past' : 'future' })]
}

const untold = { exp: 'until', nbf: 'from' } as const

/** From when to when it may be used. `isProven` as for the parties. */
export function times(dates: Dates, moment: Moment, isProven: boolean): Statement[] {
  const { of, wrong, canBeJudged, lacks } = dates
  const { now, skew, isChosen } = moment
  const [exp, nbf, iat] = [secondsOf(of.exp), secondsOf(of.nbf), secondsOf(of.iat)]
  const said: Statement[] = []
  if (isChosen && (exp ?? nbf ?? iat) !== null) said.push(say('moment', { at: momentText(now) }))
  if (iat !== null) said.push(issued(iat, now, skew))
  said.push(...wrong)
  // One that can be read may rule it out all the same.
  if (!canBeJudged) return [...said, ...past(exp, now, skew)]
  const { state } = judgeTime(of, now, skew)
  if (state === 'never') {
    if (exp === null || nbf === null) return [...said, say('never-read')]
    return [...said, say('never', { nbf: momentText(nbf), exp: momentText(exp) })]
  }
  const tolerated = say('tolerated', { skew: String(skew) })
  if (nbf !== null && now < nbf) {
    said.push(say('not-yet', { until: relativeTo(nbf, now), at: momentText(nbf) }))
    if (state === 'valid' || state === 'unlimited') said.push(tolerated)
  }
  if (exp !== null && now >= exp) {
    const ago = exp - now > -1 ? 'just now' : relativeTo(exp, now)
    said.push(say('expired', { ago, at: momentText(exp) }))
    said.push(state === 'expired' ? say('expired-refuse') : tolerated)
  } else if (exp !== null) said.push(say('expires', { until: relativeTo(exp, now), at: momentText(exp) }))
  if (lacks !== null) said.push(say(lacks))
  if (isProven && exp !== null && state === 'valid') said.push(say('revoked'))
  return said
}

function past(exp: number | null, now: number, skew: number): Statement[] {
  if (exp === null || now < exp + skew) return []
  return [say('expired', { ago: relativeTo(exp, now), at: momentText(exp) }), say('expired-refuse')]
}

function issued(iat: number, now: number, skew: number): Statement {
  const at = momentText(iat)
  return iat > now + skew
    ? say('issued-ahead', { until: relativeTo(iat, now), at })
    : say('issued', { ago: relativeTo(iat, now), at })
}

/** `1 Jan 2026 00:00:00 UTC`: for everybody the same, so that the text can be passed on. */
function momentText(seconds: number): string {
  return new Date(seconds * 1000)
    .toUTCString()
    .replace(/^\w+, 0?/, '')
    .replace('GMT', 'UTC')
}
