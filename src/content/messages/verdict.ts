import type { KeyMaterial } from '../../core/keys/material.ts'
import type { TimeName, TimeState, TimeVerdict } from '../../core/validate/time.ts'
import type { VerdictWord } from './words.ts'

/** The verdict's headline: word, and what it means in a sentence. */
export const headlines: Readonly<Record<VerdictWord, { readonly word: string; readonly meaning: string }>> = {
  empty: {
    word: 'No token yet',
    meaning: 'Paste one into the Token box; nothing you paste can leave this page.',
  },
  unreadable: { word: 'Not readable', meaning: 'This cannot be taken apart as a sound signed token.' },
  'needs-key': {
    word: 'Not checked',
    meaning: 'Decoded, not verified: anyone can write these claims until a key proves them.',
  },
  checking: { word: 'Checking…', meaning: 'The signature is being checked.' },
  verified: { word: 'Verified', meaning: 'The signature matches the key you supplied.' },
  failed: { word: 'Not verified', meaning: 'The signature does not match the key you supplied.' },
  impossible: { word: 'Cannot check', meaning: 'The signature could not be checked with this key.' },
  unsecured: {
    word: 'Unsecured',
    meaning: 'alg is none: nobody signed this token, and anybody can have written it.',
  },
  decrypted: { word: 'Decrypted', meaning: 'The content could be decrypted; it is not signed.' },
}

/** What key an algorithm takes, in a few words. */
export function keyWanted(alg: string | null): string {
  if (alg === null) return 'a key'
  if (alg === 'none') return 'no key'
  const bits = alg.slice(2)
  if (/^HS\d+$/.test(alg)) return `the shared secret, ${Number(bits) / 8} octets or more`
  if (/^(RS|PS)\d+$/.test(alg)) return 'the issuer’s RSA public key'
  const curve = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }[alg]
  if (curve !== undefined) return `the issuer’s EC public key on ${curve}`
  if (alg === 'EdDSA' || alg === 'Ed25519') return 'the issuer’s Ed25519 public key'
  return alg.startsWith('ML-DSA') ? `the issuer’s ${alg} public key` : 'a key'
}

const kinds: Readonly<Record<string, string>> = {
  oct: 'Secret',
  RSA: 'RSA',
  EC: 'EC',
  OKP: 'OKP',
  AKP: 'ML-DSA',
}

/** `RSA, 2048 bit`, `EC P-256`, `Secret, 256 bit`. */
export function keyKind({ jwk, bits, fromPrivate }: KeyMaterial): string {
  const half = fromPrivate ? ' (public half of the private key you gave)' : ''
  if (jwk.kty === 'EC' || jwk.kty === 'OKP') return `${kinds[jwk.kty]} ${jwk.crv}${half}`
  if (jwk.kty === 'AKP') return `${jwk.alg}${half}`
  return `${kinds[jwk.kty ?? ''] ?? jwk.kty}, ${bits.toLocaleString('en')} bit${half}`
}

const oddities: Readonly<Record<TimeVerdict['odd'][number]['why'], (name: TimeName) => string>> = {
  'not-a-number': (name) => `${name} is no number, so no verifier can use it`,
  milliseconds: (name) => `${name} counts milliseconds; it must count seconds`,
  'in-future': (name) => `${name} lies ahead of your clock`,
}

export function oddTimes(verdict: TimeVerdict): string {
  return verdict.odd.map(({ name, why }) => oddities[why](name)).join('; ')
}

/** The claims line: the first names, and how many there are in all. */
export function claimsSummary(names: readonly string[], count: number, duplicates: boolean): string {
  if (count === 0) return 'An empty claims set: the token says nothing.'
  const more = count > names.length ? ` and ${(count - names.length).toLocaleString('en')} more` : ''
  const twice = duplicates ? ' A name stands twice: see Findings.' : ''
  return `${count.toLocaleString('en')} claim${count === 1 ? '' : 's'}: ${names.join(', ')}${more}.${twice}`
}

/** What the headline adds where the signature is good and the time is not. */
export function outOfTimeWord(state: TimeState): string | null {
  if (state === 'expired') return 'expired'
  return state === 'not-yet-valid' ? 'not valid yet' : null
}
