import { Kind, type NodeId } from '../json/document.ts'
import { items } from '../json/read.ts'
import type { Members } from './profile/claims.ts'

/** How a library compares `aud`. */
export interface Audience {
  /** What it makes of values in an array that are no strings. */
  readonly otherValues: 'refused' | 'null skipped' | 'skipped'
  /** Whether a slash at the end makes no difference. */
  readonly ignoresLastSlash: boolean
}

/** Whether `aud` is, or has, the audience that is wanted, in a library’s eyes. */
export function hasAudience(
  wanted: string,
  claims: Members,
  node: NodeId,
  { otherValues, ignoresLastSlash }: Audience,
): boolean {
  const fits = (text: string) =>
    text === wanted || (ignoresLastSlash && withoutLastSlash(text) === withoutLastSlash(wanted))
  const text = claims.textAt(node)
  if (text !== null) return fits(text)
  if (claims.kind(node) !== Kind.array) return false
  const values = [...items(claims.document!, node)]
  const others = values.filter((value) => claims.textAt(value) === null)
  if (otherValues === 'refused' && others.length > 0) return false
  if (otherValues === 'null skipped' && others.some((value) => claims.kind(value) !== Kind.null)) return false
  return values.some((value) => {
    const one = claims.textAt(value)
    return one !== null && fits(one)
  })
}

function withoutLastSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text
}

/** Whether the value is what Python takes for no: null, false, zero, and whatever is empty. */
export function isFalsy(members: Members, node: NodeId): boolean {
  switch (members.kind(node)) {
    case Kind.object:
    case Kind.array:
      return !members.isFilled(node)
    case Kind.string:
      return members.textAt(node) === ''
    case Kind.number:
      return members.numberAt(node) === 0
    default:
      return members.kind(node) !== Kind.true
  }
}
