/** What a character can be in a token: one table for all that looks for tokens. */

const run = new Uint8Array(128)
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') run[c.charCodeAt(0)] = 1

/** Whether the character belongs to base64url (RFC 4648 section 5), of which every part of a token consists. */
export function isBase64url(code: number): boolean {
  return code < 128 && run[code] === 1
}

/** Whether it belongs to base64url or to the standard alphabet. */
export function isOfEither(code: number): boolean {
  return isBase64url(code) || code === 0x2b || code === 0x2f
}

const RUN = /[\w-]*/y
/** From so many characters on, the regular expression is faster than the loop: four times, in the end. */
const SHORT = 24

/** The offset of the first character from `at` on that is not base64url; the text's length where there is none. */
export function runEnd(text: string, at: number): number {
  let i = at
  const soon = Math.min(text.length, at + SHORT)
  while (i < soon && isBase64url(text.charCodeAt(i))) i++
  if (i < soon || i === text.length) return i
  RUN.lastIndex = i
  RUN.test(text)
  return Math.max(i, RUN.lastIndex)
}

export interface Escape {
  readonly character: string
  /** Offset after the escape. */
  readonly to: number
}

const ESCAPE = /(?:%(?:25)?|\\u00|\\x)([2-7][\da-f])|&#(?:x([2-7][\da-f])|(\d{2,3}));|\\{1,2}([-.~_])/iy

/**
 * A character of a token that stands at `at` percent-encoded (once or twice, RFC 3986), escaped as in JSON (RFC 8259),
 * source code or Markdown, or as a numeric reference of HTML.
 */
export function escapeAt(text: string, at: number): Escape | null {
  const mark = text.charCodeAt(at)
  if (mark !== 0x25 && mark !== 0x26 && mark !== 0x5c) return null
  ESCAPE.lastIndex = at
  const match = ESCAPE.exec(text)
  if (match === null) return null
  const [, hex, reference, decimal, itself] = match
  const code = itself?.charCodeAt(0) ?? Number(decimal ?? `0x${hex ?? reference}`)
  const character = String.fromCharCode(code)
  return isBase64url(code) || '.~='.includes(character) ? { character, to: ESCAPE.lastIndex } : null
}

const lengthsOf = (...octets: number[]) => new Set(octets.map((count) => Math.ceil((count * 4) / 3)))

/** Characters of the signatures of registered algorithms, RSA of the usual sizes. */
const signatures = lengthsOf(32, 48, 64, 96, 114, 128, 132, 256, 384, 512, 1024, 2420, 3309, 4627)
/** Characters of the authentication tags of RFC 7518 section 5. */
const tags = lengthsOf(16, 24, 32)

/**
 * Whether a signature of `least` characters at least can be whole with so many, or, where that is below 0, the tag of an
 * encrypted token.
 */
export function isWholeLength(characters: number, least = 0): boolean {
  return least < 0 ? tags.has(characters) : characters >= least && signatures.has(characters)
}
