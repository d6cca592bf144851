import type { LessonWords } from './words.ts'

export const words = {
  title: 'base64url, bit by bit',
  objective: 'Convert three bytes into four characters and back, and explain -, _ and the missing =.',
  intro: [
    'Three bytes are 24 bits, and so are four groups of six. Each group of six is a number from 0 to 63, written as one character.',
    'A to Z are 0 to 25, a to z are 26 to 51, the digits are 52 to 61, - is 62 and _ is 63.',
  ],
  question: {
    ask: 'A string begins with “eyJ”. What do you know?',
    options: [
      {
        text: 'That it is a JWT.',
        reply:
          'A JSON object begins so if its first name follows at once and begins with a letter. Few of them are JWTs.',
      },
      {
        text: 'That, if it is base64, its first two bytes are {".',
        reply: 'Of its 18 bits, 16 are those two bytes. All sorts of JSON begins so, tokens or not.',
      },
      {
        text: 'That it is encrypted.',
        reply: 'Encoding is no encryption. Whoever has the characters has the bytes; no key is needed.',
      },
    ],
    right: 1,
  },
  tasks: {
    bits: 'Set the bits so that the four characters read eyJh.',
    text: 'Find a text whose encoding has both a - and a _ in it.',
    last: 'In the Token box, delete the last character, look at the signature, and type it again.',
    spare:
      'Bonus, to be left out if you like: change the token’s last character so that the signature has the same octets.',
  },
  whys: {
    character:
      'Character {place} is “{is}”, number {number}. You want “{want}”, which is {wanted}: {bits} in bits.',
    neither:
      'There is neither. A - is the bits 111110 and a _ is 111111; look for a text with so many ones in a row.',
    noDash: 'There is a _, and no -. A - is the bits 111110.',
    noUnderscore: 'There is a -, and no _. A _ is the bits 111111.',
    other: 'The last character was “{was}”, and now is “{is}”.',
    octets:
      'Octet {place} of the signature was {was}, and now is {is}. Only the last {spare} bits of the character are unused.',
    elsewhere: 'More than the last character is changed now.',
  },
  facts: [
    {
      text: 'base64url is base64 with - and _ in place of + and /, so that it is safe in an address; JOSE leaves the = out.',
      specs: ['rfc4648-5', 'rfc7515-2', 'rfc7515-C'],
    },
    {
      text: 'A reader for plain base64, such as atob(), fails on - and _. What it returns is bytes, not text.',
      specs: ['rfc4648-4', 'rfc4648-5'],
    },
    {
      text: 'One byte takes two characters, two take three, three take four. So a length is never one more than a multiple of 4.',
      specs: ['rfc4648-4'],
    },
    {
      text: 'The unused bits of the last character should be zero. A decoder may reject others; with one that does not, two texts mean the same bytes.',
      specs: ['rfc4648-3.5'],
    },
    {
      text: 'The bytes of a header are UTF-8 text, in which ë is two bytes.',
      specs: ['rfc7515-3.1'],
    },
    {
      text: 'Encoding hides nothing: it takes no key, and everybody can undo it.',
      specs: ['rfc4648-12'],
    },
  ],
} as const satisfies LessonWords
