import type { LessonWords } from './words.ts'

export const words = {
  title: 'What this string is',
  objective: 'Tell a JWT from a session id and from a password, and say who makes, carries and reads it.',
  intro: [
    'The token in the box is an access token as SimpleJWT makes one after a login. It was made a moment ago.',
    'An issuer makes it, a holder carries it, and a verifier reads it and decides.',
  ],
  question: {
    ask: 'You find this token in a log. What can you learn from it without any key?',
    options: [
      {
        text: 'Nothing: it is encrypted.',
        reply: 'A signed token is encoded, not encrypted. Whoever has the string can read all of it.',
      },
      {
        text: 'Everything that it says, but not whether it is true.',
        reply: 'Reading takes no key. A key is needed to know who wrote it, and that nobody changed it.',
      },
      {
        text: 'Only the number of a session, which a server has to look up.',
        reply: 'A session id means nothing by itself. This string carries its statements along.',
      },
    ],
    right: 1,
  },
  tasks: {
    issuer:
      'In the payload, click the claim that says who issued the token. By keyboard: put the caret on it and press Enter.',
    subject: 'Click the claim that says whom it is about.',
    expiry: 'Click the claim that says until when it may be used.',
    roles: 'Look at it as each of the three: issuer, holder and verifier.',
  },
  whys: {
    other: 'You clicked “{name}”. That claim answers another question.',
    elsewhere: 'That is no claim of the payload.',
    silent: 'This token does not say it. Start over to have one that does.',
  },
  facts: [
    {
      text: 'A JWT is a compact, URL-safe way to send claims between two parties. It is pronounced like “jot”.',
      specs: ['rfc7519-1'],
    },
    {
      text: 'It is a format, not a way to log in. What it is good for is decided by the protocol around it.',
      specs: ['rfc7519-1', 'rfc6750-1.2'],
    },
    {
      text: 'A password shows that somebody knows it. A bearer token works for whoever holds it, and only a checked signature shows who issued it.',
      specs: ['rfc6750-1.2', 'rfc7515-10.3'],
    },
  ],
} as const satisfies LessonWords
