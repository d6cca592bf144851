import type { Span } from './span.ts'

/** Characters that do not stand side by side in the text they are read from: lines were broken, some are escaped. */
export interface Reading {
  readonly text: string
  /** Where each character begins and ends in the text it is read from. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Where a span of the reading stands in the text it is read from. */
export function placeOf(reading: Reading, { from, to }: Span): Span {
  const { length } = reading.text
  const start = from < length ? reading.from[from]! : (reading.to[length - 1] ?? 0)
  return { from: start, to: to > from ? reading.to[Math.min(to, length) - 1]! : start }
}
