import type { LessonWords } from './words.ts'

export const words = {
  title: 'Two jobs: authorization and information exchange',
  objective:
    'Use one token for access, another for facts, and show why each side must check aud, iss and typ.',
  intro: [
    'Ada signs in once at a provider. It hands out two tokens, and both are signed with one key.',
    'The client is the app that she uses. The API is where her orders are. Both trust the provider’s public key, and so far they check signature and expiry alone.',
  ],
  question: {
    ask: 'The API receives Ada’s ID token. Its signature verifies. Should the API let her in?',
    options: [
      {
        text: 'Yes: the provider vouches that it is Ada.',
        reply:
          'It tells the client that Ada logged in. It does not say that the client may act for her at the API.',
      },
      {
        text: 'No: an ID token is never signed with a key that an API knows.',
        reply: 'Often it is the very same key. The signature cannot tell the two apart.',
      },
      {
        text: 'No: it was issued to somebody else, and for another purpose.',
        reply: 'Its audience is the client. Only a check of aud and typ keeps it out.',
      },
    ],
    right: 2,
  },
  tasks: {
    login: 'Sign in once, and see what is handed out.',
    api: 'Send the API its access token and four that it must refuse. Set its checks until it decides rightly.',
    client: 'Do the same with the client: its ID token, and three tokens that it must refuse.',
    partner: 'Now letters: verify the partner’s own letter with the right key, and accept it.',
    impostor: 'Reject the letter that somebody else wrote in the partner’s name.',
  },
  whys: {
    taken: 'The {service} took “{token}”. What it did not check would have told: {claims}.',
    refused: 'The {service} refused its own token. The reason: {claims}.',
    unverified: 'You accepted a letter that was not verified with the partner’s public key.',
    genuine:
      'That letter is the partner’s: the partner’s public key verifies it, and nobody else can have signed it.',
    untried:
      'Right to be careful, but you have no reason yet. First try the partner’s public key on it, or the secret.',
    shared:
      'The secret verifies it, but every supplier has that secret. Any of them can have written this, with an account of their own.',
  },
  facts: [
    {
      text: 'Authentication asks who somebody is; authorization asks what is allowed. A JWT is a format and does neither by itself.',
      specs: ['rfc7519-1', 'rfc6750-1.2'],
    },
    {
      text: 'An ID token tells the client that and how somebody logged in. Its audience is the client.',
      specs: ['oidc-2'],
    },
    {
      text: 'The client compares iss, finds itself in aud, and compares the nonce with the one that it sent.',
      specs: ['oidc-3.1.3.7'],
    },
    {
      text: 'An access token as a JWT has the type at+jwt. Its audience is the API, which must check type, issuer and audience.',
      specs: ['rfc9068-2', 'rfc9068-4'],
    },
    {
      text: 'One key may sign many kinds of token. Audience, explicit types and rules that exclude each other keep one from passing for another.',
      specs: ['rfc8725-3.9', 'rfc8725-3.11', 'rfc8725-3.12'],
    },
    {
      text: 'HS256 and ES256 differ in more than strength. Who can verify an HMAC can make one; a public key only verifies.',
      specs: ['rfc7518-3.2', 'rfc7518-3.4'],
    },
    {
      text: 'So a shared secret says that one of its holders wrote the message, and never which.',
      specs: ['rfc7515-10.5'],
    },
  ],
} as const satisfies LessonWords

/** What the controls say. */
export const says = {
  login: 'Sign in at the provider',
  nonce: 'Nonce that the client sent: ',
  tokens: 'Put into the Token box',
  service: '{service}: checks besides signature and exp',
  send: 'Send to the {service}',
  sent: 'What was sent',
  unsent: 'Not sent to it yet: {tokens}.',
  accepts: 'The {service} accepts the {token}.',
  refuses: 'The {service} refuses the {token}: {claims}.',
  unknown: 'token in the box',
  letters: 'Letters in the partner’s name',
  letter: { shared: 'Letter 1', partner: 'Letter 2' },
  keys: 'Put into the Key box',
  key: {
    provider: 'Provider’s public key',
    partner: 'Partner’s public key',
    shared: 'Secret that all suppliers share',
  },
  accept: 'Accept this letter',
  reject: 'Reject this letter',
  none: 'There is no letter in the Token box.',
  accepted: '{letter}: accepted',
  rejected: '{letter}: rejected',
} as const
