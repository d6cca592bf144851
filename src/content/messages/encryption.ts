import type { DecryptFault, DecryptFitFault, OpeningFault } from '../../core/crypto/decryption.ts'
import type { SegmentName } from '../../core/decode/token.ts'
import type { Fault } from '../../core/text/result.ts'
import { foreign } from './foreign.ts'
import type { VerdictWord } from './words.ts'

type Values = Fault['values']
type Words<Code extends string> = Readonly<Record<Code, (values: Values) => string>>

const octets = (count: string | number | undefined) =>
  `${Number(count).toLocaleString('en')} octet${count === 1 ? '' : 's'}`

const parts: Readonly<Record<string, string>> = {
  encrypted_key: 'encrypted key',
  iv: 'initialization vector',
  tag: 'authentication tag',
  ciphertext: 'ciphertext',
}

/** At which step a JWE does not open, and what to do. */
export const openingWords: Words<OpeningFault> = {
  'open-length': ({ part, by, expected, found }) =>
    part === 'ciphertext'
      ? `The ciphertext has ${octets(found)}; with ${by} it has a multiple of ${expected}, and not none. The token was cut or altered.`
      : `The ${parts[String(part)]} has ${octets(found)}; with ${by}${part === 'encrypted_key' ? ' and this key' : ''} it has ${Number(expected).toLocaleString('en')}. The token was altered${part === 'encrypted_key' ? ', or it is for another key' : ''}.`,
  'open-parameter': ({ name, expected }) =>
    `The header’s ${name} is missing or malformed: expected is ${expected}. Whoever made the token must mend that.`,
  'open-epk-point': ({ crv }) =>
    `The ephemeral key (epk) is no sound point on ${crv}. Such a key can be an attack on yours; refuse the token.`,
  'open-epk-curve': ({ needs, has }) =>
    `The ephemeral key (epk) is on ${has === '' ? 'no known curve' : foreign(has)}, your key on ${needs}: the token is for another key.`,
  'open-unwrap': ({ alg }) =>
    `The content key does not unwrap (${alg}): the token is for another key, or its encrypted key was altered.`,
  'open-content-key': ({ enc, expected, found }) =>
    `The content key unwraps to ${octets(found)}; ${enc} takes ${expected}. Whoever made the token used the wrong size.`,
  'open-tag': ({ enc, direct }) =>
    direct === 1
      ? `The authentication tag does not match (${enc}): it is another key, or header, content or tag were altered.`
      : `Your key unwraps the content key, yet the authentication tag does not match (${enc}): header, content or tag were altered.`,
  'open-padding': ({ enc }) =>
    `The tag matches and the padding inside is wrong (${enc}): whoever made the token padded it wrongly.`,
  'open-inflate': () =>
    'It opens, but the content is no DEFLATE, though zip says so. Whoever made the token compressed it otherwise (zlib or gzip, say) or not at all.',
}

/** Why a JWE cannot be opened; codes that signatures have too are worded with theirs. */
export const decryptWords: Words<
  Exclude<
    DecryptFault,
    | 'crypto-alg-missing'
    | 'crypto-alg-unknown'
    | 'crypto-crit-malformed'
    | 'crypto-crit-unknown'
    | 'crypto-no-webcrypto'
    | 'crypto-key-rejected'
  >
> = {
  'crypto-enc-missing': () => 'Cannot be opened: the header has no enc, or it is no string.',
  'crypto-enc-unknown': ({ enc }) => `Cannot be opened: enc “${foreign(enc)}” is no known algorithm.`,
  'crypto-encryption-case': ({ name, value, meant }) =>
    `Cannot be opened: ${name} “${foreign(value)}” is not “${meant}”; the case of letters counts.`,
  'crypto-alg-signature': ({ alg }) => `Cannot be opened: ${alg} signs; it does not encrypt.`,
  'crypto-zip-unknown': ({ zip }) =>
    `Cannot be opened: zip “${foreign(zip)}” is not known; the only one is DEF.`,
  'crypto-rounds-ask': ({ p2c }) =>
    `Not opened yet: p2c asks for ${Number(p2c).toLocaleString('en')} rounds of hashing, which a hostile token can use to keep a machine busy.`,
  'crypto-rounds-refused': ({ p2c, most }) =>
    `Not opened: p2c asks for ${Number(p2c).toLocaleString('en')} rounds of hashing, more than the ${Number(most).toLocaleString('en')} that are run here.`,
  'crypto-inflation-ask': ({ most }) =>
    `It opens, and its content inflates to more than ${Number(most).toLocaleString('en')} octets: inflating stopped there, as a small token can hold gigabytes.`,
  'crypto-inflation-refused': ({ most }) =>
    `It opens, and its content inflates to more than ${Number(most).toLocaleString('en')} octets, the most that is inflated here.`,
  'crypto-modulus-refused': ({ bits, most }) =>
    `Cannot be opened: a modulus of ${Number(bits).toLocaleString('en')} bits is more than the ${Number(most).toLocaleString('en')} that are computed with here.`,
}

/** Why a key cannot open a JWE; codes that signatures have too are worded with theirs. */
export const decryptFitWords: Words<
  Exclude<DecryptFitFault, 'fit-key-type' | 'fit-key-alg' | 'fit-key-parameters' | 'fit-none'>
> = {
  'fit-agreement-curve': ({ alg, has }) =>
    `does not fit: ${alg} needs a key on P-256, P-384, P-521, X25519 or X448, this one is on ${foreign(has)}`,
  'fit-private-missing': ({ alg }) =>
    `does not open it: this is the public key, with which anybody encrypts. ${alg} needs the private one`,
  'fit-secret-length': ({ alg, expected, found }) =>
    `does not fit: ${alg} needs a secret of exactly ${octets(expected)}, this one has ${found}. Is it in base64url or hex? Then choose that format`,
  'fit-encryption-use': ({ use }) =>
    `does not fit: the JWK says use “${foreign(use)}”; to decrypt it must be “enc”`,
  'fit-encryption-operations': ({ operations }) =>
    `does not fit: the JWK’s key_ops (${foreign(operations)}) do not allow to decrypt`,
}

/** What the headline says of a token that is encrypted, where that differs. */
export const encryptedHeadlines: Partial<
  Readonly<Record<VerdictWord, { readonly word: string; readonly meaning: string }>>
> = {
  'needs-key': {
    word: 'Encrypted',
    meaning: 'The header can be read; the content only with the recipient’s key.',
  },
  failed: { word: 'Not opened', meaning: 'It does not open; its line says at which step it stops.' },
  impossible: { word: 'Cannot open', meaning: 'It could not be opened; its line says why.' },
  decrypted: {
    word: 'Decrypted',
    meaning:
      'Opened with the key you supplied. The content is not signed: see who else can encrypt for that key.',
  },
  verified: { word: 'Verified', meaning: 'Opened, and the signature inside matches the key you supplied.' },
}

/** What key opens a JWE with this `alg`, in a few words; null for an `alg` that is not known. */
export function keyToOpen(alg: string, curve: string | null, size: number | null): string | null {
  if (alg.startsWith('RSA')) return 'the recipient’s private RSA key'
  if (alg.startsWith('ECDH-ES')) return `the recipient’s private key on ${curve ?? 'the curve of epk'}`
  if (alg.startsWith('PBES2')) return 'the password'
  return size === null ? null : `the shared secret of ${octets(size)}`
}

/** What each part of a JWE is for. */
export const partMeanings: Readonly<Partial<Record<SegmentName, string>>> = {
  encrypted_key:
    'The key that encrypts the content, made for this token alone and encrypted for the recipient.',
  iv: 'Initialization vector: fresh for each token, so that the same content never looks the same. No secret.',
  ciphertext: 'The content, encrypted.',
  tag: 'Authentication tag: shows that neither header nor content was altered.',
  aad: 'Additional authenticated data: not encrypted, but the tag covers it too.',
}

/** Where there is no encrypted key, as the way of `alg` needs none. */
export const noEncryptedKey =
  'Empty: the key itself encrypts the content (dir), or it is agreed upon (ECDH-ES).'

/** How long a part is, and where `enc` asks for a length, whether it is that. */
export function sizeText(found: number, expected: number | null, enc: string | null): string {
  if (expected === null) return octets(found)
  return found === expected
    ? `${octets(found)}, as ${foreign(enc ?? '')} takes`
    : `${octets(found)}; ${foreign(enc ?? '')} takes ${expected}`
}

/** The buttons that allow what is not done unasked. */
export const permitNames = {
  'crypto-rounds-ask': 'Run the rounds for this token',
  'crypto-inflation-ask': 'Inflate up to 50 MB of it',
} as const
