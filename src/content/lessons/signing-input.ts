import type { LessonWords } from './words.ts'

export const words = {
  title: 'The signing input and HMAC',
  objective: 'Compute an HS256 signature in steps and show which bytes it covers.',
  intro: [
    'HS256 is HMAC with SHA-256. A secret and some bytes go in, and 32 bytes come out: the signature.',
    'Whoever has the secret can make the signature, and can check it by making it again.',
  ],
  question: {
    ask: 'Which bytes does the signature of this token cover?',
    options: [
      {
        text: 'The JSON of header and payload, whatever its white space.',
        reply: 'Nobody looks at the JSON here. It is the text of the token that is signed, as it was sent.',
      },
      {
        text: 'The payload alone: the header only says how.',
        reply: 'The header is covered too. Otherwise anybody could change alg and leave the rest.',
      },
      {
        text: 'The characters of the token before its second dot.',
        reply: 'Header, dot and payload, in base64url as they stand there: the JWS Signing Input.',
      },
      {
        text: 'None: the data is inside the signature, encrypted.',
        reply:
          'The signature is a fingerprint made with a key. It hides nothing, and nothing can be read out of it.',
      },
    ],
    right: 2,
  },
  tasks: {
    text: 'Put the secret below into the Key box, leave Key format at Detect, and see why the check fails.',
    reading: 'Choose the Key format that the verdict names.',
    compute: 'Tick what goes into HMAC, so that the result is the signature of the token.',
    space:
      'Put one space between two members of the payload. Leave the claims and the signature as they are.',
    resign: 'Sign what the token says now.',
  },
  whys: {
    secret: 'That is another secret. Read so, it has {found} bytes; the text below has {wanted}.',
    early: 'Read so, it is right already. Set Key format to Detect to see what the text alone does.',
    reading: 'In this reading, the same text is not the bytes that the issuer has.',
    unread: 'The text cannot be read so: look at its characters.',
    key: 'Which bytes are the key? Choose the reading of the secret that verifies first.',
    json: 'That is the JSON. What is signed is its base64url text, as it stands in the token.',
    header: 'Without the header, somebody could change alg unnoticed. It is covered.',
    payload: 'Without the payload, any claims would do. They are covered.',
    dot: 'The dot between the two parts is signed as well: it keeps apart where one ends.',
    second: 'The second dot only introduces the signature, and is not covered.',
    value: 'More than white space has changed. A space inside quotes is part of a value.',
    place: 'That is not one space between two members: put it beside a comma.',
    broken: 'That is no JSON object any more. Put the space beside a comma or a colon.',
    back: 'The space is gone again: for the old bytes, the old signature is right.',
    unsigned: 'Nothing was signed yet, so the old signature stands under new bytes.',
  },
  facts: [
    {
      text: 'What is signed is the ASCII text of header, dot and payload, not the JSON in them.',
      specs: ['rfc7515-5.1'],
    },
    {
      text: 'White space and the order of members mean nothing to JSON, but are signed. A token is passed on as it came, never written anew.',
      specs: ['rfc7515-5.1', 'rfc7519-3.1'],
    },
    {
      text: 'A secret is bytes. One text read as UTF-8, base64url or hex is several secrets, and so is a text with a line break behind it.',
      specs: ['rfc7518-3.2'],
    },
    {
      text: 'The key must be at least as long as the hash: 256 bits for HS256. With one token, a password can be guessed offline.',
      specs: ['rfc7518-3.2', 'rfc8725-2.2', 'rfc8725-3.5'],
    },
    {
      text: 'To decode takes no key, and does not tell who wrote the token.',
      specs: ['rfc7515-5.2', 'rfc8725-3.3'],
    },
    {
      text: 'There is a worked example with every byte. Its JSON has line breaks, and they count.',
      specs: ['rfc7515-A.1'],
    },
  ],
} as const satisfies LessonWords
