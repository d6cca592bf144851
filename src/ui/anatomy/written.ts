import { charCodeAt } from '../../core/decode/sourceMap.ts'
import { hexOf } from '../common/hexOf.ts'

/** The base64url character that stands at that place of the text, escaped or not. */
export function characterAt(text: string, at: number): string {
  return String.fromCharCode(charCodeAt(text, at))
}

/** Octets shown of a value; more of them teach nothing, and copying takes all. */
const MOST = 512
const LAST = 16

/** A value in hexadecimal, or as text where it is that, folded where it is long: the middle is counted, not shown. */
export function folded(octets: Uint8Array, asText: boolean): { head: string; left: number; tail: string } {
  const show = (from: number, to: number) => {
    const part = octets.subarray(from, to)
    return asText ? new TextDecoder().decode(part) : hexOf(part)
  }
  const { length } = octets
  if (length <= MOST) return { head: show(0, length), left: 0, tail: '' }
  return { head: show(0, MOST - LAST), left: length - MOST, tail: show(length - LAST, length) }
}
