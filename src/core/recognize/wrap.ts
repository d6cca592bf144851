import { isBase64url, isWholeLength, runEnd } from './characters.ts'
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

/** How wide a line is, in characters: with what stands before the token, and the token's own alone. */
export interface Width {
  readonly whole: number
  readonly own: number
}

/** What is known of the token so far. */
export interface AtLineEnd {
  /** The line that ends. */
  readonly line: Width
  /** What the lines have in common that were broken before, -1 where nothing; null where there was none. */
  readonly before: Width | null
  /** Whether a whole token may end here: it has all its dots. */
  readonly mayEnd: boolean
  readonly encrypted: boolean
  /** Characters since its last dot. */
  readonly segment: number
}

/** In which way lines are alike: a terminal breaks at a column, a person indents what was broken before. */
export function inCommon(before: Width | null, line: Width): Width {
  if (before === null) return line
  return {
    whole: before.whole === line.whole ? line.whole : -1,
    own: before.own === line.own ? line.own : -1,
  }
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
export function isRest(text: string, { lineFrom, from, to, marked }: NextLine, known: AtLineEnd): boolean {
  if (marked) return true
  // Only a payload begins like a header.
  if ((known.segment > 0 || known.mayEnd) && beginsHeader(text, from)) return false
  const { line, before, segment, encrypted } = known
  const own = to - from
  const whole = to - lineFrom
  const alike = inCommon(before, line)
  const isFull = own === line.own || whole === line.whole
  const even = before === null ? isFull : own <= alike.own || whole <= alike.whole
  if (!known.mayEnd) return even || endsPlainly(text, to, segment === 0)
  const together = isWholeLength(segment + own, encrypted)
  if (isWholeLength(segment, encrypted)) return even && (isFull || together)
  if (together || even) return true
  if (text.charCodeAt(from) === TILDE || text.charCodeAt(to) === TILDE) return true
  return segment === 0 && own >= 20
}

/** Whether nothing but the token stands on a line, so that it is no line of words. */
function endsPlainly(text: string, at: number, afterDot: boolean): boolean {
  if (at >= text.length || '\r\n.\\"\'`~%&;,)<'.includes(text[at]!)) return true
  return afterDot && !isBase64url(text.charCodeAt(at + 1))
}
