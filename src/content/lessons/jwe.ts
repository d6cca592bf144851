import type { LessonWords } from './words.ts'

export const words = {
  title: 'Hiding the content: JWE',
  objective: 'Encrypt a token, see what stays readable, and put a signed token inside an encrypted one.',
  intro: [
    'The token in the box is signed: anybody who holds it reads the room number. A JWE hides the content.',
    'With “dir”, both sides share one key. With RSA-OAEP-256, anybody can encrypt with the public key, and only the holder of the private key can read.',
  ],
  question: {
    ask: 'Can you read anything of a JWE without its key?',
    options: [
      {
        text: 'Nothing at all.',
        reply: 'The protected header is only encoded. It has to be: it says how the rest is to be opened.',
      },
      {
        text: 'Its header.',
        reply:
          'It says which algorithms were used. It is authenticated, so it cannot be changed, but it is not hidden.',
      },
      {
        text: 'Its header and the claims, as in any JWT.',
        reply: 'The claims are in the ciphertext. Without the key they are noise.',
      },
    ],
    right: 1,
  },
  tasks: {
    encrypt: 'Encrypt the token’s claims in one of the two ways.',
    parts: 'Count the parts of what is now in the Token box, and enter the number.',
    read: 'Without a key: click something that can still be read, or put the caret there and press Enter.',
    open: 'Put the key into the Key box, and see the claims again.',
    nest: 'Now protect the token in both ways: with a signature and with encryption, in the right order.',
  },
  whys: {
    count: 'You said {said}. Count the dots: there is one part more than there are dots.',
    noise: 'That is no header. It can be decoded into octets, but they mean nothing without the key.',
    'wrong-key': 'That key does not open it. A JWE either opens with the right key or not at all.',
    outside:
      'Here the signature is outside. Anybody can take it off and put their own on what they cannot even read.',
    cty: 'The inner token is there, but the outer header does not say so: it needs “cty” with the value “JWT”.',
    unverified: 'It opens, but the signature inside does not verify: its key must be in the Key box as well.',
  },
  facts: [
    {
      text: 'The compact form has five parts: header, encrypted key, initialization vector, ciphertext, and tag.',
      specs: ['rfc7516-3.1', 'rfc7516-7.1'],
    },
    {
      text: 'In a JWE, “alg” says how the content key reaches the reader, and “enc” how the content is encrypted.',
      specs: ['rfc7516-4.1'],
    },
    {
      text: 'The header is not hidden. It goes into the tag as additional authenticated data, so a change is noticed.',
      specs: ['rfc7516-5.1'],
    },
    {
      text: 'Sign first, then encrypt: so the signature is hidden too, and nobody can strip it off.',
      specs: ['rfc7519-11.2'],
    },
    {
      text: 'A nested token says “cty”: “JWT” in its outer header.',
      specs: ['rfc7519-5.2'],
    },
  ],
} as const satisfies LessonWords
