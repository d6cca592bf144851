import { hex } from '../messages/decode.ts'
import { foreign } from '../messages/foreign.ts'
import { fromDecoder, partName, type Words } from './words.ts'

/** Structure, encoding and JSON. */
export const formWords = {
  'structure-segments': { title: 'Not the shape of a token', text: fromDecoder, spec: 'rfc7515-7.1' },
  'base64url-alphabet': { title: 'Not strict base64url', text: fromDecoder, spec: 'rfc7515-2' },
  'base64url-canonical': {
    title: 'Spare bits set',
    text: (values) => `${fromDecoder(values)} Two texts for the same octets let one token pass as two.`,
    spec: 'rfc4648-3.5',
  },
  'text-encoding': {
    title: 'Not plain UTF-8',
    text: ({ why, part, octet, offset }) =>
      why === 'bom'
        ? `The ${partName(part)} begins with a byte order mark (U+FEFF). Many JSON readers stop at it; the writer must leave it out.`
        : why === 'utf16'
          ? `The ${partName(part)} has a zero octet in its first character: it was written in UTF-16, and must be in UTF-8.`
          : `The ${partName(part)} is not UTF-8: octet ${hex(octet)} at offset ${offset} cannot stand there.`,
    spec: 'rfc7515-5.2',
  },
  'text-deceptive': {
    title: 'Characters that deceive the eye',
    text: ({ part, codePoint, why }) =>
      `A name or identifier in the ${partName(part)} holds ${codePoint}, which ${why === 'mixed' ? 'looks like a Latin letter and is of another script than the letters around it' : 'shows nothing or turns the order of text about. It is written as an escape here'}. Compare such values octet by octet.`,
    spec: 'rfc7519-7.3',
  },
  'json-syntax': {
    title: 'Broken JSON',
    text: (values) =>
      `${partName(values.part, true)}, line ${values.line}, column ${values.column}: ${fromDecoder(values)}`,
    spec: 'rfc8259',
  },
  'json-duplicate-member': {
    title: 'A name stands twice',
    text: ({ part, names, count }) =>
      `In the ${partName(part)}: ${foreign(names)}${Number(count) > 1 ? ` (${count} repeats)` : ''}. Readers differ in which one they take, so two services can see two different tokens. The issuer must write each name once.`,
    spec: 'rfc7519-4',
  },
  'json-number-precision': {
    title: 'A number that most libraries alter',
    text: ({ part, number, becomes, count }) =>
      `${foreign(number)} in the ${partName(part)} becomes ${foreign(becomes)} in JavaScript and wherever numbers are doubles${Number(count) > 1 ? ` (${count} such numbers)` : ''}. Shown here is what the token says. Large identifiers belong in strings.`,
    spec: 'rfc8259-6',
  },
  'json-prototype-name': {
    title: 'A name with a meaning to JavaScript',
    text: ({ part, name }) =>
      `The ${partName(part)} has a member “${foreign(name)}”. Code that merges claims into objects without care can be taken over by it. Here it is a name like any other.`,
    spec: 'rfc8259-4',
  },
  'size-or-depth': {
    title: 'Larger than many systems take',
    text: ({ why, characters, part, depth }) =>
      why === 'size'
        ? `${Number(characters).toLocaleString('en')} characters: servers commonly refuse header fields over 8 kB (with 431 or 400), so this token fails in an Authorization header.`
        : `The ${partName(part)} is nested ${Number(depth).toLocaleString('en')} levels deep; many parsers refuse it or run out of stack. Indentation here stops at 40 levels.`,
    spec: 'rfc8259-9',
  },
  'payload-not-object': {
    title: 'No claims set',
    text: ({ kind }) =>
      `The payload is ${{ empty: 'empty', text: 'plain text', octets: 'binary' }[String(kind)] ?? 'JSON, but no object'}. That is a fine JWS, but no JWT: a JWT’s payload is a JSON object.`,
    spec: 'rfc7519-7.2',
  },
  'header-invalid': { title: 'Not a JOSE header', text: fromDecoder, spec: 'rfc7515-4' },
} as const satisfies Words
