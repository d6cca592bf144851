import type { DecodeFault } from '../../core/decode/fault.ts'
import type { JsonExpected, JsonFault, NumberReason } from '../../core/json/fault.ts'
import type { Fault } from '../../core/text/result.ts'
import { foreign } from './foreign.ts'

type Values = Fault['values']

/** What is wrong and what to do about it, for each fault of the decoder. The place is said apart, by {@link placeOf}. */
export const decodeWords: Readonly<Record<DecodeFault, (values: Values) => string>> = {
  'base64url-character': ({ character, codePoint, count }) =>
    `${quoted(character, codePoint)}${many(count)} is not a base64url character. Only A–Z, a–z, 0–9, - and _ may stand here; copy the token again.`,
  'base64url-padding': () =>
    'Padding (=) must be left out: JOSE uses base64url without it. Remove it, or mend what writes the token.',
  'base64url-alphabet': ({ character }) =>
    `“${foreign(character)}” is from the standard base64 alphabet; base64url writes ${character === '+' ? '-' : '_'} in its place. The issuer used the wrong encoder.`,
  'base64url-space': ({ codePoint, count }) =>
    `White space (${codePoint})${many(count)} stands inside the token. Copying or wrapping put it there; remove it.`,
  'base64url-length': ({ length }) =>
    `${length} characters cannot be base64url: a length of 4 n + 1 holds no whole number of octets. At least one character is missing or too many.`,
  'base64url-spare-bits': ({ character, canonical }) =>
    `The last character “${character}” has bits set that belong to no octet; an encoder writes “${canonical}”. The text was altered, or the encoder is faulty.`,
  'token-cut': () =>
    'The token is cut short: an ellipsis stands where characters were left out. What printed it abbreviates; copy the whole token.',
  'token-segments': ({ count }) =>
    count === 5
      ? 'Five parts, but no enc in the header, or one that is no string: were two tokens pasted together?'
      : `This has ${count === 1 ? 'no dots' : `${count} parts`}; a signed token has three parts with a dot between each: header.payload.signature.`,
  'payload-dot': () =>
    'The payload is not encoded and has a dot, which only the dots between the parts may be. Such a payload must be sent apart from the token.',
  'header-empty': () => 'The header is empty: a token begins with a JOSE header such as {"alg":"HS256"}.',
  'header-not-utf8': ({ octet }) =>
    `The header is not text: octet ${hex(octet)} cannot stand there in UTF-8.`,
  'header-not-json': () => 'The header decodes to text that is no JSON. A JOSE header is a JSON object.',
  'header-not-object': () =>
    'The header is JSON, but no object. A JOSE header is a JSON object such as {"alg":"HS256"}.',
  'header-duplicate': ({ name }) =>
    `The header names “${foreign(name)}” more than once. RFC 7515 forbids that: two readers may each obey another one.`,
  'header-none': () => 'There is neither a protected nor an unprotected header.',
  'header-not-disjoint': ({ name }) =>
    `“${foreign(name)}” stands in two of the headers that apply. Their names must be disjoint: two readers may each obey another one.`,
  'header-not-protected': ({ name }) =>
    `${name} stands in an unprotected header. It must be protected, or anybody could have put it there.`,
  'header-differs': ({ name }) => `${name} must be the same throughout, and is not.`,
  'member-missing': ({ name }) => `The member “${name}” is missing.`,
  'member-type': ({ name, expected }) =>
    `“${name}” must be ${expected === 'string' ? 'a string' : `an ${expected}`}${expected === 'object' ? ' in braces' : ''}.`,
  'member-empty': ({ name }) => `“${name}” is an empty list: at least one entry is needed.`,
  'member-many': ({ name, count }) =>
    `“${name}” has ${Number(count).toLocaleString('en')} entries; only the first 100 are taken apart.`,
  'member-duplicate': ({ name }) =>
    `The member “${foreign(name)}” stands twice in one object: two readers may each take another one.`,
  'member-mixed': ({ name }) =>
    `“${name}” belongs to the flattened form, the list beside it to the general form. Only one of them may be used.`,
  'sd-jwt-last-tilde': () =>
    'The tilde after the last disclosure is missing: an SD-JWT ends with ~, or with a Key Binding JWT after it.',
  'sd-jwt-too-many': ({ count, most }) =>
    `${Number(count).toLocaleString('en')} disclosures; only the first ${Number(most).toLocaleString('en')} are read.`,
  'sd-jwt-key-binding': () =>
    'What should be the Key Binding JWT does not have the three parts of a signed token.',
  'sd-jwt-later-header': ({ name }) =>
    `${name} may stand only in the header of the first signature; a verifier does not look for it here.`,
  'json-empty': () => 'Nothing but white space, where JSON is expected.',
  'json-unexpected-end': (values) =>
    `The JSON ends too early: ${expectation(values)} is missing. Part of it was cut off.`,
  'json-unexpected-character': (values) =>
    `${quoted(values.found, values.codePoint)} stands where ${expectation(values)} is expected.`,
  'json-trailing-content': ({ found }) =>
    `The JSON is complete before “${foreign(found)}”; nothing may follow.`,
  'json-trailing-comma': ({ expected }) =>
    `A comma stands before “${expected}”. JSON allows none after the last member.`,
  'json-unquoted-key': ({ found }) => `The name “${foreign(found)}” must stand in double quotes.`,
  'json-single-quotes': () =>
    'Single quotes: JSON strings stand in double quotes. A dump of a Python or JavaScript object is not JSON.',
  'json-curly-quotes': ({ found }) =>
    `Typographic quote “${foreign(found)}”: JSON takes only the straight double quote (").`,
  'json-literal': (values) =>
    `“${foreign(values.found)}” is no JSON value; ${expectation(values)} is expected.`,
  'json-bad-number': ({ found, reason }) =>
    `“${foreign(found)}” is no JSON number: ${numberReasons[reason as NumberReason]}.`,
  'json-bad-escape': ({ found }) =>
    `“${foreign(found)}” is no escape that JSON knows (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX).`,
  'json-control-character': ({ codePoint }) =>
    `The control character ${codePoint} must be escaped in a string.`,
  'json-byte-order-mark': () =>
    'A byte order mark (U+FEFF) stands before the JSON. RFC 8259 forbids to write one.',
}

const numberReasons: Readonly<Record<NumberReason, string>> = {
  'leading-zero': 'it must not begin with 0',
  'leading-plus': 'it must not begin with +',
  'bare-minus': 'digits must follow the minus',
  'no-integer': 'a digit must stand before the point',
  'no-fraction': 'a digit must stand after the point',
  'no-exponent': 'a digit must stand in the exponent',
  'not-finite': 'JSON has no infinity and no NaN',
  'not-decimal': 'only decimal digits are allowed',
}

const expectations: Readonly<Record<JsonExpected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or }',
  ':': 'a colon',
  ', or ]': 'a comma or ]',
  ', or }': 'a comma or }',
  ']': ']',
  '}': '}',
  'end of input': 'the end',
  '"': 'the closing quote',
  escape: 'an escape',
  digit: 'a digit',
  number: 'a number',
  true: 'true',
  false: 'false',
  null: 'null',
}

function expectation({ expected }: Values): string {
  return expectations[expected as JsonExpected]
}

function quoted(character: string | number | undefined, codePoint: string | number | undefined): string {
  const text = String(character)
  // A character that shows nothing, or would turn the sentence about, is told by its number alone.
  return /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(text)
    ? `“${foreign(text)}” (${codePoint ?? ''})`.replace(' ()', '')
    : String(codePoint)
}

function many(count: string | number | undefined): string {
  return Number(count) > 1 ? ` and ${Number(count) - 1} more after it` : ''
}

export function hex(octet: string | number | undefined): string {
  return `0x${Number(octet).toString(16).padStart(2, '0')}`
}

export function isJsonFault(code: string): code is JsonFault {
  return code.startsWith('json-')
}
