import { foreign } from '../messages/foreign.ts'
import type { Words } from './words.ts'

/** The key that was given. */
export const keyWords = {
  'hmac-key-short': {
    title: 'The secret is too short',
    text: ({ bits, least }) =>
      `${bits} bits, where ${least} are required. Whoever has one token can try secrets at home, millions a second. Make one at random: openssl rand -base64 ${Math.ceil(Number(least) / 8)}.`,
    spec: 'rfc7518-3.2',
  },
  'hmac-key-known': {
    title: 'The secret is one that everybody knows',
    text: ({ secret, by }) =>
      secret === ''
        ? 'The secret is empty: anybody can sign such tokens.'
        : `${by === 'tried' ? 'The token verifies with' : 'You gave'} “${foreign(secret)}”, which stands in examples and templates. Anybody can sign such tokens: replace it by a random one.`,
    spec: 'rfc8725-3.5',
  },
  'hmac-key-django-insecure': {
    title: 'Django’s insecure secret signs tokens',
    text: () =>
      'The secret begins with django-insecure-: startproject wrote it, and often it was committed. Set SECRET_KEY from the environment, and SIGNING_KEY of SIMPLE_JWT to a random value of its own.',
    spec: 'rfc8725-3.5',
  },
  'hmac-key-guessable': {
    title: 'A secret that could be guessed',
    text: ({ why }) =>
      `${why === 'short' ? 'Letters and digits alone, and under 32 of them' : 'Few different characters'}: it looks made up rather than random. If a machine made it, it may be fine; else replace it.`,
    spec: 'rfc8725-3.5',
  },
  'key-confusion': {
    title: 'Forged with the public key as secret',
    text: ({ alg }) =>
      `The ${alg} signature matches with the text of the public key you gave as secret. Whoever has that key, and it is public, can make such tokens. A verifier must fix the algorithm to the key (CVE-2015-9235).`,
    spec: 'rfc8725-3.1',
  },
  'hmac-with-public-key': {
    title: 'A public key for an HMAC token',
    text: () =>
      'HS algorithms need a secret. A verifier that takes the public key’s text for one accepts tokens of anybody (CVE-2022-29217); give it the algorithms that you expect.',
    spec: 'rfc8725-3.1',
  },
  'rsa-short': {
    title: 'A short RSA key',
    text: ({ bits }) =>
      `${bits} bits, where 2048 are required. ${Number(bits) < 1024 ? 'One computer factors it.' : 'It can be factored with much effort.'} Libraries refuse it: make a new key.`,
    spec: 'rfc7518-3.3',
  },
  'rsa-exponent': {
    title: 'An unusual RSA exponent',
    text: ({ why, e }) =>
      why === 'none'
        ? 'e is 1 or even: there is nothing to break. The key is none.'
        : `e is ${e}: sound in itself, but a verifier that checks padding carelessly can be fooled. 65537 is usual.`,
    spec: 'rfc7518-3.3',
  },
  'rsa-modulus': {
    title: 'An RSA key that can be factored',
    text: ({ why, factor }) =>
      why === 'roca'
        ? 'Its modulus has the fingerprint of ROCA (CVE-2017-15361): chips of one maker made keys that can be factored. Replace it.'
        : `Its modulus is divisible by ${factor}. It is no RSA key, or was damaged in copying.`,
    spec: 'rfc7518-3.3',
  },
  'rsa-shared-prime': {
    title: 'Two keys share a prime',
    text: () =>
      'Two moduli of the set have a common divisor: both are broken by dividing. They were made without enough randomness.',
    spec: 'rfc7518-3.3',
  },
  'ec-point': {
    title: 'The key is no point of its curve',
    text: ({ curve }) =>
      `Its coordinates do not fit ${foreign(curve)}: damaged in copying, or made to attack. No verifier may use it.`,
    spec: 'rfc7518-6.2.1.2',
  },
  'ec-curve': {
    title: 'An unusual curve',
    text: ({ curve, why }) =>
      why === 'rare'
        ? 'secp256k1 is registered, yet few JOSE libraries have it.'
        : `“${foreign(curve)}” is registered for no JOSE algorithm. Use P-256, P-384, P-521, Ed25519 or Ed448.`,
    spec: 'rfc7518-6.2.1.1',
  },
  'jwk-contradiction': {
    title: 'Key and token contradict each other',
    text: ({ member, says, alg }) =>
      `The JWK’s ${member} says ${foreign(says)}, and the token’s alg is ${foreign(alg)}. A verifier that goes by the key refuses the token, and is right.`,
    spec: 'rfc8725-3.1',
  },
  'jwks-private': {
    title: 'Secrets in a key set',
    text: ({ count }) =>
      `${count} of its keys ${count === 1 ? 'is' : 'are'} private or symmetric. If this set is published anywhere, replace ${count === 1 ? 'it' : 'them'}.`,
    spec: 'rfc7517-9.2',
  },
  'jwks-kid': {
    title: 'kid and key set do not fit',
    text: ({ why, kid }) =>
      why === 'twice'
        ? `Two keys are called “${foreign(kid)}”: which one is meant is a matter of luck.`
        : `No key of the set is called “${foreign(kid)}”: the set is older or newer than the token, or another issuer’s.`,
    spec: 'rfc7517-4.5',
  },
} as const satisfies Words
