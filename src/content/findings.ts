import type { DecodeFault } from '../core/decode/fault.ts'
import type { Finding, Rule } from '../core/lint/finding.ts'
import { decodeWords, hex } from './messages/decode.ts'
import { foreign } from './messages/foreign.ts'
import type { SpecId } from './spec.ts'

type Values = Finding['values']

export interface RuleWords {
  readonly title: string
  /** What was found, why it matters, what to do. */
  text(values: Values): string
  readonly spec: SpecId
}

const fromDecoder = (values: Values) => decodeWords[values.code as DecodeFault](values)

/** The words of every rule; the compiler asks for an entry for each. */
export const findingWords: Readonly<Record<Rule, RuleWords>> = {
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
        : `The ${partName(part)} is not UTF-8: octet ${hex(octet)} at offset ${offset} cannot stand there.`,
    spec: 'rfc7515-5.2',
  },
  'text-deceptive': {
    title: 'Characters that deceive the eye',
    text: ({ part, codePoint }) =>
      `A name or identifier in the ${partName(part)} holds ${codePoint}, which shows nothing or turns the order of text about. It is written as an escape here. Compare such values octet by octet.`,
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
  encrypted: {
    title: 'Encrypted',
    text: () =>
      'Only a holder of the key can read the content. Encryption alone does not tell who made the token: only a signature inside does.',
    spec: 'rfc7516-7.1',
  },
  'alg-missing': {
    title: 'No algorithm',
    text: () => 'The header has no alg, or it is no string. Without it no verifier can proceed.',
    spec: 'rfc7515-4.1.1',
  },
  'alg-none': {
    title: 'Nothing protects this token',
    text: () => 'alg is none: anybody can have written it. A service that accepts it accepts anything.',
    spec: 'rfc8725-3.2',
  },
  'crit-malformed': {
    title: 'crit is malformed',
    text: () =>
      'crit must be a list, not empty and without repeats, of parameters that stand in the header. A verifier must refuse this token.',
    spec: 'rfc7515-4.1.11',
  },
  'crit-unknown': {
    title: 'crit demands an extension',
    text: ({ names }) => `A verifier that does not know ${foreign(names)} must refuse this token.`,
    spec: 'rfc7515-4.1.11',
  },
  'b64-not-critical': {
    title: 'b64 is false and not in crit',
    text: () =>
      'The payload was signed without base64url, so crit must name b64: a verifier that does not know it takes another payload for the signed one.',
    spec: 'rfc7797-6',
  },
  'header-jwk': {
    title: 'The token brings its own key',
    text: ({ name }) =>
      `The header has ${name}. Whoever made the token chose that key, so it proves nothing; this page does not use it and never fetches it. Verify with a key that you got from the issuer.`,
    spec: 'rfc8725-3.10',
  },
  'time-unit': {
    title: 'A time that is no time',
    text: ({ name, why, value }) =>
      why === 'not-a-number' || why === 'none'
        ? `${name} is ${foreign(value)}, which is no ${why === 'none' ? 'time' : 'number'}. A NumericDate is a number of seconds since 1970.`
        : `${name} is ${foreign(value)}: that counts ${why}. JWT counts seconds, so verifiers take it for a moment thousands of years off. Divide by ${why === 'microseconds' ? '1,000,000' : '1000'}.`,
    spec: 'rfc7519-2',
  },
}

function partName(part: string | number | undefined, title = false): string {
  const name = part === 'protected' ? 'header' : 'payload'
  return title ? name[0]!.toUpperCase() + name.slice(1) : name
}
