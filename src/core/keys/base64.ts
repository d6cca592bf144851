import { sextetOf } from '../text/base64url.ts'
import type { Fault, Result } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { EncodingFault } from './fault.ts'

export interface Base64Reading {
  readonly octets: Uint8Array<ArrayBuffer>
  /** White-space characters that were left out. */
  readonly spaces: number
  /** True where bits of the last character that belong to no octet are set. */
  readonly spareBits: boolean
  /** The span of the text that holds the octets. */
  charactersOf(octets: Span): Span
}

/**
 * Reads the base64 at `span` (RFC 4648 section 4, or 5 for base64url), leaving white space out. Padding may be absent,
 * as people cut it off, but not wrong. Unlike the segments of a token, which are strict, a pasted key is taken as people
 * have it: broken into lines, and in either alphabet only if they say so.
 */
export function readBase64(
  text: string,
  span: Span,
  alphabet: 'base64' | 'base64url',
): Result<Base64Reading, Fault<EncodingFault>> {
  const carriers = new Int32Array(span.to - span.from)
  let count = 0
  let spaces = 0
  let padding = 0
  let paddingAt = span.to
  for (let i = span.from; i < span.to; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x3d) {
      if (padding++ === 0) paddingAt = i
    } else if (isSpace(code)) {
      spaces++
    } else if (sextetOf(code) >= 64 || !inAlphabet(code, alphabet)) {
      return fail('key-base64-character', ...characterAt(text, i, { alphabet }))
    } else if (padding > 0) {
      const at = { from: paddingAt, to: paddingAt + 1 }
      return fail('key-base64-padding', at, { expected: 0, found: padding })
    } else {
      carriers[count++] = i
    }
  }
  if (count % 4 === 1) return fail('key-base64-length', span, { length: count })
  const expected = -count & 3
  if (padding > 0 && padding !== expected) {
    return fail('key-base64-padding', { from: paddingAt, to: span.to }, { expected, found: padding })
  }
  return ok({
    octets: octetsOf(text, carriers, count),
    spaces,
    spareBits: hasSpareBits(text, carriers, count),
    charactersOf({ from, to }) {
      const place = (k: number) => (k < count ? carriers[k]! : paddingAt)
      const first = place(Math.floor((from * 8) / 6))
      return { from: first, to: to > from ? place(Math.ceil((to * 8) / 6) - 1) + 1 : first }
    },
  })
}

/** The span of the character at `at`, and values that name it. */
export function characterAt(text: string, at: number, more: Fault['values'] = {}): [Span, Fault['values']] {
  const codePoint = text.codePointAt(at)!
  const character = String.fromCodePoint(codePoint)
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0')
  return [
    { from: at, to: at + character.length },
    { character, codePoint: `U+${hex}`, ...more },
  ]
}

/** White space beyond ASCII as it comes with a paste, and what is not seen: where editors break lines, marks of direction. */
const unseen = /[\s\x85\xad\u200b-\u200f\u2060]/

/** White space as it comes with a paste: ASCII's, and what pages and editors have for it. */
export function isSpace(code: number): boolean {
  return code < 0x80
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : unseen.test(String.fromCharCode(code))
}

/**
 * Puts spaces in the place of line breaks that strings write out (`\n`, `\\n`), and of other backslashes. As many
 * characters as before, so that offsets stay.
 */
export function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\+[nrt]?/g, (run) => ' '.repeat(run.length)) : text
}

/** A character in JSON (`\\u002b`), in HTML or XML (`&#43;`, `&#x2F;`), or in a URL (`%2B`), and the tags of HTML. */
const spelled =
  /\\{1,8}u00([2-7][0-9a-f]|0[ad])|&#(\d{2,3});|&#x([0-9a-f]{1,2});|%([2-7][0-9a-f]|0[ad])|<\/?[a-z][^<>]{0,99}>/gi

/**
 * Puts characters in the place of what spells them out, and a space in the place of one that parts words or lines: as many
 * characters as before, so that offsets stay.
 */
export function spelledOut(text: string): string {
  if (!/[\\&%<]/.test(text)) return text
  return text.replaceAll(spelled, (run, json, decimal, hex, url) => {
    const code = decimal === undefined ? Number.parseInt(json ?? hex ?? url, 16) : Number(decimal)
    // Not a number for a tag.
    return (code > 0x20 && code < 0x7f ? String.fromCharCode(code) : ' ').padStart(run.length)
  })
}

function inAlphabet(code: number, alphabet: 'base64' | 'base64url'): boolean {
  const standard = code === 0x2b || code === 0x2f
  const urlSafe = code === 0x2d || code === 0x5f
  return alphabet === 'base64' ? !urlSafe : !standard
}

function octetsOf(text: string, carriers: Int32Array, count: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array((count * 3) >> 2)
  let bits = 0
  let at = 0
  for (let k = 0; k < count; k++) {
    bits = (bits << 6) | sextetOf(text.charCodeAt(carriers[k]!))
    if ((k & 3) !== 0) octets[at++] = bits >> (6 - 2 * (k & 3))
  }
  return octets
}

function hasSpareBits(text: string, carriers: Int32Array, count: number): boolean {
  const mask = [0, 0, 0x0f, 0x03][count % 4]!
  return mask !== 0 && (sextetOf(text.charCodeAt(carriers[count - 1]!)) & mask) !== 0
}
