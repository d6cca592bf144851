import { escapeAt, isBase64url, isWholeLength, runEnd } from './characters.ts'
import { beginsHeader, beginsKeyBinding, isHeader } from './start.ts'

/** What follows where a line ends inside of a token, or after it. */
export interface NextLine {
  readonly lineFrom: number
  /** After the indent. */
  readonly from: number
  /** Where the characters of a token end that stand there. */
  readonly to: number
  /** How many they are, none escaped. */
  readonly own: number
  /** The first, or a dot or `~`. */
  readonly first: string
  /** Something says that it goes on: a shell's or quoted-printable's own mark, or an operator between strings. */
  readonly marked: boolean
  /** It is a string behind another. */
  readonly isString: boolean
}

/** How wide a line is, in characters: with what stands before the token, and the token's own alone, none escaped. */
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
  /** Characters that its signature has at least; below 0 where it is encrypted. */
  readonly least: number
  readonly inDisclosures: boolean
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

/** What each line of a quotation or a comment begins with, if the first does that ends at `to`. */
export function linePrefix(text: string, lineFrom: number, to: number): string {
  if (lineFrom === to) return ''
  return /^[^\w-]*/.exec(text.slice(lineFrom, Math.min(to, lineFrom + INDENT)))![0].trim()
}

/** A mark that the line goes on, or padding and the other side of a box; then the break. */
const BREAK = /(?:[\\=]|[ \t]{1,120}(?:[|│][ \t]{0,120})?)?(?:\r?\n|\r)/y

/** Where the next line begins, if no more than a break stands at `at`; else 0. */
export function nextLineFrom(text: string, at: number): number {
  BREAK.lastIndex = at
  return BREAK.test(text) ? BREAK.lastIndex : 0
}

/** The line at `lineFrom` after the one that ends at `lineEnd`, if characters of a token begin it, perhaps behind a prefix. */
export function nextLine(text: string, lineEnd: number, lineFrom: number, prefix: string): NextLine | null {
  const marked = text[lineEnd] === '\\' || text[lineEnd] === '='
  let at = indentEnd(text, lineFrom)
  if (prefix !== '' && text.startsWith(prefix, at)) at = indentEnd(text, at + prefix.length)
  let to = runEnd(text, at)
  let own = to - at
  let escaped = escapeAt(text, to)
  while (escaped !== null && isBase64url(escaped.character.charCodeAt(0))) {
    to = runEnd(text, escaped.to)
    own += 1 + to - escaped.to
    escaped = escapeAt(text, to)
  }
  const first = (to > at ? undefined : escaped?.character) ?? text[at] ?? ''
  // A path or the end of a block of code can begin with a tilde, too.
  const isDisclosure = first === '~' && /^[\w\s"'`-]?$/.test(text[escaped?.to ?? at + 1] ?? '')
  return own > 0 || first === '.' || isDisclosure
    ? { lineFrom, from: at, to, own, first, marked, isString: false }
    : null
}

function indentEnd(text: string, from: number): number {
  let at = from
  while (at - from < INDENT && (text[at] === ' ' || text[at] === '\t')) at++
  return at
}

/** The end of a string, and another of its kind: side by side as in C and Python, or with an operator between them. */
const STRINGS = /(["'`])([\s+.&\\_`]{1,200})[a-z@$]{0,2}\1(?=[\w.~-])/iy

/** The string that goes on where another is closed at `quote`, if characters of a token begin it. */
export function nextString(text: string, quote: number): NextLine | null {
  STRINGS.lastIndex = quote
  const match = STRINGS.exec(text)
  if (match === null) return null
  const from = STRINGS.lastIndex
  const marked = match[2]!.trim() !== ''
  const to = runEnd(text, from)
  return { lineFrom: from, from, to, own: to - from, first: text[from]!, marked, isString: true }
}

/** `["` or `[` and white space: how a Disclosure begins. */
const BEGINNING = /^W(?:w|y[A-DI-L])/
/** How a signature looks, unlike a name or a word, however long. */
const MIXED = /^(?!--)(?=.*\d)(?=.*[A-Z])(?=.*[a-z]).{20}/

/**
 * Whether the line is the rest of a token that a terminal, an editor or a mail program broke: nothing else can complete
 * it, or the lengths say so, lines of one width or a signature of a length that exists.
 */
export function isRest(text: string, next: NextLine, known: AtLineEnd): boolean {
  const { from, to, own } = next
  const { line, before, segment, least, inDisclosures } = known
  // What looks like an operator behind a whole token can be a full stop.
  if (next.marked && !(next.isString && isWholeLength(segment, least))) return true
  const whole = to - next.lineFrom
  const alike = inCommon(before, line)
  const isFull = own === alike.own || whole === alike.whole
  if (next.first === '~') return inDisclosures || (known.mayEnd && least >= 0)
  if (inDisclosures && segment === 0) {
    return beginsKeyBinding(text, from) || (before !== null && isFull) || BEGINNING.test(text.slice(from, to))
  }
  // Only a payload begins like a header, and by chance a line in its midst.
  if (known.mayEnd ? beginsHeader(text, from) : segment > 0 && isHeader(text, from, to)) return false
  const even = before === null ? isFull : own <= alike.own || whole <= alike.whole
  if (!known.mayEnd) return even || endsPlainly(text, to, segment === 0)
  const together = isWholeLength(segment + own, least)
  if (isWholeLength(segment, least)) return even && (isFull || together)
  if (together || even) return true
  if (text[to] === '~') return true
  return segment === 0 && MIXED.test(text.slice(from, Math.min(to, from + 64)))
}

/** Whether nothing but the token stands on a line, so that it is no line of words. */
function endsPlainly(text: string, at: number, afterDot: boolean): boolean {
  if (at >= text.length || '\r\n.\\"\'`~%&;,)<'.includes(text[at]!)) return true
  return afterDot && !isBase64url(text.charCodeAt(at + 1))
}
