import { isSpace } from './base64.ts'

/** A text with spaces in the place of what is no part of it: as many characters as before, so that offsets stay. */
type Blanked = string

const blank = (run: string) => ' '.repeat(run.length)

/** What mail programs put before the lines of a quotation, and scripts before those of a comment. */
const quoted = /(?:^|[\r\n])[ \t]*[>#*|]+/g

/** The number of the line before BEGIN, as editors and `cat -n` write it. */
const lineNumber = /^\s*\d{1,6}(?:[:.|)]\s?|\s+)$/
const lineNumbers = /(?:^|[\r\n])[ \t]*\d{1,6}(?:[:.|)][ \t]?|[ \t]+)/g

/** Without what stands before each line of a body as it stands before the line of its BEGIN, which is `before`. */
export function withoutMargin(body: string, before: string): Blanked {
  if (lineNumber.test(before)) return body.replace(lineNumbers, blank)
  const margin = before.trim()
  const [rest = '', ...lines] = body.split(/(?<=[\r\n])/)
  const all = lines.every((line) => line.trim() === '' || line.trimStart().startsWith(margin))
  return margin === '' || QUOTE.test(margin) || !all
    ? body.replace(quoted, blank)
    : rest + lines.map((line) => line.replace(margin, blank)).join('')
}

const QUOTE = /["'`]/
/** What programs put between the strings of one text: signs that join them, names of the line break, marks of the kind of string. */
const between =
  /^[\s\\+,.&_]*(?:(?:PHP_EOL|vb[a-z]+|(?:System|Environment)\.[a-z]+)[\s().+&_]*)?(?:[bu]?r?|[$@L])$/i
/** How PowerShell writes line breaks. */
const grave = /`[nrt]/g

/**
 * The lines of a body that stands in the source of a program, in one string or put together of several, or in JSON; and
 * whether line breaks were written out.
 */
export function unwrapped(body: string): { readonly plain: Blanked; readonly escaped: boolean } {
  if (!/[\\"'`]/.test(body)) return { plain: body, escaped: false }
  if (/^`[nr]/.test(body)) return { plain: body.replace(grave, blank), escaped: true }
  const pieces = body.split(QUOTE)
  // The body begins within the string that BEGIN stands in.
  const isJoined = pieces.length > 1 && pieces.every((piece, i) => i % 2 === 0 || between.test(piece))
  const strings = isJoined ? pieces.map((piece, i) => (i % 2 === 0 ? piece : blank(piece))).join(' ') : body
  return withoutWritten(strings)
}

/** Puts spaces in the place of escapes (`\n`, `\/` for `/`), of quotes, and of signs that follow those. */
function withoutWritten(text: string): { readonly plain: Blanked; readonly escaped: boolean } {
  const characters = [...Array(text.length).keys()].map((i) => text[i]!)
  let escaped = false
  let afterQuote = false
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    const quote = QUOTE.test(character)
    if (character === '\\') {
      const next = characters[i + 1] ?? ''
      if (next === 'n' || next === 'r' || next === 't') {
        characters[i + 1] = ' '
        escaped = true
      } else if (!/[\\/"'`\r\n ]/.test(next)) continue
      characters[i] = ' '
    } else if (quote || (afterQuote && (character === '+' || character === ',' || character === '.'))) {
      characters[i] = ' '
      afterQuote = quote
    } else if (!isSpace(character.charCodeAt(0))) afterQuote = false
  }
  return { plain: characters.join(''), escaped }
}
