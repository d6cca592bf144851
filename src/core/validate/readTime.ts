import { Kind, type NodeId } from '../json/document.ts'
import type { Members } from './profile/claims.ts'

/** What a library makes of a time claim’s value: seconds since the epoch, or null where it takes it for no time. */
export type ReadTime = (claims: Members, node: NodeId) => number | null

/** Numbers alone, parts of a second included. */
export const exact: ReadTime = (claims, node) => claims.numberAt(node)

/** Numbers alone; parts of a second are dropped. */
export const whole: ReadTime = (claims, node) => {
  const seconds = claims.numberAt(node)
  return seconds === null || !Number.isFinite(seconds) ? null : Math.trunc(seconds)
}

/** As Python’s `int` reads it: numbers, whole numbers in a string, true and false. */
export const asPython: ReadTime = (claims, node) => {
  const text = claims.textAt(node)?.trim() ?? null
  if (text !== null) return /^[+-]?\d+(?:_\d+)*$/.test(text) ? Number(text.replaceAll('_', '')) : null
  const kind = claims.kind(node)
  if (kind === Kind.true || kind === Kind.false) return kind === Kind.true ? 1 : 0
  return whole(claims, node)
}

/** As IdentityModel reads it: a number, in a string or not, to the nearest second. */
export const rounded: ReadTime = (claims, node) => {
  const text = claims.textAt(node)?.trim() ?? null
  const isNumber = text !== null && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)
  const seconds = text === null ? claims.numberAt(node) : isNumber ? Number(text) : null
  return seconds === null || Math.abs(seconds) > 2 ** 63 ? null : Math.round(seconds)
}
