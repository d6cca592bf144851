/** Where a text differs from an earlier one: the stretch that went, and the one that came in its place. */
export interface Difference {
  readonly at: number
  readonly gone: string
  readonly come: string
}

export function difference(before: string, after: string): Difference {
  const least = Math.min(before.length, after.length)
  let at = 0
  while (at < least && before[at] === after[at]) at++
  let end = 0
  while (end < least - at && before.at(-1 - end) === after.at(-1 - end)) end++
  return { at, gone: before.slice(at, before.length - end), come: after.slice(at, after.length - end) }
}
