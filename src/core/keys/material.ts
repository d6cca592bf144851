import type { JWK } from 'jose'
import type { Fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'

/** The forms a pasted key is read in; also the values of the Key format combobox, after `detect`. */
export const keyFormats = [
  'secret-utf8',
  'secret-base64',
  'secret-base64url',
  'secret-hex',
  'pem-spki',
  'pem-pkcs8',
  'pem-certificate',
  'jwk',
] as const
export type KeyFormat = (typeof keyFormats)[number]

/** A key that was read. `jwk` holds the public members only, but for `oct`. */
export interface KeyMaterial {
  readonly format: KeyFormat
  readonly span: Span
  readonly jwk: JWK
  /** True where the pasted key was private; only its public half is kept. */
  readonly fromPrivate: boolean
  /** Size in bits: RSA modulus, curve, HMAC secret; ML-DSA has its public key's. */
  readonly bits: number
}

/** Why a key cannot serve an algorithm. */
export type Fit = { readonly fits: true } | { readonly fits: false; readonly fault: Fault }
