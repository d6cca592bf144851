/**
 * Where a lexeme ends (RFC 8259 sections 3, 6 and 7). Each function takes the offset at which the lexeme
 * begins and answers with the offset past it, or with a negative number where the text breaks the grammar.
 */

export const quote = 0x22
const backslash = 0x5c

/**
 * The UTF-16 code unit at an offset, -1 past the end. (charCodeAt itself gives NaN there, which V8 runs
 * slowly.)
 */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1
}

/**
 * The offset of the first character from `at` on that is not white space (space, tab, line feed, carriage
 * return).
 */
export function skipSpace(text: string, at: number): number {
  let code = codeAt(text, at)
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = codeAt(text, ++at)
  return at
}

/**
 * Past the closing quote of the string that opens at `from`; otherwise `~offset` of the control character or
 * backslash at fault, or of the end of the text if that comes first.
 */
export function stringEnd(text: string, from: number): number {
  const { length } = text
  for (let at = from + 1; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code < 0x20) return ~at
    if (code === backslash) {
      const to = escapeEnd(text, at)
      if (to < 0) return to
      at = to - 1
    }
  }
  return ~length
}

/**
 * Past the escape whose backslash is at `from`; otherwise `~from`, or `~length` where the text ends within
 * it.
 */
function escapeEnd(text: string, from: number): number {
  switch (codeAt(text, from + 1)) {
    case -1:
      return ~text.length
    case 0x75: // u
      for (let at = from + 2; at < from + 6; at++) {
        if (at >= text.length) return ~at
        if (!isHexDigit(text.charCodeAt(at))) return ~from
      }
      return from + 6
    case quote:
    case backslash:
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return from + 2
    default:
      return ~from
  }
}

/**
 * Past the number that begins at `at`, or -1. A number that runs on into a word or another number is none.
 */
export function numberEnd(text: string, at: number): number {
  if (codeAt(text, at) === 0x2d) at++
  const integer = at
  at = skipDigits(text, at)
  if (at === integer || (at > integer + 1 && text.charCodeAt(integer) === 0x30)) return -1
  let code = codeAt(text, at)
  if (code === 0x2e) {
    const fraction = at + 1
    at = skipDigits(text, fraction)
    if (at === fraction) return -1
    code = codeAt(text, at)
  }
  if (code === 0x65 || code === 0x45) {
    const sign = codeAt(text, at + 1)
    const exponent = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1
    at = skipDigits(text, exponent)
    if (at === exponent) return -1
    code = codeAt(text, at)
  }
  return code === 0x2b || code === 0x2d || code === 0x2e || isWordCharacter(code) ? -1 : at
}

/** Past `word` (true, false or null), if it stands at `at` as a word of its own; otherwise -1. */
export function literalEnd(text: string, at: number, word: string): number {
  const to = at + word.length
  return text.startsWith(word, at) && !isWordCharacter(codeAt(text, to)) ? to : -1
}

function skipDigits(text: string, at: number): number {
  while (isDigit(codeAt(text, at))) at++
  return at
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66)
}

/** A letter, digit, `_` or `$` of ASCII. */
function isWordCharacter(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f || code === 0x24
}
