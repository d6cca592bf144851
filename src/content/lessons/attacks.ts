import type { LessonWords } from './words.ts'

export const words = {
  title: 'alg none and key confusion',
  objective: 'Break three toy verifiers, then fix each with one setting.',
  intro: [
    'The issuer signs with RS256. Its public key is in the Key box, where everybody may read it.',
    'Three careless verifiers look at the token. They are toys.',
  ],
  question: {
    ask: 'A verifier reads alg in the header, and checks the signature with that algorithm. What is wrong with it?',
    options: [
      {
        text: 'Nothing: the header is signed along with the payload.',
        reply: 'It is, by whoever made the token. A forger writes a header too.',
      },
      {
        text: 'The sender chooses how the sender is checked.',
        reply: 'And a forger is a sender. Which algorithm goes with which key is decided beforehand.',
      },
      {
        text: 'Only that looking it up takes time.',
        reply: 'It takes none worth counting. The trouble is who wrote it.',
      },
    ],
    right: 1,
  },
  tasks: {
    header: 'Break verifier 1: change a claim, write none as alg, and drop the signature.',
    'header-fixed': 'Turn its switch, and see the same forgery refused.',
    text: 'Break verifier 2: make alg HS256, and sign with the text of the public key as the secret.',
    'text-fixed': 'Turn its switch, and see the same forgery refused.',
    jwk: 'Break verifier 3: sign with a key of your own, and put its public half into the header as jwk.',
    'jwk-fixed': 'Turn its switch, and see the same forgery refused.',
    genuine: 'Leave all three so that they accept the genuine token, and no forgery.',
  },
  whys: {
    another: 'That is another token altogether. Make the forgery from the genuine one.',
    unreadable: 'There is no whole signed token in the box.',
    alg: 'This alg is not one that it takes.',
    signed: 'alg says none, but a signature is still there. Drop it.',
    unfit: 'Its key cannot serve this alg.',
    mismatch: 'The signature does not match the key that it takes.',
    same: 'Accepted, but the payload says what the genuine one says. Change a claim: that is what a forger wants.',
    safe: 'Its switch is safe already. See first what the other one lets in.',
    gone: 'What is in the box now fools it with neither switch. Make the forgery once more.',
    unsafe: 'The genuine token is accepted, but so are forgeries: a switch is unsafe again.',
    forged: 'This is no token of the issuer’s. Put the genuine one back.',
  },
  facts: [
    {
      text: 'A verifier has a list of the algorithms that it takes, and each key serves one of them. The header’s alg is only held against that.',
      specs: ['rfc8725-3.1'],
    },
    {
      text: 'A token with none has no signature. It is accepted only where none was asked for in so many words.',
      specs: ['rfc8725-3.2', 'rfc7518-3.6'],
    },
    {
      text: 'kid, jwk, jku and x5u are written by the sender. They are hints: the key must be one that you trust already.',
      specs: ['rfc8725-3.10', 'rfc7515-10'],
    },
    {
      text: 'The list says what is allowed, not what is forbidden. A filter for “none” lets “noNE” pass; try it on verifier 1.',
      specs: ['jwt-practices-3.1'],
    },
    {
      text: 'Whoever holds an HS256 token can guess at its secret offline. A password is too weak: it takes 256 random bits.',
      specs: ['rfc7518-3.2', 'rfc8725-3.5'],
    },
    {
      text: 'A library is to use a key with one algorithm only. Given an imported RSA public key, jose and PyJWT refuse HS256, as tried out.',
      specs: ['rfc8725-3.1', 'jose-verify', 'pyjwt'],
    },
  ],
} as const satisfies LessonWords
