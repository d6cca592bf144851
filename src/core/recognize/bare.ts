import type { Span } from '../text/span.ts'
import { isBase64url, isWholeLength, runEnd } from './characters.ts'
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
  '«': '»',
  '„': '“',
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
/** What stands right after a whole token in the text around it; anything else was put into the token. */
const BESIDE = /^(?:["'`’”<>)}\],;:|\\]|[&?#][\w.-]{1,60}=|&(?:amp|[lg]t|nbsp|quot|apos);)/
/** The longest text that is shown as a token although nothing in it begins one. */
const LONGEST = 100_000

/**
 * Whether a text in which these stretches read as tokens is one damaged token rather than a text with some in it: what else
 * stands there looks like a part of it that a fault cut off. Such a text is shown whole, each fault in its place.
 */
export function isDamaged(text: string, { from, to }: Span, found: readonly Stretch[]): boolean {
  const dots = dotsIn(text, from, to)
  const [only, another] = found
  if (dots < 5 && found.length > 0 && found.every(isPartial)) {
    const whole = text.slice(from, to)
    if (/^[\w.\-\s]*$/.test(whole) ? dots % 2 === 0 : !/[\s"'<>{}()[\]&#=:]/.test(whole)) return true
  }
  if (another !== undefined) return false
  if (only === undefined) return (dots > 0 && dots < 5) || to - from <= LONGEST
  const { span } = only
  if (only.reading?.escaped || only.cut !== null || dots > 4) return false
  if (span.from > from) return beginsWithDamage(text, from, to, only)
  const rest = text.slice(span.to, to)
  if (rest === '') return false
  if (!SPACE.test(rest)) return only.parts < 3 ? rest.includes('.') || !AROUND.test(rest) : !BESIDE.test(rest)
  if (AROUND.test(rest)) return false
  // White space in a token: all else is of the token's own characters, in few pieces.
  for (let at = span.to; at < to; at++) {
    const code = text.charCodeAt(at)
    if (!isBase64url(code) && code !== 0x2e && code > 0x20) return false
  }
  return only.parts < 3 || isSignatureBroken(text, span, to)
}

/** A token that lacks parts, whether or not it says so itself. */
function isPartial({ parts, cut, reading }: Stretch): boolean {
  return parts < 3 && cut === null && reading?.escaped !== true
}

/** Most characters before a token that came there by mistake: not yet words. */
const STRAY = 3

/** Whether what stands before is the damaged header of the same token, whose payload begins like a header, or a few stray characters. */
function beginsWithDamage(text: string, from: number, to: number, { span, parts }: Stretch): boolean {
  const before = text.slice(from, span.from)
  if (before.indexOf('.') === before.length - 1 && parts < 3) return !/["'<>{}()[\]&#=:]/.test(before)
  // What stands on both sides is emphasis or a quotation; a letter of a script without capitals is of a word.
  const isStray =
    before.length <= STRAY && before.at(-1) !== text[span.to] && !/[\s"'<>{}()[\]=/:\\\p{Lo}]/u.test(before)
  return isStray && !AROUND.test(text.slice(span.to, to)) && !SPACE.test(text.slice(span.to, to))
}

/** Whether the last part of the token has the length of a signature only together with what follows after white space. */
function isSignatureBroken(text: string, span: Span, to: number): boolean {
  const dot = text.lastIndexOf('.', span.to - 1)
  let rest = 0
  for (let at = span.to; at < to; at++) if (isBase64url(text.charCodeAt(at))) rest++
  const own = span.to - dot - 1
  return !isWholeLength(own) && isWholeLength(own + rest)
}

function dotsIn(text: string, from: number, to: number): number {
  let dots = 0
  for (let at = text.indexOf('.', from); at >= 0 && at < to && dots < 5; at = text.indexOf('.', at + 1))
    dots++
  return dots
}
