import { foreign } from '../messages/foreign.ts'
import type { Words } from './words.ts'

/** Algorithm and signature, and what a verifier must understand. */
export const signatureWords = {
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
  'alg-case': {
    title: 'The name of an algorithm in other letters',
    text: ({ alg, meant }) =>
      `“${foreign(alg)}” is not “${meant}”: case counts. A filter that forbids one and a verifier that takes the other have been played against each other. Refuse the token.`,
    spec: 'rfc7515-4.1.1',
  },
  'alg-unregistered': {
    title: 'An algorithm that nobody registered',
    text: ({ name, value }) =>
      `${name} is “${foreign(value)}”, which is in no registry. Verifiers refuse it; the issuer must name a registered one.`,
    spec: 'rfc7515-4.1.1',
  },
  'signature-empty': {
    title: 'The signature is missing',
    text: ({ alg }) =>
      `The header says ${alg}, and nothing is signed. Verifiers that let this pass accept whatever anybody writes (CVE-2020-28042).`,
    spec: 'rfc7515-5.2',
  },
  'signature-length': {
    title: 'No signature has this length',
    text: ({ alg, octets, expected }) =>
      `It has ${octets} octets, and ${alg} makes ${expected}. It was cut, padded, or made under another algorithm or key.`,
    spec: 'rfc7518-3.4',
  },
  'signature-der': {
    title: 'The signature is in DER',
    text: ({ alg }) =>
      `${alg} puts r and s side by side; this is the DER form of OpenSSL and of most other protocols. Whoever signs must convert it.`,
    spec: 'rfc7518-3.4',
  },
  'signature-zero': {
    title: 'A signature that is none',
    text: ({ which }) =>
      `${which} is 0 or not below the curve’s order. A verifier that does not look takes such a signature for good under every key (CVE-2022-21449).`,
    spec: 'rfc7518-3.4',
  },
  'alg-eddsa-deprecated': {
    title: 'EdDSA names no curve',
    text: () =>
      'The name is deprecated: Ed25519 or Ed448 says which is meant. Tokens that have it are still good.',
    spec: 'rfc9864-2.2',
  },
  'ecdsa-nonce-reuse': {
    title: 'Two signatures share their r',
    text: () =>
      'Another token in the input has the same r under the same key. From the two anybody can compute the private key: replace it at once, and the signer’s source of random numbers.',
    spec: 'rfc7518-3.4',
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
  'b64-in-jwt': {
    title: 'An unencoded payload',
    text: ({ why }) =>
      why === 'jwt'
        ? 'b64 is false, which a JWT must not have: its payload is always base64url. Libraries for JWT refuse it.'
        : 'b64 is false and not named in crit: a verifier that does not know b64 takes another payload for the signed one.',
    spec: 'rfc7797-7',
  },
} as const satisfies Words
