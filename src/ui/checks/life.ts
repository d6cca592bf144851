import type { NumericDate, TimeName } from '../../core/validate/time.ts'
import { secondsOf } from '../../core/validate/time.ts'

type Times = Readonly<Record<TimeName, NumericDate | null>>

/** Least room on either side of a life, in seconds. */
const MARGIN = 60

/** A stretch of time, in whole seconds since the epoch, with the token's life, the tolerance on either side and the present in it; null where it has no times. */
export function lifeOf(
  { exp, nbf, iat }: Times,
  now: number,
  skew = 0,
): { readonly from: number; readonly to: number } | null {
  const known = [secondsOf(exp), secondsOf(nbf), secondsOf(iat)].filter((seconds) => seconds !== null)
  if (known.length === 0) return null
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const margin = Math.max(MARGIN, (last - first) / 10) + skew
  // The present is in sight while it is near: a life of five minutes, years ago, would else be a dot.
  const near = now >= first - 10 * margin && now <= last + 10 * margin
  return {
    from: Math.floor(Math.min(first - margin, near ? now : first)),
    to: Math.ceil(Math.max(last + margin, near ? now : last)),
  }
}

export interface Flip {
  readonly claim: TimeName
  /** The second from which on it is so. */
  readonly seconds: number
  readonly becomes: string
}

/** When checks change their answer, with a tolerance in seconds. */
export function flipsOf({ exp, nbf, iat }: Times, skew: number): Flip[] {
  const flips: Flip[] = []
  const add = (claim: TimeName, at: number | null, becomes: string) => {
    if (at !== null) flips.push({ claim, seconds: Math.ceil(at), becomes })
  }
  const [begin, issued, end] = [secondsOf(nbf), secondsOf(iat), secondsOf(exp)]
  add('iat', issued === null ? null : issued - skew, 'no longer lies in the future')
  add('nbf', begin === null ? null : begin - skew, 'lets it begin')
  add('exp', end === null ? null : end + skew, 'ends it')
  return flips.sort((a, b) => a.seconds - b.seconds)
}
