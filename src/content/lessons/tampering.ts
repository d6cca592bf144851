import type { LessonWords } from './words.ts'

export const words = {
  title: 'Tampering',
  objective: 'Change a claim and watch every check that notices.',
  intro: [
    'The token was issued to user 7. The Key box holds the issuer’s secret, as a verifier has it.',
    'Make four tokens of it, and look at the verdict of each.',
  ],
  question: {
    ask: 'Somebody changes user_id in the payload of a signed token. What happens?',
    options: [
      {
        text: 'It cannot be changed: the signature prevents it.',
        reply: 'A token is text, and text can be changed. The signature only lets a verifier notice.',
      },
      {
        text: 'Nothing: it can still be decoded.',
        reply: 'It can, and that tells nothing. Whoever only decodes takes the new number for true.',
      },
      {
        text: 'It can still be decoded, but it does not verify.',
        reply: 'To decode takes no key and checks nothing. Only the signature shows the change.',
      },
    ],
    right: 2,
  },
  tasks: {
    payload: 'Change user_id in the payload, and leave the signature as it is.',
    bit: 'In the token of the issuer, change one bit of the signature.',
    key: 'Sign with a key of your own, and leave the issuer’s key in the Key box.',
    right: 'Change user_id, and sign with the issuer’s key.',
    attacker: 'Say of each whether somebody without the issuer’s key could make it.',
  },
  whys: {
    verifier:
      'The Key box no longer holds the issuer’s key. Whoever picks the verifier’s key gets any verdict.',
    broken: 'That is no JSON object any more. The signature fails, but so would any reader.',
    unproved: 'Did a key make that? Verify it with yours in the Key box, then put the issuer’s back.',
    same: 'user_id is still {id}.',
    spare: 'You changed bits of the last character that belong to no byte. They have to be zero.',
    bits: '{count} bits of the signature are other than the issuer’s: it should be one.',
    length: 'The signature has {count} bytes now. Change one of its bits, not its length.',
    both: 'Payload and signature are both changed. Put the issuer’s token back first.',
    unsigned: 'It does not verify: the new payload has no signature of the issuer’s key yet.',
    unchanged:
      'You signed what the issuer had signed, and HMAC gave the same signature. Change user_id first.',
    'can-payload':
      'Anybody can change the text: it takes no key. That it is noticed does not keep it from being made.',
    'can-bit': 'Anybody can change a character of the signature. It takes no key.',
    'can-key': 'Anybody has a key of their own. It is only that no verifier trusts it.',
    cannot:
      'Without the issuer’s key nobody gets this signature. You had the key: this lesson gave it to you.',
  },
  facts: [
    {
      text: 'A verifier takes the token apart, checks the signature, and only then goes by the claims. If one step fails, it refuses the token.',
      specs: ['rfc7519-7.2', 'rfc7515-5.2'],
    },
    {
      text: 'To decode is not to verify. A token that can be read may say anything.',
      specs: ['rfc8725-3.3'],
    },
    {
      text: 'A signature that matches shows that nothing was changed. Who made it, it shows only if the key is known to be that sender’s. It keeps nothing secret.',
      specs: ['rfc7515-10.3', 'rfc7519-12'],
    },
    {
      text: 'A tool that shows a good signature after each change has signed again, with a key that it was given. No token was broken.',
      specs: ['rfc7515-5.2'],
    },
  ],
} as const satisfies LessonWords
