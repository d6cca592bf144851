import type { LessonWords } from './words.ts'

export const words = {
  title: 'Key sets and rotation',
  objective: 'Pick a key by kid, and roll it over without an outage.',
  intro: [
    'An issuer publishes its public keys as a JWK Set. The Key box has one with three keys.',
    'Every five minutes this issuer signs a token that lives for fifteen. Once it changes the key.',
  ],
  question: {
    ask: 'The set lies open at an address that anybody can fetch. What can a stranger do with it?',
    options: [
      {
        text: 'Forge tokens: keys have to be kept secret.',
        reply: 'Private keys have to be. These are public keys: they verify, and cannot sign.',
      },
      {
        text: 'Verify the issuer’s tokens, and nothing more.',
        reply: 'That is what public keys are for. The private keys never leave the issuer.',
      },
      {
        text: 'Read tokens that were hidden before.',
        reply: 'A signed token was never hidden: reading it takes no key.',
      },
    ],
    right: 1,
  },
  tasks: {
    pick: 'Choose the key of the set that the token in the box was signed with.',
    keep: 'Go through all points in time. See that the oldest unexpired and the newest token verify at each.',
    publish: 'Publish the new key one point before it signs: verifiers keep a copy of the set for so long.',
    retire: 'Retire keys: at the last point the set has only what an unexpired token needs.',
    thumbprint: 'Find the key with the thumbprint below, and put it alone into the Key box.',
  },
  whys: {
    other: '{name} does not verify it. Compare kid in the header with the kid of each key.',
    oldest: 'At point {point} the oldest unexpired token fails: {name} is not in the set.',
    newest: 'At point {point} the newest token fails: {name} is not in the set.',
    copy: 'At point {point} the newest token is of {name}, which a copy of the set before it lacks.',
    stale: '{name} is still there, though its last token has expired. Whoever stole it could go on signing.',
    print: 'The key in the box has another thumbprint: {print}.',
  },
  facts: [
    {
      text: 'A JWK Set is an object whose member keys is a list of JWKs. kid tells them apart, in the set and in the header.',
      specs: ['rfc7517-5', 'rfc7517-4.5'],
    },
    {
      text: 'The issuer’s metadata says where the set is, as jwks_uri.',
      specs: ['rfc8414-2', 'oidc-discovery-3'],
    },
    {
      text: 'To change keys, the issuer adds the new one and signs under its kid. A verifier that does not know a kid fetches the set again.',
      specs: ['oidc-10.1.1'],
    },
    {
      text: 'A key that signs no more stays in the set for a while, so that its last tokens verify.',
      specs: ['oidc-10.1.1'],
    },
    {
      text: 'kid is a hint, written by the sender. It chooses among keys that you trust already, and vouches for none.',
      specs: ['rfc8725-3.10', 'rfc7517-4.5'],
    },
    {
      text: 'A thumbprint is the hash of the members that make the key, in order and without white space. Whoever computes it gets the same.',
      specs: ['rfc7638-3'],
    },
    {
      text: 'Public keys may be read by all. Private members must not get into a set that is published.',
      specs: ['rfc7517-9.2'],
    },
  ],
} as const satisfies LessonWords
