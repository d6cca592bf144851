import type { JsonDocument, NodeId } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { memberValue } from '../json/read.ts'

/** A NumericDate: seconds since 1970-01-01T00:00:00Z, ignoring leap seconds (RFC 7519 section 2). */
export interface NumericDate {
  readonly node: NodeId
  /** The lexeme as written. */
  readonly text: string
  /** Seconds since the epoch, taken literally; null where the value is no number. */
  readonly seconds: number | null
  /** What the number counts, judged by its size; null where it is none. */
  readonly unit: TimeUnit | null
}

/** `none` is a number too large to be any time. */
export type TimeUnit = 'seconds' | 'milliseconds' | 'microseconds' | 'none'

export type TimeName = 'exp' | 'nbf' | 'iat'

export function readNumericDate(document: JsonDocument, node: NodeId): NumericDate {
  const text = document.text.slice(document.from[node], document.to[node])
  const seconds = document.kind[node] === Kind.number ? Number(text) : null
  return { node, text, seconds, unit: seconds === null ? null : unitOf(Math.abs(seconds)) }
}

/** 1e11 seconds lie in the year 5138, and 1e11 milliseconds in 1973: whoever writes more means the smaller unit. */
function unitOf(size: number): TimeUnit {
  if (size <= 1e11) return 'seconds'
  if (size <= 1e14) return 'milliseconds'
  return size <= 1e17 ? 'microseconds' : 'none'
}

/** The moment in seconds since the epoch; null where there is none, or it is no number of seconds: a distance to that would be nonsense. */
export function secondsOf(date: NumericDate | null): number | null {
  return date?.unit === 'seconds' ? date.seconds : null
}

/** The time claims of a claims set (RFC 7519 sections 4.1.4 to 4.1.6); null for one that is absent. */
export function timeClaims(document: JsonDocument): Readonly<Record<TimeName, NumericDate | null>> {
  const read = (name: TimeName) => {
    const node = memberValue(document, 0, name)
    return node === null ? null : readNumericDate(document, node)
  }
  return { exp: read('exp'), nbf: read('nbf'), iat: read('iat') }
}

export type TimeState =
  /** Neither exp nor nbf: valid for ever. */
  | 'unlimited'
  | 'valid'
  | 'expired'
  | 'not-yet-valid'
  /** `nbf` is not before `exp`: there is no moment at which it is valid. */
  | 'never'
  /** A time claim is no number. */
  | 'unusable'

export interface TimeVerdict {
  readonly state: TimeState
  /** Claims that need a word: no numbers, not in seconds, iat ahead of the clock. */
  readonly odd: readonly OddTime[]
}

export interface OddTime {
  readonly name: TimeName
  readonly why: 'not-a-number' | Exclude<TimeUnit, 'seconds'> | 'in-future'
}

/**
 * Holds the time claims against a moment, in seconds since the epoch: a token is expired on and after `exp` and not yet
 * valid before `nbf`, each with a tolerance of `skew` seconds for clocks that differ.
 */
export function judgeTime(
  claims: Readonly<Record<TimeName, NumericDate | null>>,
  now: number,
  skew = 0,
): TimeVerdict {
  const odd: OddTime[] = []
  for (const name of ['exp', 'nbf', 'iat'] as const) {
    const date = claims[name]
    if (date === null) continue
    if (date.seconds === null || date.unit === null) odd.push({ name, why: 'not-a-number' })
    else if (date.unit !== 'seconds') odd.push({ name, why: date.unit })
    else if (name === 'iat' && date.seconds > now + skew) odd.push({ name, why: 'in-future' })
  }
  return { state: stateAt(claims, now, skew), odd }
}

function stateAt(
  { exp, nbf }: Readonly<Record<TimeName, NumericDate | null>>,
  now: number,
  skew: number,
): TimeState {
  if (exp?.seconds === null || nbf?.seconds === null) return 'unusable'
  if (exp !== null && nbf !== null && nbf.seconds >= exp.seconds) return 'never'
  if (exp !== null && now >= exp.seconds + skew) return 'expired'
  if (nbf !== null && now < nbf.seconds - skew) return 'not-yet-valid'
  return exp === null ? 'unlimited' : 'valid'
}
