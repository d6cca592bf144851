import type { SignatureDiagnosis } from '../diagnosis.ts'

export interface Difference {
  readonly id: SignatureDiagnosis & ('signature-cut' | 'signature-character')
  /** The first character that differs, counted from 0; null where an end is missing. */
  readonly at: number | null
  readonly count: number
  readonly where?: 'start' | 'end'
  readonly how?: 'replaced' | 'missing' | 'extra' | 'several'
}

/** Fewer characters in common than this may be so by accident. */
const TELLING = 10

/** More differences than this are no slip. */
const MOST = 4

/** How a signature's text differs from the right one; null where they have nothing to do with each other, or are the same. */
export function compared(found: string, right: string): Difference | null {
  if (found === right || found.length > 2 * right.length) return null
  const head = common(found, right)
  const tail = common(reversed(found), reversed(right))
  const missing = right.length - found.length
  if (found.length >= TELLING && head === found.length)
    return { id: 'signature-cut', at: null, count: missing, where: 'end' }
  if (found.length >= TELLING && tail === found.length)
    return { id: 'signature-cut', at: null, count: missing, where: 'start' }
  if (Math.abs(missing) > MOST) return null
  const count = distance(found, right)
  if (count > MOST || right.length - count < TELLING) return null
  const how =
    count > 1 && count !== Math.abs(missing)
      ? 'several'
      : missing > 0
        ? 'missing'
        : missing < 0
          ? 'extra'
          : 'replaced'
  return { id: 'signature-character', at: head, count, how }
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

function common(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  return i
}

/** How many characters must be replaced, put in or taken out to make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
