import type { LessonWords } from './words.ts'

export const words = {
  title: 'Public keys: RS256 and ES256',
  objective: 'Show that the verifier cannot sign, and compare sizes.',
  intro: [
    'A key pair has two halves: a private key and the public key that belongs to it.',
    'The token in the box was signed by somebody whose keys you do not have. Make keys of your own.',
  ],
  question: {
    ask: 'A service checks tokens signed with RS256. Which key does it need?',
    options: [
      {
        text: 'The private key: only it fits what it has signed.',
        reply: 'Then the service could make tokens as well. It needs the other half.',
      },
      {
        text: 'The public key, which it must keep secret.',
        reply: 'It is the right half, but no secret: nothing can be signed with it.',
      },
      {
        text: 'The public key, which anybody may have.',
        reply: 'It checks, and cannot sign. Issuers publish theirs for everybody.',
      },
      {
        text: 'The same secret as the issuer.',
        reply: 'That is HS256. There, whoever can verify can also sign.',
      },
    ],
    right: 2,
  },
  tasks: {
    pairs: 'Make a key pair for ES256 and one for RS256.',
    verify: 'Sign with a private key of yours, and verify with only the public JWK in the Key box.',
    attempt: 'With the public JWK in the Key box, try to sign with it.',
    twice: 'Sign the same token twice with ES256, and see both verify.',
    sizes: 'Sign with each of both keys. How many times as long is the signature of RS256?',
  },
  whys: {
    private: 'The private key is in the Key box. To verify, nobody needs it, and nobody should have it.',
    stranger: 'Your public key cannot match: this token was signed with another key. Sign it with yours.',
    kind: 'The token says {alg}, and the key in the Key box is of another kind.',
    foreign: 'That is none of the keys that you made.',
    worked: 'The key in the Key box has a d: it is a private one. Put the public JWK there.',
    same: 'RS256 gave the same signature again. Nothing in it is random.',
    input: 'The token says something else now, so that it is no second signature of the same.',
    unseen: 'Both have to verify. Put the public JWK for ES256 into the Key box, then sign again.',
    ratio: 'No: one has {es} bytes and the other {rs}.',
  },
  facts: [
    {
      text: 'RS256 is RSASSA-PKCS1-v1_5 with SHA-256, and wants a key of 2048 bits or more. ES256 is ECDSA on the curve P-256 with SHA-256.',
      specs: ['rfc7518-3.3', 'rfc7518-3.4'],
    },
    {
      text: 'HS256 differs in more than strength: its secret both signs and verifies.',
      specs: ['rfc7518-3.2'],
    },
    {
      text: 'A public key may be published, as issuers do in a JWK Set. Only private and secret keys have to be kept.',
      specs: ['rfc7517-5', 'rfc7517-9.2'],
    },
    {
      text: 'The member d makes the JWK of an EC or RSA key private. RSA has p, q, dp, dq and qi besides.',
      specs: ['rfc7518-6'],
    },
    {
      text: 'An ES256 signature is two numbers of 32 bytes, r and s, side by side.',
      specs: ['rfc7518-3.4'],
    },
    {
      text: 'In certificates the same two numbers stand as DER. OpenSSL and Java write that unless told otherwise, and JWS does not take it.',
      specs: ['rfc3279-2.2.3', 'rfc7518-3.4'],
    },
    {
      text: 'ECDSA takes a number of its own for each signature, here a random one. So two signatures of one token differ, and both are right.',
      specs: ['rfc7518-3.4'],
    },
    {
      text: 'Ed25519 and Ed448 are the names for Edwards curves now. The older EdDSA left the curve to the key.',
      specs: ['rfc9864-2.2'],
    },
  ],
} as const satisfies LessonWords
