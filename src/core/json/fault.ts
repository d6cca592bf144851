import { type Fault, fault } from '../text/result.ts'
import { isHexDigit, stringEnd } from './lexemes.ts'

/** Why a text is no JSON text. See {@link explain} for the values that come with each. */
export type JsonFault =
  /** Nothing, or nothing but white space. */
  | 'json-empty'
  /** The text ends too early. */
  | 'json-unexpected-end'
  | 'json-unexpected-character'
  /** A complete JSON text, and then something more. */
  | 'json-trailing-content'
  /** A comma before a closing bracket; `span` is the comma. */
  | 'json-trailing-comma'
  | 'json-unquoted-key'
  | 'json-single-quotes'
  /** Typographic quotes, as word processors and chat programs put in. */
  | 'json-curly-quotes'
  /** A bare word; `expected` is the literal it was meant for, as null for Python's None, if that is known. */
  | 'json-literal'
  /** `reason` is a {@link NumberReason}. */
  | 'json-bad-number'
  | 'json-bad-escape'
  /** A character below U+0020 that stands in a string unescaped. */
  | 'json-control-character'
  /** U+FEFF before the text (RFC 8259 section 8.1). */
  | 'json-byte-order-mark'

/** What could have stood at the place of a fault. */
export type JsonExpected =
  | 'value'
  | 'value or ]'
  | 'name'
  | 'name or }'
  | ':'
  | ', or ]'
  | ', or }'
  | ']'
  | '}'
  | 'end of input'
  /** The string's closing quote. */
  | '"'
  /** One of the escapes of RFC 8259 section 7. */
  | 'escape'
  | 'digit'
  | 'number'
  | 'true'
  | 'false'
  | 'null'

export type NumberReason =
  | 'leading-zero'
  | 'leading-plus'
  | 'bare-minus'
  | 'no-integer'
  | 'no-fraction'
  | 'no-exponent'
  | 'not-finite'
  /** Anything but decimal digits: 0x1F, 1_000, 12px. */
  | 'not-decimal'

/** What the grammar asks for at the point where scanning stopped. */
export type Due = 'value' | 'name' | 'colon' | 'comma' | 'end'

/** A run of text shown in a fault is cut to this many UTF-16 code units. */
const foundLimit = 40

/**
 * Says what is wrong at offset `at`, where a token that is `due` does not stand. Everything before
 * `span.from` could begin a JSON text. `open` is the offset of the innermost open bracket, null outside of
 * all.
 *
 * The fault's values: `found`, the character, escape or word that stands there ('end of input' at the end);
 * `codePoint`, as U+000A, of a found character; `expected`, a {@link JsonExpected}; `line` and `column` of
 * `span.from`, from 1, columns in UTF-16 code units; `open`, the offset of the bracket (or quote) that is
 * still open, if there is one.
 */
export function explain(text: string, at: number, due: Due, open: number | null): Fault<JsonFault> {
  const before = text.slice(0, at).trimEnd().at(-1)
  const bracket = open === null ? '' : text[open]!
  const expected = expectation(due, before, bracket)
  const report = (code: JsonFault, to: number, more: Fault['values'] = {}, from = at): Fault<JsonFault> => {
    const found = from === text.length ? 'end of input' : text.slice(from, Math.min(to, from + foundLimit))
    const values = {
      found,
      expected,
      ...lineAndColumn(text, from),
      ...(open === null ? {} : { open }),
      ...more,
    }
    return fault(code, { from, to }, values)
  }
  const character = (code: JsonFault, more: Fault['values'] = {}, from = at): Fault<JsonFault> => {
    const codePoint = text.codePointAt(from)!
    const hex = codePoint.toString(16).toUpperCase().padStart(4, '0')
    return report(code, from + (codePoint > 0xffff ? 2 : 1), { codePoint: `U+${hex}`, ...more }, from)
  }

  if (at === text.length) {
    return before === undefined
      ? report('json-empty', at, { found: 'end of input' }, 0)
      : report('json-unexpected-end', at)
  }
  const first = text[at]!
  if (due === 'end') return report('json-trailing-content', text.length)
  if (due === 'colon' || due === 'comma') return character('json-unexpected-character')

  if (first === '"') {
    const stop = ~stringEnd(text, at)
    if (stop === text.length) return report('json-unexpected-end', stop, { expected: '"', open: at }, stop)
    if (text[stop] !== '\\') return character('json-control-character', { expected: 'escape' }, stop)
    return report('json-bad-escape', badEscapeEnd(text, stop), { expected: 'escape' }, stop)
  }
  if (first === '\uFEFF' && at === 0) return character('json-byte-order-mark')
  if (first === "'") return character('json-single-quotes')
  if ('‘’“”„‟«»'.includes(first)) return character('json-curly-quotes')
  if (before === ',' && first === (bracket === '{' ? '}' : ']')) {
    const comma = text.lastIndexOf(',', at)
    return report('json-trailing-comma', comma + 1, { expected: first }, comma)
  }

  const word = runAt(text, at, /[\p{L}\p{M}\p{N}_$]+/uy)
  if (due === 'name') {
    return word === ''
      ? character('json-unexpected-character')
      : report('json-unquoted-key', at + word.length)
  }
  const number = runAt(text, at, /[\w$.+-]+/y)
  if (/^[-+]?(?:\d|\.\d|nan\b|inf(?:inity)?\b)|^[-+]$/i.test(number) || first === '-') {
    const to = at + number.length
    if (to === text.length && truncatedNumber.test(number)) {
      return report('json-unexpected-end', to, { expected: 'digit' }, to)
    }
    return report('json-bad-number', to, { expected: 'number', reason: numberReason(number) })
  }
  if (word === '') return character('json-unexpected-character')
  const cutShort =
    at + word.length === text.length && ['true', 'false', 'null'].find((l) => l.startsWith(word))
  if (cutShort) return report('json-unexpected-end', text.length, { expected: cutShort }, text.length)
  return report('json-literal', at + word.length, { expected: literalMeant(word) ?? expected })
}

function expectation(due: Due, before: string | undefined, bracket: string): JsonExpected {
  switch (due) {
    case 'value':
      return before === '[' ? 'value or ]' : 'value'
    case 'name':
      return before === '{' ? 'name or }' : 'name'
    case 'colon':
      return ':'
    case 'comma':
      return bracket === '{' ? ', or }' : ', or ]'
    case 'end':
      return 'end of input'
  }
}

/** Past the first character that spoils the escape at `from`. */
function badEscapeEnd(text: string, from: number): number {
  let at = from + 1
  if (text[at] === 'u')
    do at++
    while (isHexDigit(text.charCodeAt(at)))
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1)
}

/** A number that could still be finished: `-`, `1.`, `2e`, `2.5e+`. */
const truncatedNumber = /^-?(?:(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][-+]?))?$/

function numberReason(number: string): NumberReason {
  if (/^[-+]?(?:nan|inf)/i.test(number)) return 'not-finite'
  if (number.startsWith('+')) return 'leading-plus'
  if (/^-?\./.test(number)) return 'no-integer'
  if (/^-(?!\d)/.test(number)) return 'bare-minus'
  if (/^-?0[0-9]+(?![\w$])/.test(number)) return 'leading-zero'
  if (/^-?\d+\.(?![\w$])/.test(number)) return 'no-fraction'
  if (/^-?\d+(?:\.\d+)?e[-+]?(?![\w$])/i.test(number)) return 'no-exponent'
  return 'not-decimal'
}

/** The literal that a word of another language stands for. */
function literalMeant(word: string): JsonExpected | null {
  const lower = word.toLowerCase()
  if (lower === 'true' || lower === 'false' || lower === 'null') return lower
  return lower === 'none' || lower === 'nil' || lower === 'undefined' ? 'null' : null
}

/** What the sticky pattern matches at `at`, perhaps nothing. */
function runAt(text: string, at: number, pattern: RegExp): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at)
    // A carriage return with a line feed after it is half of one line break.
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) {
      line++
      start = at + 1
    }
  }
  return { line, column: offset - start + 1 }
}
