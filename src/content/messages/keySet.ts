import type { IssuerSignature } from '../../core/crypto/chainSignatures.ts'
import type { KidAgreement } from '../../core/crypto/choose.ts'
import type { KeyFault } from '../../core/keys/fault.ts'
import type { KeyMaterial, KeySet } from '../../core/keys/material.ts'
import type { Fault } from '../../core/text/result.ts'
import { faultText } from './faults.ts'
import { foreign } from './foreign.ts'
import { keyFormatNames } from './keys.ts'

/** `JWK Set (JSON): 5 keys`, and how many more cannot be read. */
export function setSummary({ format, keys, unread }: KeySet): string {
  const count = keys.length === 1 ? '' : `: ${keys.length.toLocaleString('en')} keys`
  const others = unread.length === 0 ? '' : `, ${unread.length.toLocaleString('en')} more cannot be read`
  return `${keyFormatNames[format]}${count}${others}`
}

/** Which of several keys it is; '' where it is the only one. */
export function placeText({ keys }: KeySet, key: KeyMaterial): string {
  if (keys.length === 1) return ''
  return `, key ${(keys.indexOf(key) + 1).toLocaleString('en')} of ${keys.length.toLocaleString('en')}`
}

/** What is wrong between the token's kid and the key, or its set; null where nothing is. */
export function kidText(agreement: KidAgreement, kid: string | null, key: KeyMaterial | null): string | null {
  if (agreement !== 'disagrees' || kid === null) return null
  if (key === null) return `The token’s kid “${foreign(kid)}” names no key of the set.`
  return `kid disagrees: the token says “${foreign(kid)}”, this key is “${foreign(key.jwk.kid)}”.`
}

export const certificateDisagrees =
  'x5t disagrees: the token’s certificate thumbprint is that of another certificate.'

export function unreadText(unread: readonly Fault<KeyFault>[]): string | null {
  const [first] = unread
  if (first === undefined) return null
  const rest =
    unread.length === 1
      ? 'One key cannot be read'
      : `${unread.length.toLocaleString('en')} keys cannot be read`
  return `${rest}: ${unreadItem(first)}`
}

export function unreadItem(fault: Fault<KeyFault>): string {
  const { place } = fault.values
  return `${place === undefined ? '' : `key ${place}: `}${faultText(fault)}`
}

export const issuerWords: Readonly<Record<IssuerSignature, string>> = {
  holds: 'signed by the next',
  'self-signed': 'signed by itself',
  broken: 'its signature does not match its issuer’s key',
  'issuer-absent': 'its issuer is not here, so its signature is not checked',
  unchecked: 'its signature cannot be checked here',
}

/** What a certificate's validity is at a moment; null within it. */
export function outOfValidity(notBefore: number | null, notAfter: number | null, now: number): string | null {
  if (notBefore === null || notAfter === null) return 'has times that cannot be read'
  if (now > notAfter) return 'has expired'
  return now < notBefore ? 'is not valid yet' : null
}

export const certificateWords = {
  nameless: 'without a subject',
  subject: 'Subject',
  issuer: 'Issuer',
  serial: 'Serial',
  from: 'Valid from',
  until: 'Valid until',
  sha1: 'SHA-1 (x5t)',
  sha256: 'SHA-256 (x5t#S256)',
} as const
