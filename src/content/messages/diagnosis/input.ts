import type { InputDiagnosis } from '../../../core/diagnose/diagnosis.ts'
import type { DiagnosisWords, Values } from './words.ts'

const issuerSigns = 'Nothing in the box can be changed to mend this: whoever makes the token must.'

export const inputDiagnoses: Readonly<Record<InputDiagnosis, DiagnosisWords>> = {
  'input-base64': {
    if: ({ what }) => `header and payload were written with ${what}, as they were signed`,
    why: 'The issuer used a plain base64 encoder, and something on the way made base64url of it.',
    todo: `JWS wants base64url without padding. ${issuerSigns}`,
  },
  'input-decoded': {
    if: ({ what }) => `the signature were over base64url; it is over decoded JSON (${what})`,
    why: 'Hand-made signing code: it signs the JSON and encodes afterwards.',
    todo: `Sign the text header.payload as it is sent (RFC 7515 section 5.1). ${issuerSigns}`,
  },
  'input-line-break': {
    if: ({ what }) => `a line break (${what}) had not been signed along`,
    why: 'echo in a shell script puts one behind what it prints.',
    todo: `Sign with printf %s or echo -n. ${issuerSigns}`,
  },
  'input-part': {
    if: ({ part }) => `header.payload had been signed; it was ${part}`,
    why: 'Hand-made signing code.',
    todo: `Sign both parts with the dot between them. ${issuerSigns}`,
  },
  'input-hashed': {
    if: ({ how }) =>
      `the content had been hashed once; its digest (${how}) was signed as if it were the message`,
    why: 'A key service or a sign call hashed the digest that it was given: AWS KMS with MessageType RAW.',
    todo: `Hand over the message, or say that it is a digest (MessageType DIGEST). ${issuerSigns}`,
  },
  'input-reserialized': {
    if: (values) => `${values.part} were as they were signed: ${writing(values)}`,
    why: 'Something on the way read the JSON and wrote it anew: a gateway, a proxy, a script that “only” decodes and encodes.',
    todo: 'Pass the token on as the text it is, and never build it from its parts.',
  },
  'payload-double-encoded': {
    if: ({ how }) =>
      how === 'once'
        ? 'the payload were encoded once; it is base64 in base64'
        : 'the payload were encoded twice, as it was signed',
    says: 'The payload is base64 of base64: it was encoded twice.',
    why: 'An encoder was called by hand on what a library encodes anyway.',
    todo: 'Encode the payload once.',
  },
  'nonce-hashed': {
    if: ({ encoding }) => `the header’s nonce were replaced by its SHA-256 (${encoding})`,
    says: 'This is an access token for Microsoft Graph: its header has a nonce, and what was signed has a hash in its place.',
    why: 'Microsoft signs it so on purpose: only Graph is to check it.',
    todo: 'Do not validate tokens that are not for you. Ask for a token with your own API as its audience.',
  },
  'content-changed': {
    says: ({ hash }) =>
      `Your key made this signature, but over other content: its ${hash} is not that of this header and payload.`,
    why: 'The token was edited or put together from two after it was signed, or something on the way wrote its JSON anew.',
    todo: 'Compare it with the token as the issuer sent it. Do not rely on this one.',
  },
  'payload-style': {
    says: ({ spaced }) =>
      `The ${spaced} has white space in its JSON and the other part has none: they may come from two hands.`,
    why: 'One library writes both alike. An editor or a script may have written one of them anew.',
    todo: 'Compare with the token as it was issued.',
  },
}

const spacing: Readonly<Record<string, string>> = {
  compact: 'without white space',
  spaced: 'with a space behind each comma and colon, as Python’s json.dumps writes it',
  two: 'indented by two spaces',
  four: 'indented by four spaces',
  tab: 'indented by tabs',
}

const escapes: Readonly<Record<string, string>> = {
  fewest: 'with no more escapes than needed',
  ascii: 'with \\u escapes for all that is not ASCII',
  slash: 'with \\/ for each slash, as PHP writes it',
  'ascii-slash': 'with \\u escapes and \\/, as PHP writes it',
  html: 'with \\u escapes for <, > and &, as Go writes it',
  strict: 'with the \\u escapes of .NET',
}

function writing({ spacing: space, order, escapes: escaped }: Values): string {
  const [name, ...behind] = String(space).split(' ')
  const known = spacing[name ?? ''] ?? ''
  const pieces = [
    behind.length > 0 ? `${known}, ${behind.join(' ')}` : known,
    order === 'sorted' ? 'names sorted' : order === 'other' ? 'members in another order' : '',
    escapes[String(escaped)] ?? '',
  ]
  return pieces.filter((piece) => piece !== '').join('; ')
}
