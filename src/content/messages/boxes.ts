/** What stands where there is nothing yet, and beside what a person put in. */

export const tokenPlaceholder =
  'Paste a token here, or whatever it stands in: a header, a curl command, a cookie, JSON, a log. Every token in it is found. Files can be dropped, too.'

const partPlaceholders = {
  header: 'The header, decoded: the algorithm, the type, the name of the key.',
  payload:
    'The payload, decoded: who issued the token, for whom, until when. Point at a claim to see its characters.',
  signature: 'The signature: its octets, and whether its size fits the algorithm.',
} as const

/** What stands in the place of a part that is not there: what will stand in it, or why it is not. */
export function missingPart(part: keyof typeof partPlaceholders, parts: number | null): string {
  if (parts === null) return partPlaceholders[part]
  return parts >= 5 && part === 'payload'
    ? 'Encrypted: only the holder of the recipient’s key can read it.'
    : 'The token has no such part.'
}

/** Beside the box for a payload that is sent apart from its token. */
export const detachedHint =
  'The token has no payload: paste it here as it was signed, octet for octet. Leave the box empty where the payload really is.'

export const unprotectedText = {
  own: 'Unprotected header',
  shared: 'Shared unprotected header',
  recipient: 'Unprotected header of this recipient',
  meaning: 'Nothing covers it: anybody can have changed it on the way.',
} as const

export const carriageReturns = 'It has carriage returns (CR), kept as pasted: in a secret they count.'

/** On a header parameter of the other form, by the form for which it is registered. */
export const strayParameter = {
  JWS: 'It belongs to signed tokens (JWS) and means nothing here.',
  JWE: 'It belongs to encrypted tokens (JWE) and means nothing here.',
} as const

export const notRegisteredYet = 'From a draft: not registered yet.'

/** On a claim or header parameter that no registry knows. */
export const privateMember = {
  payload: {
    first: 'Private claim: not in the IANA registry. What it means is between the issuer and its services.',
    later: 'Private claim.',
  },
  protected: {
    first:
      'Private parameter: not in the IANA registry. What it means is between the issuer and its services.',
    later: 'Private parameter.',
  },
} as const

/** Beside a key that cannot be read as the person said it is to be. */
export const readAsChosen = 'Read as Key format says; Detect tries all forms.'
