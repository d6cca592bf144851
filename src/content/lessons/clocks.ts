import type { LessonWords } from './words.ts'

export const words = {
  title: 'Expiry, not-before and two clocks',
  objective: 'Place now on the time line and reason about leeway.',
  intro: [
    'The issuer writes times into the token, and the verifier looks at them.',
    'This token may be used from nbf on, until exp.',
  ],
  question: {
    ask: 'A service refuses a fresh token: “used before issued”. What is the likely cause?',
    options: [
      {
        text: 'The library is broken.',
        reply: 'It does what it is told: by the clock of this machine, the token comes from the future.',
      },
      {
        text: 'Two clocks differ: the issuer’s runs ahead of the verifier’s.',
        reply: 'Set both clocks by a time server. A small leeway covers the seconds that remain.',
      },
      {
        text: 'The signature does not match.',
        reply:
          'A signature has no time in it. That one is checked with a key, before any claim is looked at.',
      },
    ],
    right: 1,
  },
  tasks: {
    early: 'Move the verifier’s clock to a moment at which the token is not yet valid.',
    valid: 'Move it to where the token is valid by exp and nbf alone.',
    leeway: 'Set a tolerance, and find a moment at which the token is valid only because of it.',
    expired: 'Move the clock to where the token is expired, tolerance and all.',
    milliseconds:
      'Edit the payload: write exp in milliseconds, as Date.now() counts. Sign it, and move the clock.',
    repair:
      'Repair a token whose exp has 13 digits: the same moment in seconds, and a signature that matches.',
  },
  whys: {
    zero: 'The tolerance is 0: there is no moment that only a tolerance makes valid.',
    strict: 'Here the token is valid without any tolerance.',
    late: 'This clock is {seconds} s past exp plus tolerance.',
    soon: 'This clock is {seconds} s short of nbf less tolerance.',
    wide: 'A tolerance of {seconds} s is more than a few minutes. It keeps expired tokens alive for as long.',
    text: 'exp is no number now. A time in quotes is text.',
    digits: 'exp has {digits} digits. Milliseconds of our days have 13.',
    unsigned: 'exp is right, but the signature is still that of the old payload. Sign it.',
    still: 'exp still has {digits} digits: read as seconds, that is in the year {year}.',
    missing: 'Without exp the token never expires. That is no repair.',
    moment: 'exp is another moment now: {seconds} s away from the one that was meant.',
  },
  facts: [
    {
      text: 'On and after the second of exp a token must not be accepted; before that of nbf neither.',
      specs: ['rfc7519-4.1.4', 'rfc7519-4.1.5'],
    },
    {
      text: 'A verifier may allow a small leeway for clocks that differ, usually no more than a few minutes.',
      specs: ['rfc7519-4.1.4', 'rfc7519-4.1.5'],
    },
    {
      text: 'Times count seconds since the beginning of 1970 in UTC. Leap seconds are ignored, fractions are allowed.',
      specs: ['rfc7519-2'],
    },
    {
      text: 'Milliseconds are taken for seconds, and put the end some 56,000 years ahead: such a token does not expire.',
      specs: ['rfc7519-2', 'rfc7519-4.1.4'],
    },
    {
      text: 'iat says when a token was issued. The RFC does not have one from the future refused, though some libraries do so.',
      specs: ['rfc7519-4.1.6'],
    },
    {
      text: 'SimpleJWT issues access tokens for 5 minutes and refresh tokens for a day, and allows no leeway.',
      specs: ['simplejwt'],
    },
    {
      text: 'The leeway is the verifier’s choice, and defaults differ. .NET allows 5 minutes; Spring and Rust’s jsonwebtoken 60 seconds; jose and PyJWT none.',
      specs: ['dotnet-skew', 'spring-jwt', 'jsonwebtoken', 'jose-verify', 'pyjwt'],
    },
  ],
} as const satisfies LessonWords
