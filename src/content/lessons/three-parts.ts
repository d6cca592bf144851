import type { LessonWords } from './words.ts'

export const words = {
  title: 'Three parts, two dots',
  objective: 'Split a token by hand and predict what each part decodes to.',
  intro: [
    'Here is a signed token as it travels. The inspector has not seen it yet: cut it first.',
    'The dots are no part of what is encoded. No base64url character is a dot, so they can separate.',
  ],
  question: {
    ask: 'How many parts, with dots between them, does a JWT have?',
    options: [
      {
        text: 'Always three.',
        reply: 'Three is right for a signed one, which is a JWS. An encrypted one, a JWE, has five.',
      },
      {
        text: 'Three if it is signed, five if it is encrypted.',
        reply: 'A JWS has header, payload and signature. A JWE has five parts, and hides its content.',
      },
      {
        text: 'One for each claim.',
        reply: 'All claims stand together in one part, the payload, as one JSON object.',
      },
    ],
    right: 1,
  },
  tasks: {
    cuts: 'Move both marks onto the dots, and cut.',
    predict: 'Say what each part will be, before the inspector shows it.',
    typed: 'In the Token box, type a character into each part, and see which pane complains.',
    removed: 'Take away all characters of the last part, and leave the dot before it.',
    unsecured:
      'Make it an unsecured token: third part empty, alg none. See in the verdict that it is refused.',
  },
  whys: {
    offDot: 'You cut at “{characters}”. Only a dot separates; every other character belongs to a part.',
    oneDot: 'Both marks stand on one dot. There is another.',
    unsaid: 'Say it of part {part} too.',
    notHeader:
      'Part {part} is something else. The first part is the header: a reader needs it first, to know how to read on.',
    notPayload:
      'Part {part} is something else. The claims are what is signed, so they come before the signature.',
    notSignature:
      'Part {part} is something else. A signature is made over what stands before it, so it comes last; and it is no text.',
    dots: 'Now there are {count} parts. A dot begins a new part, wherever it is typed.',
    another: 'That is another token. Do it to the one that you cut.',
    dotGone: 'The dot is gone too. An empty third part still needs the dot before it.',
    stillSigned:
      'The header says none, but the third part is not empty. An unsecured token has nothing there.',
    spelling: 'The header says “{alg}”. The name is none, in small letters: case counts.',
  },
  facts: [
    {
      text: 'A JWS in compact form is BASE64URL(header), a dot, BASE64URL(payload), a dot, BASE64URL(signature).',
      specs: ['rfc7515-3.1', 'rfc7515-7.1'],
    },
    {
      text: 'In a signed JWT, header and payload are JSON in base64url: encoded, not encrypted. Whoever has the token can read them.',
      specs: ['rfc7519-3', 'rfc7515-2'],
    },
    {
      text: 'An unsecured JWT has alg none and an empty third part; its last dot stays. It proves nothing, so verifiers refuse it.',
      specs: ['rfc7519-6.1', 'rfc8725-3.2'],
    },
    { text: 'Five parts mean a JWE, which hides its content.', specs: ['rfc7516-3.1'] },
    {
      text: 'An SD-JWT adds parts behind tildes. The JSON serializations are no JWTs: a JWT is always compact.',
      specs: ['rfc9901-4', 'rfc7519-1'],
    },
  ],
} as const satisfies LessonWords
