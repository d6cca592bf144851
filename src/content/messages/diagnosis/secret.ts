import type { SecretDiagnosis } from '../../../core/diagnose/diagnosis.ts'
import { foreign } from '../foreign.ts'
import type { DiagnosisWords } from './words.ts'

const chooseFormat = 'Set Key format so, and read the secret the same way in your verifier.'

const escapes: DiagnosisWords = {
  if: ({ how, what }) =>
    how === 'read'
      ? `the escapes of ${what} in the secret were undone`
      : `the secret were written with the escapes of ${what}`,
  why: 'It was copied as it is written in a file, a page or a URL.',
  todo: 'Take the value as a program reads it, not as the file shows it.',
}

export const secretDiagnoses: Readonly<Record<SecretDiagnosis, DiagnosisWords>> = {
  'secret-utf8': {
    if: 'the secret were its characters themselves, in UTF-8',
    why: 'The issuer hands the text to HMAC without decoding it, as PyJWT, jsonwebtoken and most others do.',
    todo: chooseFormat,
  },
  'secret-base64': {
    if: 'the secret were read as base64',
    why: 'The issuer decodes it first: Java’s JJWT with signWith(alg, String), Spring, and consoles that show secrets in base64.',
    todo: chooseFormat,
  },
  'secret-base64url': {
    if: 'the secret were read as base64url',
    why: 'The issuer decodes it first, as the k of a JWK is decoded, and as older Auth0 secrets were.',
    todo: chooseFormat,
  },
  'secret-hex': {
    if: 'the secret were read as hexadecimal',
    why: 'It was made by openssl rand -hex or a hash, and the issuer uses the octets and not the digits.',
    todo: chooseFormat,
  },
  'secret-encoded-text': {
    if: ({ encoding }) => `the secret were the ${encoding} text of this one`,
    why: 'The issuer uses the encoded text: a Kubernetes or environment value that is never decoded, or once too few.',
    todo: 'Use the encoded text as the secret, or have the issuer decode it.',
  },
  'secret-decoded': {
    if: ({ encoding }) => `the secret were the text that its ${encoding} holds`,
    why: 'echo … | base64 encodes the line break too; Kubernetes encodes what may be encoded already.',
    todo: 'Encode it once, and without a line break: printf %s, echo -n.',
  },
  'secret-charset': {
    if: ({ charset }) => `the secret were in ${charset}`,
    why: 'The issuer encodes text otherwise: .NET’s Encoding.Unicode or ASCII, Java’s platform charset, accents composed or not.',
    todo: 'The fix gives the octets in hexadecimal. Better: a random secret whose text is plain ASCII.',
  },
  'secret-line-break': {
    if: ({ how, what }) =>
      how === 'with'
        ? `a line break (${what}) stood behind the secret`
        : `the line break (${what}) behind the secret were left out`,
    why: 'Editors and echo put a line break at the end of a file; one side trims it and the other does not.',
    todo: 'Write the secret without one: printf %s, echo -n.',
  },
  'secret-line-ends': {
    if: ({ what }) =>
      what === 'none'
        ? 'the line breaks in the secret were left out'
        : `lines in the secret ended with ${what}`,
    why: 'A file went through Windows or git’s autocrlf, or through a field that joins lines.',
    todo: 'Keep the secret on one line.',
  },
  'secret-space': {
    if: ({ how, where, character }) =>
      how === 'with'
        ? `a space stood ${where} the secret`
        : how === 'character'
          ? `the “${foreign(character)}” behind the secret were left out`
          : 'the white space around the secret were left out',
    why: 'It came along in copying: zsh ends with a %.',
    todo: 'Remove it where the secret is kept.',
  },
  'secret-quotes': {
    if: ({ how, quote }) =>
      how === 'with'
        ? `quotes (${quote}) stood around the secret`
        : `the quotes (${quote}) around the secret were left out`,
    why: 'Docker’s --env-file and some dotenv readers keep quotes as part of a value; shells take them away.',
    todo: 'Write the value without quotes on both sides.',
  },
  'secret-json-escapes': escapes,
  'secret-escapes': escapes,
  'secret-percent-encoding': escapes,
  'secret-assignment': {
    if: ({ name }) => `the “${foreign(name)}” before the secret were left out`,
    why: 'The whole line of an environment or configuration file was copied.',
    todo: 'Only the value is the secret.',
  },
  'secret-byte-order-mark': {
    if: ({ how }) =>
      how === 'with'
        ? 'a byte order mark stood before the secret'
        : 'the byte order mark before the secret were left out',
    why: 'Notepad and PowerShell write U+FEFF at the start of files.',
    todo: 'Save the file as UTF-8 without BOM.',
  },
  'secret-letter-case': {
    if: ({ letters }) => `the secret were written in ${letters}`.replace('in no hyphens', 'without hyphens'),
    why: 'It is hexadecimal or a UUID used as text: systems differ in how they write one.',
    todo: 'Agree on one spelling, or decode it.',
  },
}
