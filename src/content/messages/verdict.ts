import type { KeyMaterial } from '../../core/keys/material.ts'
import type { Rejection } from '../../core/validate/proofs.ts'
import type { OddTime, TimeName, TimeState, TimeVerdict } from '../../core/validate/time.ts'
import { algorithmOf } from '../algorithms.ts'
import { foreign } from './foreign.ts'
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
  failed: { word: 'Not verified', meaning: 'The signature does not hold: do not rely on this token.' },
  impossible: { word: 'Cannot check', meaning: 'The signature could not be checked; its line says why.' },
  unsecured: {
    word: 'Unsecured',
    meaning: 'alg is none: nobody signed this token, and anybody can have written it.',
  },
  decrypted: { word: 'Decrypted', meaning: 'The content could be decrypted; it is not signed.' },
}

/** What it says where there is text and no token in it. */
export const noTokenText = 'No token was found in this text.'

/** What a headline says where the token is to be refused for another cause than its signature. */
export const rejectionTexts: Readonly<Record<Rejection, string>> = {
  disclosures: 'The disclosures do not hold: whoever gets this SD-JWT must reject it.',
  'key-binding': 'The key binding does not hold: whoever gets this presentation must reject it.',
  proof: 'This proof does not hold: whoever gets it must refuse it.',
}

/** A DPoP proof that is right in itself, and whose key nobody vouches for. */
export const ownProofText =
  'A DPoP proof: it matches the key that it brings, and no key of yours says whose that is.'

/** What key a signature algorithm takes, in a few words; null for any other. */
export function keyWanted(alg: string): string | null {
  const { use, key } = algorithmOf(alg) ?? {}
  if (use === 'none') return 'no key'
  if (key == null || (use !== 'mac' && use !== 'signature')) return null
  return use === 'mac' ? `the shared s${key.slice(1)}` : `the issuer’s public ${key}`
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

/** Of a key that opens, or should: its public half is of no use for that. */
export function openingKind(key: KeyMaterial): string {
  return `${keyKind({ ...key, fromPrivate: false })}${key.privateJwk === null ? '' : ', private'}`
}

/** Where no single key of a set decided. */
export function keysTried(count: number, tried: number): string {
  const set = `A set of ${count.toLocaleString('en')} keys`
  return tried === 0 ? `${set}.` : `${set}: ${tried.toLocaleString('en')} fit, and none matches.`
}

const oddities: Readonly<Record<OddTime['why'], (name: TimeName) => string>> = {
  'not-a-number': (name) => `${name} is no number, so no verifier can use it`,
  milliseconds: (name) => `${name} counts milliseconds; it must count seconds`,
  microseconds: (name) => `${name} counts microseconds; it must count seconds`,
  none: (name) => `${name} is too large to be a time`,
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
  return `${count.toLocaleString('en')} claim${count === 1 ? '' : 's'}: ${names.map(foreign).join(', ')}${more}.${twice}`
}

/** Beside the claims, `aud` as it is written. */
export const audienceText = (written: string) => `made for ${foreign(written)}, nobody else`

export function unmetSummary(names: readonly string[]): string {
  return names.includes('aud')
    ? 'Made for somebody else: aud is not the audience you expect. See Checks.'
    : `${names.join(', ')}: not what you expect. See Checks.`
}

/** What the headline adds where the signature is good and the time is not. */
export function outOfTimeWord(state: TimeState): string | null {
  if (state === 'expired') return 'expired'
  if (state === 'never') return 'never valid'
  return state === 'not-yet-valid' ? 'not valid yet' : null
}

/** Where the key is the one in the token's own header, whatever the signature says. */
export const ownKeyText =
  'This is the key in the token’s own header: whoever made the token chose it, so a match proves nothing about the issuer.'

/** Where the signature is right, and the secret is a key's own text. */
export const keyTextSecret =
  'The signature matches with a key’s own text as the secret: if that key is public, anybody can make such tokens.'

/** Where the signature is right, and the key weak. */
export const weakKeyText = 'The signature matches, and no library should accept it: the key is too weak.'
