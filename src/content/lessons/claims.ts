import type { LessonWords } from './words.ts'

export const words = {
  title: 'Claims: what the token says',
  objective: 'Read registered, public and private claims and their types; repair wrong ones.',
  intro: [
    'You are the service https://orders.example.com, and this access token is for you. Its signature is right, and its claims are not.',
    'Findings shows two of the four faults, and the rules under Checks a third. For whom the token should be, only you know.',
  ],
  question: {
    ask: 'A token’s aud is ["https://billing.example.com", "https://orders.example.com"]. Is it for you?',
    options: [
      {
        text: 'No: aud has to be exactly my name.',
        reply: 'aud may be a string or a list. What counts is whether your name is in it.',
      },
      {
        text: 'Yes: my name is in the list.',
        reply: 'One entry has to be exactly your name. A token whose aud lacks it must be refused.',
      },
      {
        text: 'Only if the signature is right; aud is for information.',
        reply:
          'A right signature tells who issued the token. Without a look at aud you accept tokens meant for others.',
      },
    ],
    right: 1,
  },
  tasks: {
    private:
      'In the payload, click the claim with a private name: one that only issuer and service agreed on. By keyboard: put the caret on it and press Enter.',
    exp: 'Repair exp, which is written as text.',
    iat: 'Repair iat: somebody wrote milliseconds.',
    sub: 'Repair sub, which is a number, and keep its digits.',
    aud: 'Make aud an array that has your service in it.',
    added: 'Add one more registered claim, from the list below or by hand.',
    whole: 'Sign as the issuer: nothing is left under Findings, and the verdict is Verified.',
  },
  whys: {
    registered: '“{name}” is in the IANA registry. Everybody reads it in the same way.',
    public:
      '“{name}” is a public name: whoever owns the address may define it, and nobody else takes the same by chance.',
    elsewhere: 'That is no claim of the payload.',
    gone: 'There is no {name} any more. Repair it rather than take it away.',
    text: '{name} is still no number. Take the quotation marks away.',
    unit: 'That is {value}. A NumericDate counts seconds, and has ten digits these days.',
    past: 'That is past, so the token is expired.',
    ahead: 'That is more than five minutes ahead of the clock.',
    number: 'sub is still no text. It is a StringOrURI, so it needs quotation marks.',
    other: 'Now the token is about somebody else: the digits were {digits}.',
    colon: 'A text with a colon in it has to be a URI.',
    string: 'That would do: aud may be a string. Here, make it an array, for more recipients to come.',
    without: 'Your service is not in it, to the letter, so you would have to refuse the token.',
    type: 'By its definition, {name} is of type {type}.',
    findings: 'The list under Findings still has {count}.',
    unsigned: 'The claims are in order, and the signature is still that of the old ones.',
    key: 'It is verified with another key than the issuer’s.',
  },
  facts: [
    {
      text: 'Registered names are in the IANA registry. Public names are such that they cannot collide, as addresses are. Private names are agreed on between two parties.',
      specs: ['rfc7519-4.1', 'rfc7519-4.2', 'rfc7519-4.3'],
    },
    {
      text: 'A NumericDate is a number of seconds since 1970, in UTC. In milliseconds the same time lies tens of thousands of years ahead.',
      specs: ['rfc7519-2'],
    },
    {
      text: 'A StringOrURI is a string, and a URI if it has a colon. sub is one, so it is never a number.',
      specs: ['rfc7519-2', 'rfc7519-4.1.2'],
    },
    {
      text: 'aud is a string or an array of them. A recipient that is not in it must refuse the token.',
      specs: ['rfc7519-4.1.3'],
    },
    {
      text: 'Each claim name occurs once. Where one is repeated, a parser rejects the token or takes the last of them.',
      specs: ['rfc7519-4'],
    },
  ],
} as const satisfies LessonWords
