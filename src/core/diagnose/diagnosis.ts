import type { KeyFormat } from '../keys/material.ts'
import type { Fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'

/** Every diagnosis there is; the words stand in `content/messages/diagnoses.ts`. In parentheses: the values that come with each. */
export type DiagnosisId =
  | SecretDiagnosis
  | SignatureDiagnosis
  | InputDiagnosis
  | TokenDiagnosis
  | KeyDiagnosis
  | AlgorithmDiagnosis

export type SecretDiagnosis =
  /** Read in this encoding rather than as it was. */
  | 'secret-utf8'
  | 'secret-base64'
  | 'secret-base64url'
  | 'secret-hex'
  /** The issuer used an encoding's text as the secret, and did not decode it (`encoding`). */
  | 'secret-encoded-text'
  /** The text that it encodes stands for it, and what else is told is of that text (`encoding`). */
  | 'secret-decoded'
  /** In another character encoding (`charset`). */
  | 'secret-charset'
  /** With or without a line break at the end (`how`: with or without, `what`: LF or CRLF). */
  | 'secret-line-break'
  /** Line breaks inside, of the other kind (`what`). */
  | 'secret-line-ends'
  /** Without white space or a stray character around it, or with a space behind it (`how`, `count`). */
  | 'secret-space'
  /** Quotes around it (`how`, `quote`). */
  | 'secret-quotes'
  /** Escapes of a JSON string, of a URL, of something else (`how`: read or written, `what`). */
  | 'secret-json-escapes'
  | 'secret-percent-encoding'
  | 'secret-escapes'
  /** Without the `NAME=` before it (`name`). */
  | 'secret-assignment'
  /** With or without a byte order mark (`how`). */
  | 'secret-byte-order-mark'
  /** In lower or upper case (`letters`). */
  | 'secret-letter-case'

export type AlgorithmDiagnosis =
  /** Signed with another algorithm than `alg` says (`alg`, `actual`). */
  | 'alg-variant'
  /** RSASSA-PSS with another salt length or mask hash (`alg`, `salt`, `expected`, `mask`). */
  | 'pss-parameters'
  /** RSASSA-PKCS1-v1_5 over the bare digest (`alg`). */
  | 'digest-info-missing'
  /** `crit` names an extension that is not processed here (`names`). */
  | 'crit-ignored'

export type SignatureDiagnosis =
  | 'signature-der'
  /** r and s, or the whole signature, with the octets in reverse (`what`). */
  | 'signature-byte-order'
  | 'signature-swapped'
  /** Zero octets at the front left out, added or put elsewhere (`count`: how many are missing, negative where there are too many). */
  | 'signature-leading-zeros'
  /** The signature is the text of an encoding of it (`encoding`). */
  | 'signature-encoded'
  /** Characters are missing at an end (`count`, `where`: start or end). */
  | 'signature-cut'
  /** Characters altered, missing or too many (`at` in the signature from 1, `how`, `count`). */
  | 'signature-character'
  /** A length that tells of another key or algorithm (`found`, `expected`, `as`). */
  | 'signature-size'

export type InputDiagnosis =
  /** Signed with padding or in the standard alphabet, though the token has neither (`what`). */
  | 'input-base64'
  /** Signed over decoded JSON (`what`). */
  | 'input-decoded'
  /** Signed with something behind or around the signing input (`what`). */
  | 'input-line-break'
  /** Only a part was signed (`part`). */
  | 'input-part'
  /** Signed over the digest of the signing input (`how`). */
  | 'input-hashed'
  /** JSON was written anew (`part`, `spacing`, `order`, `escapes`, ''-valued where they are as in the token). */
  | 'input-reserialized'
  /** The payload is base64 in base64 (`how`: once, or hint). */
  | 'payload-double-encoded'
  /** The header's nonce is signed as its SHA-256 (`encoding`). */
  | 'nonce-hashed'
  /** The key made this signature over other content (`hash`). */
  | 'content-changed'
  /** Header and payload are written in different styles. */
  | 'payload-style'

export type TokenDiagnosis =
  /** White space or unseen characters inside (`count`). */
  | 'token-space'
  /** Other characters that are no part of it (`count`, `characters`). */
  | 'token-foreign'
  /** Dashes or wide letters that a program made of its characters (`count`). */
  | 'token-typeset'
  /** Tags and character references of a page. */
  | 'token-markup'
  /** Dots lost or replaced (`count`). */
  | 'token-dots'
  /** Padding or the standard alphabet, put in after signing (`what`). */
  | 'token-base64'
  /** The same, signed so. */
  | 'token-base64-signed'
  | 'token-percent-encoding'
  /** One character altered, missing or too many (`part`, `at` from 1, `how`, `character`). */
  | 'token-character'
  /** All letters are small or all are capitals (`letters`). */
  | 'token-letter-case'
  /** Characters are missing in a part (`part`). */
  | 'token-cut'

export type KeyDiagnosis =
  /** An HMAC made with the text of a public key (`what`, `alg`): an attack. */
  | 'key-confusion'
  /** A JWK's alg, use or key_ops keep it from this algorithm (`member`, `value`, `alg`). */
  | 'key-restricted'
  /** The key in the token's own header made the signature (`name`). */
  | 'key-embedded'
  /** A key of another kind (`alg`, `serves`, `has`). */
  | 'key-type'
  /** The token's kid is none of the keys' (`kid`, `kids`). */
  | 'key-id'
  /** The token's certificate thumbprint or key thumbprint is not the key's (`name`, `found`, `expected`). */
  | 'key-thumbprint'
  /** The certificate is for another host than the issuer's (`iss`, `names`). */
  | 'key-issuer'
  /** This key did not make this signature (`bits`). */
  | 'key-not-signer'

/** What the person's inputs become when they take up what a diagnosis offers. */
export interface Fix {
  readonly text?: string
  readonly keyText?: string
  readonly keyFormat?: KeyFormat
}

export interface Diagnosis {
  readonly id: DiagnosisId
  readonly values: Fault['values']
  /** Where in the pasted text, if it can be told. */
  readonly at: Span | null
  readonly fix: Fix | null
}

export function diagnosis(
  id: DiagnosisId,
  values: Fault['values'] = {},
  { at = null, fix = null }: { readonly at?: Span | null; readonly fix?: Fix | null } = {},
): Diagnosis {
  return { id, values, at, fix }
}

/** What was tried, told where nothing was found. */
export const topics = [
  'public key as secret',
  'repair of the token',
  'secret encodings',
  'other algorithms',
  'secret surroundings',
  'signature encodings',
  'signature damage',
  'signing input',
  'rewritten JSON',
  'rsa opening',
  'token’s own key',
  'key properties',
] as const
export type Topic = (typeof topics)[number]

export interface Outcome {
  /** Together they make the signature match; empty where nothing was found. */
  readonly found: readonly Diagnosis[]
  /** What can be said without a match. */
  readonly hints: readonly Diagnosis[]
  /** What was really tried, in the order of `topics`. */
  readonly tried: readonly Topic[]
  readonly attempts: number
  /** False where the budget ran out first. */
  readonly complete: boolean
}
