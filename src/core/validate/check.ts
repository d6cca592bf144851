import type { Fault } from '../text/result.ts'

/** One thing that was compared, or could not be. `content` has the words. */
export interface Check<Name extends string = string> {
  readonly name: Name
  readonly outcome: 'met' | 'broken' | 'undecided'
  /** True where the token itself breaks a rule that no circumstance excuses: whoever gets it must refuse it. */
  readonly refused: boolean
  readonly values: Fault['values']
}

type Values = Fault['values']

export const met = <N extends string>(name: N, values: Values = {}): Check<N> => ({
  name,
  outcome: 'met',
  refused: false,
  values,
})

export const undecided = <N extends string>(name: N, values: Values = {}): Check<N> => ({
  name,
  outcome: 'undecided',
  refused: false,
  values,
})

/** The circumstances do not fit. */
export const broken = <N extends string>(name: N, values: Values = {}): Check<N> => ({
  name,
  outcome: 'broken',
  refused: false,
  values,
})

/** The token is at fault in itself. */
export const refused = <N extends string>(name: N, values: Values = {}): Check<N> => ({
  name,
  outcome: 'broken',
  refused: true,
  values,
})

/** A proof is made for one request: this many seconds are what verifiers commonly allow it. */
const FRESH = 300

/** Whether a proof was made just now, as its `iat` has it; all in seconds. A tolerance of `skew` is granted to clocks. */
export function freshness<N extends string>(
  name: N,
  iat: number | null,
  written: string | null,
  now: number,
  skew: number,
): Check<N> {
  if (written === null) return refused(name, { why: 'missing' })
  if (iat === null || !Number.isFinite(iat)) return refused(name, { why: 'no-number', value: written })
  const age = now - iat
  if (age < -skew) return broken(name, { why: 'ahead', seconds: -age })
  return age <= FRESH + skew ? met(name, { seconds: Math.max(0, age) }) : undecided(name, { seconds: age })
}
