import { foreign } from '../messages/foreign.ts'
import type { Words } from './words.ts'

/** Encrypted tokens, and tokens within tokens. */
export const encryptionWords = {
  encrypted: {
    title: 'Encrypted',
    text: () =>
      'Only a holder of the key can read the content. Encryption alone does not tell who made the token: only a signature inside does.',
    spec: 'rfc7516-7.1',
  },
  'jwe-rsa1-5': {
    title: 'RSA1_5 gives away what it hides',
    text: () =>
      'A recipient that answers differently to bad padding lets anybody decrypt tokens with its help. The sender should use RSA-OAEP-256 or ECDH-ES.',
    spec: 'rfc8725-3.2',
  },
  'jwe-zip': {
    title: 'Compressed before it was encrypted',
    text: ({ large }) =>
      `${large ? 'It unpacks into more than 250 kB: made so, perhaps, to fill the recipient’s memory. ' : ''}The length of the token can betray what is in it, and a small token may unpack into much: limit the output. The sender should leave zip out.`,
    spec: 'rfc8725-3.6',
  },
  'pbes2-count': {
    title: 'A password that is turned into a key the wrong way',
    text: ({ why, rounds, octets }) =>
      why === 'salt'
        ? `The salt has ${octets} octets; 8 are the least. Tables made beforehand then find the password.`
        : why === 'few'
          ? `${rounds} rounds: 1,000 are the least that the RFC recommends, and hundreds of thousands are usual. The password is guessed quickly.`
          : `${Number(rounds).toLocaleString('en')} rounds keep the recipient busy: an attacker needs few such tokens to stop a server. Set an upper limit.`,
    spec: 'rfc7518-4.8.1.2',
  },
  'epk-invalid': {
    title: 'The ephemeral key is none',
    text: ({ why, crv, wanted }) =>
      why === 'curve'
        ? `epk is on ${foreign(crv)} and the recipient’s key on ${foreign(wanted)}. They cannot agree on anything.`
        : `epk is no public key on “${foreign(crv)}”. A recipient that does not check learns nothing and may give its private key away; refuse the token.`,
    spec: 'rfc7518-4.6.1.1',
  },
  'gcm-sizes': {
    title: 'A part of a length that AES-GCM does not have',
    text: ({ name, octets, expected }) =>
      `${name} has ${octets} octets where ${expected} belong. Short tags can be forged; libraries refuse the token.`,
    spec: 'rfc7518-5.3',
  },
  'jwe-iv-reuse': {
    title: 'Two tokens share their IV',
    text: () =>
      'Another token in the input was encrypted with the same key and IV. AES-GCM then neither hides nor protects either: replace the key.',
    spec: 'rfc7518-5.3',
  },
  'jwe-encrypted-key-length': {
    title: 'An encrypted key of the wrong length',
    text: ({ alg, octets, expected }) =>
      `${alg} makes ${expected} octets here, and there are ${octets}. The token was cut or put together from two.`,
    spec: 'rfc7516-5.2',
  },
  'jwe-not-authenticated': {
    title: 'Nobody vouches for the content',
    text: ({ alg }) =>
      `${alg} needs only the recipient’s public key: anybody can have made this token. The content should be a signed token.`,
    spec: 'rfc7519-11.1',
  },
  'nested-cty': {
    title: 'A token in a token',
    text: ({ why }) =>
      why === 'none'
        ? 'The token inside has alg none: encryption hides it, and nothing proves who wrote it.'
        : 'cty must be JWT where the content is itself a token, so that the recipient goes on and checks it.',
    spec: 'rfc7519-5.2',
  },
} as const satisfies Words
