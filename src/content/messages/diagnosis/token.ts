import type { TokenDiagnosis } from '../../../core/diagnose/diagnosis.ts'
import { foreign } from '../foreign.ts'
import { type DiagnosisWords, plural, slip } from './words.ts'

const copyAgain = 'Take up the mended token, and mend what carries it.'

export const tokenDiagnoses: Readonly<Record<TokenDiagnosis, DiagnosisWords>> = {
  'token-space': {
    if: ({ count }) => `${plural(count, 'character')} of white space or wrapping inside were left out`,
    why: 'A mail program, a terminal or a YAML file broke the line.',
    todo: copyAgain,
  },
  'token-foreign': {
    if: ({ count, characters }) =>
      `${plural(count, 'character')} that no token has${characters === '' ? '' : ` (${foreign(characters)})`} were left out`,
    why: 'Quotes, commas or marks of the place it was copied from came along.',
    todo: copyAgain,
  },
  'token-typeset': {
    if: ({ count }) =>
      `${plural(count, 'character')} were typed as a token has them: hyphens, and letters of ASCII`,
    why: 'A word processor or a messenger made a dash of a hyphen, or wide letters of narrow ones.',
    todo: 'Copy the token again, from where it is code.',
  },
  'token-markup': {
    if: 'the tags of the page were left out and its character references read',
    why: 'It was copied out of the source of a page.',
    todo: copyAgain,
  },
  'token-dots': {
    if: 'the dots between its parts were there',
    why: 'A message, a spreadsheet or text recognition lost them or made something else of them.',
    todo: copyAgain,
  },
  'token-base64': {
    if: ({ what }) => `${what} were changed to base64url`,
    why: 'Something on the way encoded it anew: base64url has no =, and - and _ in place of + and /.',
    todo: copyAgain,
  },
  'token-base64-signed': {
    says: ({ what }) => `The signature covers ${what}: the issuer wrote the token so.`,
    why: 'The issuer used a plain base64 encoder. Lenient readers accept the token, strict ones refuse it.',
    todo: `The issuer must use base64url without padding; removing it here would break the signature.`,
  },
  'token-percent-encoding': {
    if: 'the token were percent-decoded',
    why: 'It was copied out of a URL.',
    todo: copyAgain,
  },
  'token-character': {
    if: ({ part, at, how, character }) => slip(String(part), at, how, character, 1),
    says: ({ part, at }) =>
      `The ${part} is damaged at about character ${at}: from there on it makes no sense.`,
    why: 'A character was lost, doubled or altered in copying or typing.',
    todo: 'Copy the token again.',
  },
  'token-letter-case': {
    says: ({ letters }) => `The token has only ${letters} letters: their case was lost.`,
    why: 'Something made it lower or upper case: a header map, a search index, a spreadsheet.',
    todo: 'In base64url a and A differ, and nothing can bring that back. Get the token anew.',
  },
  'token-cut': {
    says: ({ part }) =>
      part === 'signature'
        ? 'The signature is missing: the token ends behind its payload.'
        : 'The token ends in its payload.',
    why: 'A log, a column or a selection ended too early; some logs leave signatures out on purpose.',
    todo: 'Copy the whole token: three parts with two dots.',
  },
}
