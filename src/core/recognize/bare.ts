import type { Span } from '../text/span.ts'
import { isBase64url, isSignatureLength, runEnd } from './characters.ts'
import { beginsHeader } from './start.ts'
import type { Stretch } from './stretch.ts'

/** A text that is one token as a whole, sound or not. */
export interface Alone {
  readonly form: 'bare' | 'quoted' | 'authorization'
  readonly span: Span
}

const SPACE = /\s/
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
  '<': '>',
}

/** At most this many characters may stand before the token: the header's name, a colon, the scheme. */
const PREFIX = /^\s{0,16}(?:(?:proxy-)?authorization\s{0,8}:\s{0,8})?(?:bearer|dpop|jwt|token)\s{1,8}/i

/** What the text is without white space, quotes and the scheme of an Authorization header around it; null where nothing is left. */
export function unwrap(text: string): Alone | null {
  const prefix = PREFIX.exec(text.slice(0, 80))?.[0].length ?? 0
  const to = text.trimEnd().length
  const from = text.length - text.slice(prefix).trimStart().length
  if (from >= to) return null
  const close = CLOSING[text[from]!]
  // A comma or semicolon after the quote is of the source code that it was copied from.
  const last = ',;'.includes(text[to - 1]!) ? to - 1 : to
  const isQuoted = close !== undefined && last - from > 2 && text[last - 1] === close
  const span = isQuoted ? { from: from + 1, to: last - 1 } : { from, to }
  return { form: prefix > 0 ? 'authorization' : isQuoted ? 'quoted' : 'bare', span }
}

/** Whether nothing but base64url and dots stands there, no more of them than a JWE has: one token, whatever is wrong with it. */
export function isPlain(text: string, { from, to }: Span): boolean {
  let dots = 0
  for (let at = runEnd(text, from); at < to; at = runEnd(text, at + 1)) {
    if (text.charCodeAt(at) !== 0x2e || ++dots > 4) return false
  }
  return dots > 0 && !(dots > 2 && text.slice(from, to).includes('...'))
}

/** What cannot be damage in a token, for it belongs to the text around one. */
const AROUND = /["'<>{}()[\]&?#;,|:\\`]/
/** The longest text that is shown as a token although nothing in it begins one. */
const LONGEST = 100_000

/**
 * Whether a text in which these stretches read as tokens is one damaged token rather than a text with some in it: what else
 * stands there looks like a part of it that a fault cut off. Such a text is shown whole, each fault in its place.
 */
export function isDamaged(text: string, { from, to }: Span, found: readonly Stretch[]): boolean {
  const [only, another] = found
  if (another !== undefined) return false
  const dots = dotsIn(text, from, to)
  if (only === undefined) return (dots > 0 && dots < 5) || to - from <= LONGEST
  const { span } = only
  if (only.reading?.escaped || only.cut !== null || dots > 4) return false
  if (span.from > from)
    return (
      !SPACE.test(text.slice(from, span.from)) &&
      !AROUND.test(text.slice(from, to)) &&
      beginsWithDamage(text, from, span.from)
    )
  const rest = text.slice(span.to, to)
  if (rest === '' || AROUND.test(rest)) return false
  if (!SPACE.test(rest)) return true
  // White space in a token: all else is of the token's own characters, in few pieces.
  for (let at = span.to; at < to; at++) {
    const code = text.charCodeAt(at)
    if (!isBase64url(code) && code !== 0x2e && code > 0x20) return false
  }
  return only.parts < 3 || isSignatureBroken(text, span, to)
}

/** Whether characters stand before the first token that a person would not have written there: no words. */
function beginsWithDamage(text: string, from: number, to: number): boolean {
  return to - from < 4 && !beginsHeader(text, from) && !/[=/]$/.test(text.slice(from, to))
}

/** Whether the last part of the token has the length of a signature only together with what follows after white space. */
function isSignatureBroken(text: string, span: Span, to: number): boolean {
  const dot = text.lastIndexOf('.', span.to - 1)
  let rest = 0
  for (let at = span.to; at < to; at++) if (isBase64url(text.charCodeAt(at))) rest++
  const own = span.to - dot - 1
  return !isSignatureLength(own) && isSignatureLength(own + rest)
}

function dotsIn(text: string, from: number, to: number): number {
  let dots = 0
  for (let at = text.indexOf('.', from); at >= 0 && at < to && dots < 5; at = text.indexOf('.', at + 1))
    dots++
  return dots
}
