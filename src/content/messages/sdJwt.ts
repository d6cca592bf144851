import type { DecodeFault } from '../../core/decode/fault.ts'
import type { Fault } from '../../core/text/result.ts'
import type { SelectiveFault } from '../../core/validate/selective.ts'
import type { SelectiveNotice } from '../../core/validate/selectiveNotices.ts'
import { decodeWords, hex } from './decode.ts'
import { foreign } from './foreign.ts'

type Values = Fault['values']

/** Why an SD-JWT is to be rejected. What breaks base64url or JSON has its words from the decoder. */
const selectiveWords: Readonly<Record<Exclude<SelectiveFault, DecodeFault>, (values: Values) => string>> = {
  'disclosure-empty': () => 'Nothing stands between two tildes, where a disclosure belongs.',
  'disclosure-not-utf8': ({ octet }) =>
    `The disclosure is not text: octet ${hex(octet)} cannot stand there in UTF-8.`,
  'disclosure-not-json': () => 'The disclosure decodes to text that is no JSON.',
  'disclosure-not-array': () => 'The disclosure is JSON, but no array.',
  'disclosure-count': ({ count }) =>
    `The disclosure has ${count} element${count === 1 ? '' : 's'}: it must have salt, name and value, or salt and value.`,
  'disclosure-salt': () => 'The salt, the first element, must be a string.',
  'disclosure-name': () => 'The claim name, the second of three elements, must be a string.',
  'sd-payload': () => 'The payload is no JSON object, so nothing can be disclosed in it.',
  'sd-alg-unknown': ({ alg }) =>
    `_sd_alg is ${foreign(alg)}. Known here are sha-256, sha-384 and sha-512, in these letters; without knowing the hash no verifier can accept the token.`,
  'sd-malformed': () => '_sd must be a list of digests, each a string.',
  'ellipsis-malformed': () =>
    'A member “...” may only be the digest in an array’s item {"...": "digest"}, alone and a string.',
  'digest-repeated': ({ digest }) =>
    `The digest ${foreign(digest)} stands in two places: nobody could say where its claim belongs.`,
  'disclosure-repeated': () => 'The same disclosure is sent twice.',
  'disclosure-unreferenced': ({ digest }) =>
    `No digest in the token is this disclosure’s (${foreign(digest)}): it was forged or altered, belongs to another token, or the disclosure around it is missing.`,
  'disclosure-elements': ({ wanted }) =>
    wanted === 3
      ? 'Its digest stands in an _sd, where salt, name and value are needed; it has only two elements.'
      : 'Its digest stands in an array, where salt and value are needed; it has a name too.',
  'disclosure-reserved': ({ name }) => `The claim name ${foreign(name)} is reserved.`,
  'disclosure-exists': ({ name }) =>
    `A claim “${foreign(name)}” is there already: the disclosure would replace it.`,
}

/** A fault of disclosures or digests in words, without its place. */
export function selectiveText({ code, values }: Fault): string {
  const own: Readonly<Record<string, (values: Values) => string>> = selectiveWords
  return (own[code] ?? decodeWords[code as DecodeFault])(values)
}

export const noticeTexts: Readonly<Record<SelectiveNotice, (values: Values) => string>> = {
  'sd-alg-nested': () => '_sd_alg stands below the top level, where it means nothing.',
  'salt-repeated': () =>
    'Two disclosures have the same salt: whoever sees one can test guesses of the other.',
  'salt-short': ({ length }) =>
    `A salt has only ${length} characters; 128 random bits take 22 in base64url. A short one can be guessed, and with it what is held back.`,
  'claim-withholdable': ({ name }) =>
    `${foreign(name)} can be held back. It decides whether the token is valid, so a verifier must insist on it.`,
}

/** What becomes of the parts of an SD-JWT, in a few words. */
export const sdJwtTexts = {
  heading: 'Disclosures',
  none: 'None was sent: the verifier sees only what the issuer left open.',
  /** @param count null where no digest can be computed */
  unanswered: (count: number | null) =>
    count === null
      ? 'Without the hash no digest can be computed, nor told which are answered.'
      : count === 0
        ? 'Every digest is answered.'
        : `${count.toLocaleString('en')} digest${count === 1 ? ' is' : 's are'} answered by no disclosure: held back, or decoys. Nobody but the issuer can tell.`,
  rejected: 'With these disclosures a verifier must reject the token:',
  bindingDropped:
    'The Key Binding JWT is left out: it was signed over other disclosures. The holder must sign a new one.',
  notIssued: 'Changes here are a preview. The verdict is on what was pasted.',
} as const
