import type { SignatureDiagnosis } from '../../../core/diagnose/diagnosis.ts'
import { foreign } from '../foreign.ts'
import { type DiagnosisWords, plural, slip } from './words.ts'

export const signatureDiagnoses: Readonly<Record<SignatureDiagnosis, DiagnosisWords>> = {
  'signature-der': {
    if: 'the signature were r ‖ s; it is in DER',
    why: 'OpenSSL, Java’s Signature, Go’s SignASN1, AWS and Google KMS give DER; JWS wants the two numbers side by side (RFC 7518 section 3.4).',
    todo: 'Convert it where the token is signed: dsaEncoding ieee-p1363 in Node, …inP1363Format in Java.',
  },
  'signature-byte-order': {
    if: ({ what }) => `${what} were written with the octets in reverse`,
    why: 'Windows CryptoAPI, some smart cards and bignum libraries give the least octet first.',
    todo: 'Turn the octets round where the token is signed.',
  },
  'signature-swapped': {
    if: 'r and s changed places',
    why: 'Code that joins the two numbers itself.',
    todo: 'JWS wants r first (RFC 7518 section 3.4).',
  },
  'signature-leading-zeros': {
    if: 'each of its numbers had its full length, with zero octets at the front and nowhere else',
    why: 'Big integers were written as short as they are, or with a sign octet (Java’s BigInteger). It goes wrong once in some hundred tokens.',
    todo: 'Write each number with the full length of the curve or modulus.',
  },
  'signature-encoded': {
    if: ({ encoding }) => `the signature were its octets; it is their ${encoding} text`,
    why: 'hash_hmac in PHP, CryptoJS and openssl dgst give hexadecimal or base64 text unless told otherwise.',
    todo: 'Take the raw octets (binary output), and encode them once, in base64url.',
  },
  'signature-cut': {
    if: ({ count, where }) =>
      `the ${plural(count, 'character')} missing at the ${where} of the signature were there`,
    says: ({ count, expected, found }) =>
      `The signature is too short: ${found} octets of ${expected}. ${plural(count, 'character')} ${Number(count) === 1 ? 'is' : 'are'} missing.`,
    why: 'A selection, a log or a database column ended too early.',
    todo: 'Copy the whole token again.',
  },
  'signature-character': {
    if: ({ at, how, character, count }) => slip('signature', at, how, character, count),
    why: 'Retyping, text recognition, or, at the very end, an encoder that leaves unused bits set.',
    todo: 'Copy the token again, by its button if there is one.',
  },
  'signature-size': {
    says: ({ found, expected, as, alg, bits }) => {
      const length =
        as === ''
          ? ''
          : ` That is the length of ${as}${bits === undefined ? '' : `; your key has ${bits} bits`}.`
      return `The signature has ${found} octets, and ${foreign(alg)} would make ${expected}.${length}`
    },
    why: 'Another key or algorithm made it, or a part of it is missing.',
    todo: 'Look for the key that the issuer signs with: its kid, its JWKS.',
  },
}
