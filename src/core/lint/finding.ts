import type { Decryption } from '../crypto/decryption.ts'
import type { Verification } from '../crypto/verification.ts'
import type { Token } from '../decode/token.ts'
import type { KeyFault } from '../keys/fault.ts'
import type { KeyMaterial, KeySet } from '../keys/material.ts'
import type { Fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { Proofs } from '../validate/proofs.ts'

/** Stable ids of what can be found; `content/findings` has the words for each. */
export const rules = [
  'structure-segments',
  'base64url-alphabet',
  'base64url-canonical',
  'text-encoding',
  'json-syntax',
  'json-duplicate-member',
  'json-number-precision',
  'json-prototype-name',
  'text-deceptive',
  'size-or-depth',
  'payload-not-object',
  'header-invalid',
  'encrypted',
  'alg-missing',
  'alg-none',
  'alg-case',
  'alg-unregistered',
  'signature-empty',
  'signature-length',
  'signature-der',
  'signature-zero',
  'alg-eddsa-deprecated',
  'jwe-rsa1-5',
  'ecdsa-nonce-reuse',
  'header-jwk',
  'header-private-key',
  'header-key-url',
  'header-x5c',
  'header-x5c-self-signed',
  'header-x5t',
  'kid-injection',
  'kid-not-string',
  'crit-malformed',
  'crit-unknown',
  'b64-in-jwt',
  'jwe-zip',
  'pbes2-count',
  'epk-invalid',
  'gcm-sizes',
  'jwe-iv-reuse',
  'jwe-encrypted-key-length',
  'jwe-not-authenticated',
  'nested-cty',
  'header-claim-mismatch',
  'hmac-key-short',
  'hmac-key-known',
  'hmac-key-django-insecure',
  'hmac-key-guessable',
  'key-confusion',
  'hmac-with-public-key',
  'rsa-short',
  'rsa-exponent',
  'rsa-modulus',
  'rsa-shared-prime',
  'ec-point',
  'ec-curve',
  'jwk-contradiction',
  'jwks-private',
  'jwks-kid',
  'exp-missing',
  'lifetime-long',
  'time-unit',
  'time-order',
  'time-future',
  'token-expired',
  'token-not-yet-valid',
  'aud-missing',
  'iss-missing',
  'typ-generic',
  'typ-contradiction',
  'id-token-as-access',
  'sub-is-client',
  'secret-in-claims',
  'hash-mismatch',
  'claim-is-jwt',
  'disclosure-unreferenced',
] as const
export type Rule = (typeof rules)[number]

export type Severity = 'error' | 'warning' | 'info'

export interface Finding {
  readonly rule: Rule
  readonly severity: Severity
  /** Where, in the pasted text; empty where it is about the whole or about the key. */
  readonly at: readonly Span[]
  readonly values: Readonly<Record<string, string | number>>
}

export function found(
  rule: Rule,
  severity: Severity,
  at: readonly Span[],
  values: Finding['values'] = {},
): Finding {
  return { rule, severity, at, values }
}

/** What a rule looks at. */
export interface Subject {
  readonly text: string
  readonly token: Token
  /** The id of the profile that the token was recognized as; `jwt` for a plain one. */
  readonly kind: string
  /** Whether its claims tell which service issued it. */
  readonly issuerKnown: boolean
  /** Claims that this service’s tokens do without by design. */
  readonly issuerLacks: readonly string[]
  /** What came of opening it, where it is encrypted. */
  readonly decryption: Decryption | null
  /** The token inside. */
  readonly inner: Token | null
  /** Other tokens of the input, at most a few hundred. */
  readonly others: readonly Token[]
  /** What the token proves or stands for besides its signature. */
  readonly proofs: Proofs | null
  /** The key text as it was given, and what it came to. */
  readonly keyText: string
  readonly keys: KeySet | null
  readonly keyFault: Fault<KeyFault> | null
  /** The key that decided. */
  readonly key: KeyMaterial | null
  readonly verification: Verification | null
  /** What the metadata that the keys were fetched by says is the issuer. */
  readonly issuer: string | null
  /** Seconds since the epoch; 0 where the time is not known. */
  readonly now: number
  /** Tolerance for clocks that differ, in seconds. */
  readonly skew: number
}

/** A rule's check: everything that it finds in the subject. */
export type Check = (subject: Subject) => Finding[]

/** A check that has to compute hashes or signatures. Never rejects. */
export type Probe = (subject: Subject) => Promise<Finding[]>
