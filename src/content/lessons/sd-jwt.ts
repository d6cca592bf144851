import type { LessonWords } from './words.ts'

export const words = {
  title: 'Showing only part: SD-JWT',
  objective: 'Hide claims behind digests, show exactly one of them, and see why it cannot be altered.',
  intro: [
    'You are the registry that issues a credential, then the person who holds it.',
    'A shop wants to know one thing about the person: the e-mail address. It needs nothing else.',
  ],
  question: {
    ask: 'The issuer signs once. The holder then leaves out some of the claims. Does the signature still match?',
    options: [
      {
        text: 'No: the issuer has to sign each selection.',
        reply:
          'The issuer signed digests of the claims, not the claims. The digests stay, whatever is left out.',
      },
      {
        text: 'Yes: what is signed does not change.',
        reply:
          'Of the hidden claims the signed payload holds only digests. Each disclosure beside it answers one of them, or is left out.',
      },
      {
        text: 'Yes: the hidden claims are encrypted in it.',
        reply:
          'Nothing is encrypted. A digest cannot be turned back into the claim; the disclosure has to be shown.',
      },
    ],
    right: 1,
  },
  tasks: {
    issue: 'As the issuer: mark all personal claims as hideable, and issue the credential.',
    show: 'As the holder: keep the disclosure that the shop asks for, and leave out all others.',
    digest:
      'In the Payload pane, click the digest that this disclosure answers. The disclosure’s row names it. By keyboard: put the caret on it and press Enter.',
    forge: 'Change one character of the disclosure in the Token box, and watch the verdict.',
  },
  whys: {
    bare: '“{name}” stands in the payload for everybody to read. What is not hideable cannot be left out later.',
    required:
      '“{name}” has to be seen by every verifier: it says who issued the credential, or how long it holds.',
    more: 'The shop would also learn “{name}”.',
    less: 'The shop does not get “{name}”, which it asked for.',
    other: 'That digest belongs to another claim. Compare it with the one in the disclosure’s row.',
    'no-digest': 'That is none of the digests in “_sd”.',
    altogether: 'More than one character has changed.',
    jws: 'You changed the signed part: now the issuer’s signature fails. Change what stands between two tildes.',
  },
  facts: [
    {
      text: 'A disclosure is a JSON array of salt, claim name and value, in base64url.',
      specs: ['rfc9901-4.2.1'],
    },
    {
      text: 'Its digest is the hash of that base64url text. So one changed character gives another digest, which the payload does not have.',
      specs: ['rfc9901-4.2.3', 'rfc9901-7.1'],
    },
    {
      text: 'The salt keeps others from guessing a hidden claim by hashing likely values.',
      specs: ['rfc9901-4.2.1'],
    },
    {
      text: 'The payload lists digests in “_sd”, and in arrays as {"...": digest}. “_sd_alg” names the hash.',
      specs: ['rfc9901-4.2.4', 'rfc9901-4.1.1'],
    },
    {
      text: 'Token and disclosures are joined by tildes. So not every token has just three parts and two dots.',
      specs: ['rfc9901-4'],
    },
    {
      text: 'With key binding, the holder also signs a hash of what is shown, “sd_hash”. So a copied credential is of no use to others.',
      specs: ['rfc9901-4.3'],
    },
  ],
} as const satisfies LessonWords
