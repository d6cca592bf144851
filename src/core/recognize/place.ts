import type { FormId } from './found.ts'
import type { Stretch } from './stretch.ts'

/** How much of the text before a token is looked at for what names it. */
const SEEN = 240

/** Where a token stands. */
export interface Place {
  readonly text: string
  readonly stretch: Stretch
  /** Where the line begins on which the token begins. */
  readonly lineFrom: number
  /** What stands right before it, at most {@link SEEN} characters. */
  readonly before: string
  /** What stands right after it, a few characters. */
  readonly after: string
}

/** A form in which tokens are pasted. */
export interface Form {
  readonly id: FormId
  /** Whether the paste can have tokens of this form, told by a look at its beginning, `head`; where absent, any can. */
  holds?(head: string, text: string): boolean
  /** What names the token there, null where nothing does; undefined where it does not stand in this form. */
  nameAt(place: Place): string | null | undefined
}

export function placeOf(text: string, stretch: Stretch, lineFrom: number): Place {
  const { from, to } = stretch.span
  const before = text.slice(Math.max(0, from - SEEN), from)
  return {
    text,
    stretch,
    lineFrom,
    before: stretch.reading?.apart === 'encoded' ? before.replace(/[\w+/-]*$/, '') : before,
    after: text.slice(to, to + 16),
  }
}

/** `Authorization: Bearer `, in quotes perhaps, with or without the name of the header. */
const HEADER =
  /(?:^|[^\w-])((?:proxy-)?authorization|x-[\w-]{1,60}|[\w-]{0,40}token)\\?["']?(?:\s{0,8}[:=]|,)\s{0,8}\\?["']?(?:bearer|dpop|basic|jwt|token)(?:\s|%20|\+){1,8}\\?["'<]?$/i
/** `token` and `jwt` are words of prose, too: they must begin a line or a quotation. */
const SCHEME =
  /(?:(?:^|[^\w-])(bearer|dpop|basic)|(?:^|[\n"':=][ \t]{0,8})(jwt|token))(?:[ \t]|%20|\+){1,8}\\?["'<]?$/i
const FIELD = /(?:^|[\n"'])[ \t<>*]{0,8}([A-Za-z][\w-]{0,60}):[ \t]{0,8}["']?$/
const COOKIE = /([^\s;,="'&?]{1,100})=["']?$/
const MEMBER = /\\{0,3}["']([^"'\\\n]{1,100})\\{0,3}["']\s{0,20}:\s{0,20}\\{0,3}["']$/
const NAMED_VALUE =
  /"name"\s{0,20}:\s{0,20}"([^"\\\n]{1,100})",\s{0,20}"value"\s{0,20}:\s{0,20}"(?:[A-Za-z]{1,10}\s)?$/
const PARAMETER = /(?:^|[?#&;\s"'(/])([\w.[\]-]{1,100})=["']?$/

function first(pattern: RegExp, before: string): string | undefined {
  const match = pattern.exec(before)
  return match?.[1] ?? match?.[2]
}

/** The header field whose credentials the token is (RFC 9110 section 11.6.2), or its scheme where the name is left out. */
export function authorizationBefore(before: string): string | undefined {
  const scheme = first(SCHEME, before)
  if (scheme === undefined) return undefined
  return first(HEADER, before) ?? scheme
}

/** The name of a header field whose value the token is, at the beginning of a line or a quoted argument. */
export function fieldBefore(before: string): string | undefined {
  return first(FIELD, before)
}

/** The name of a cookie, or of anything else that is written `name=value`. */
export function cookieBefore(before: string): string | undefined {
  return first(COOKIE, before)
}

/** The name of the JSON member whose value the token is. */
export function memberBefore(before: string): string | undefined {
  return first(NAMED_VALUE, before) ?? first(MEMBER, before.replace(/(bearer|dpop|jwt|token)\s{1,8}$/i, ''))
}

/** The name of a parameter of an address or a form. */
export function parameterBefore(before: string): string | undefined {
  return first(PARAMETER, before)
}

/** The beginning of the line on which the token begins, after the indent. */
export function lineBeginning({ text, lineFrom }: Place): string {
  return text.slice(lineFrom, lineFrom + 200).trimStart()
}
