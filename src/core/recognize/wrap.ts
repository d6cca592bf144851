import { isBase64url, isSignatureLength, runEnd } from './characters.ts'
import { beginsHeader } from './start.ts'

/** What follows where a line ends inside of a token, or after it. */
export interface NextLine {
  readonly lineFrom: number
  /** After the indent. */
  readonly from: number
  /** Where the characters of a token end that stand there. */
  readonly to: number
  /** A shell's or quoted-printable's own mark says that the line goes on. */
  readonly marked: boolean
}

/** What is known of the token so far. */
export interface AtLineEnd {
  /** Characters of the line that ends. */
  readonly width: number
  /** Those of the lines that were broken before; -1 where they are not alike, null where there was none. */
  readonly before: number | null
  /** Whether a whole token may end here: it has all its dots. */
  readonly mayEnd: boolean
  /** Characters since its last dot. */
  readonly segment: number
}

/** Deepest indent of a continued line. */
const INDENT = 120
const DOT = 0x2e
const TILDE = 0x7e

/** The line after the break at `lineEnd`, if characters of a token begin it. */
export function nextLine(text: string, lineEnd: number): NextLine | null {
  let at = lineEnd
  const marked = text[at] === '\\' || text[at] === '='
  if (marked) at++
  if (text[at] === '\r') at++
  if (text[at] === '\n') at++
  else if (text[at - 1] !== '\r') return null
  const lineFrom = at
  while (at - lineFrom < INDENT && (text[at] === ' ' || text[at] === '\t')) at++
  const to = runEnd(text, at)
  const first = text.charCodeAt(at)
  return to > at || first === DOT || first === TILDE ? { lineFrom, from: at, to, marked } : null
}

/**
 * Whether the line is the rest of a token that a terminal, an editor or a mail program broke: nothing else can complete
 * it, or the lengths say so, lines of one width or a signature of a length that exists.
 */
export function isRest(text: string, { from, to, marked }: NextLine, known: AtLineEnd): boolean {
  if (marked) return true
  if (known.segment > 0 && beginsHeader(text, from)) return false
  const { width, before, segment } = known
  const count = to - from
  const even = before === null ? count === width : before === width && count <= width
  if (!known.mayEnd) return even || endsPlainly(text, to, segment === 0)
  if (isSignatureLength(segment)) return false
  if (isSignatureLength(segment + count) || even) return true
  if (text.charCodeAt(from) === TILDE || text.charCodeAt(to) === TILDE) return true
  return segment === 0 && count >= 20
}

/** Whether nothing but the token stands on a line, so that it is no line of words. */
function endsPlainly(text: string, at: number, afterDot: boolean): boolean {
  if (at >= text.length || '\r\n.\\"\'`~%&;,)<'.includes(text[at]!)) return true
  return afterDot && !isBase64url(text.charCodeAt(at + 1))
}
