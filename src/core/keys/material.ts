import type { JWK } from 'jose'
import type { Fault, Result } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { Certificate } from './certificate.ts'
import type { FitFault, KeyFault, KeyNotice, WeaknessFault } from './fault.ts'

/** The forms a pasted key is read in; also the values of the Key format combobox, after `detect`. */
export const keyFormats = [
  'secret-utf8',
  'secret-base64',
  'secret-base64url',
  'secret-hex',
  'pem-spki',
  'pem-pkcs8',
  'pem-pkcs1-public',
  'pem-pkcs1-private',
  'pem-sec1',
  'pem-certificate',
  'ssh-public',
  'ssh-rfc4716',
  'ssh-private',
  'der',
  'rsa-key-value',
  'jwk',
  'jwk-set',
  'jwk-array',
] as const
export type KeyFormat = (typeof keyFormats)[number]

/** A key that was read. Its identity matters: what was imported for it is remembered as long as it lives. */
export interface KeyMaterial {
  readonly format: KeyFormat
  /** Where it stands in the key text. */
  readonly span: Span
  /**
   * The key as a JWK (RFC 7517): the public members only, but for `oct`, whose `k` is the secret itself. Of the other
   * members `kid`, `alg`, `use` and `key_ops` are kept. Binary members are canonical base64url.
   */
  readonly jwk: JWK
  /** The whole key where the pasted one was private, for decrypting and signing; null for a public key or a secret. */
  readonly privateJwk: JWK | null
  /** True where the pasted key was private; `jwk` is its public half. */
  readonly fromPrivate: boolean
  /**
   * The values of `alg` that the key's own parameters leave, as those of an id-RSASSA-PSS key do; null where they say
   * nothing of it.
   */
  readonly algs: readonly string[] | null
  /** Size in bits: RSA modulus, curve, HMAC secret; ML-DSA has its public key's. */
  readonly bits: number
  /** What is worth saying though the key was read; spans count in the key text. */
  readonly notices: readonly Fault<KeyNotice>[]
  /** The certificates that the key came in, its own first; empty for a bare key. */
  readonly certificates: readonly Certificate[]
}

/** All keys of a pasted text. */
export interface KeySet {
  readonly format: KeyFormat
  /** At least one, in the order of the text. */
  readonly keys: readonly KeyMaterial[]
  /** Why others in the text cannot be read. */
  readonly unread: readonly Fault<KeyFault>[]
  /** What is worth saying of the text as a whole. */
  readonly notices: readonly Fault<KeyNotice>[]
}

/** What the keys of a text came to; spans count in that text. */
export type KeysReading = Result<KeySet, Fault<KeyFault>>

/** What one key came to. */
export type KeyReading = Result<KeyMaterial, Fault<KeyFault>>

/** One format a key may be pasted in. */
export interface KeyReader {
  readonly format: KeyFormat
  /** Whether text of unknown format is taken for this one. */
  detects(text: string): boolean
  /** Reads all of the text as this format. Never throws, and never rejects. */
  read(text: string): KeysReading | Promise<KeysReading>
}

/** Whether a key can serve an algorithm, and if not, why. A weak key fits: the check is made, and its weaknesses are said. */
export type Fit =
  | { readonly fits: true; readonly weaknesses: readonly Fault<WeaknessFault>[] }
  | { readonly fits: false; readonly fault: Fault<FitFault> }
