import type { Token } from '../decode/token.ts'
import type { Span } from '../text/span.ts'

/** Stable ids of what can be found; `content/findings` has the words for each. */
export type Rule =
  | 'structure-segments'
  | 'base64url-alphabet'
  | 'base64url-canonical'
  | 'text-encoding'
  | 'text-deceptive'
  | 'json-syntax'
  | 'json-duplicate-member'
  | 'json-number-precision'
  | 'json-prototype-name'
  | 'size-or-depth'
  | 'payload-not-object'
  | 'header-invalid'
  | 'encrypted'
  | 'alg-missing'
  | 'alg-none'
  | 'crit-malformed'
  | 'crit-unknown'
  | 'b64-not-critical'
  | 'header-jwk'
  | 'time-unit'

export type Severity = 'error' | 'warning' | 'info'

export interface Finding {
  readonly rule: Rule
  readonly severity: Severity
  /** Where, in the pasted text; empty where it is about the whole. */
  readonly at: readonly Span[]
  readonly values: Readonly<Record<string, string | number>>
}

/** What a rule looks at. */
export interface Subject {
  readonly text: string
  readonly token: Token
}

/** A rule's check: everything that it finds in the subject. */
export type Check = (subject: Subject) => Finding[]
