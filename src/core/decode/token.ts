import type { JsonDocument } from '../json/document.ts'
import type { Fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'

export type SegmentName =
  | 'protected'
  | 'payload'
  | 'signature'
  | 'encrypted_key'
  | 'iv'
  | 'ciphertext'
  | 'tag'

/**
 * One dot-separated part of a compact serialization (RFC 7515 section 7.1, RFC 7516 section 7.1).
 * `octets` is everything that could be read; `faults` says what breaks the strict base64url of RFC 7515 section 2.
 */
export interface Segment {
  readonly name: SegmentName
  readonly span: Span
  readonly octets: Uint8Array<ArrayBuffer>
  /** Offsets of the characters that carry bits, where that is not simply every one of `span`. */
  readonly carriers: Int32Array | null
  readonly faults: readonly Fault[]
}

/** What the octets of a segment turned out to be. */
export type Content =
  | { readonly kind: 'empty' }
  /** Text that is JSON, whole or up to `fault`; spans of `document` and `fault` count in `text`. */
  | {
      readonly kind: 'json'
      readonly text: string
      readonly document: JsonDocument
      readonly fault: Fault | null
    }
  | { readonly kind: 'text'; readonly text: string }
  /** Not UTF-8: `invalidAt` is the octet at which it stops being so. */
  | { readonly kind: 'octets'; readonly invalidAt: number }

/** The JOSE header parameters that decide how a token is processed; null where absent or not of the required type. */
export interface JoseHeader {
  readonly alg: string | null
  readonly enc: string | null
  readonly typ: string | null
  readonly kid: string | null
  /** `crit` as written: null when absent, 'malformed' when it is not a non-empty array of distinct strings. */
  readonly crit: readonly string[] | 'malformed' | null
  /** Names of parameters that bring a key along: jwk, jku, x5c, x5u. Such a key never verifies the token. */
  readonly embeddedKeys: readonly string[]
}

interface Parts {
  /** Where the token stands in the pasted text. */
  readonly span: Span
  readonly segments: readonly Segment[]
  readonly header: JoseHeader
  readonly headerContent: Content
  /** What breaks the token's structure, in the order of the text. Not empty: a strict reader refuses it. */
  readonly faults: readonly Fault[]
}

/** A JWS in compact serialization (RFC 7515 section 7.1). */
export interface Jws extends Parts {
  readonly kind: 'jws'
  readonly payloadContent: Content
  /** The characters `protected.payload` in the pasted text: as ASCII octets, the JWS Signing Input (RFC 7515 section 5.1). */
  readonly signingInput: Span
}

/** Text that is no JWS; what could be read of it is kept (the header of a JWE, say). */
export interface Undecodable extends Parts {
  readonly kind: 'undecodable'
  /** What the second part is, where there is one and the token is no JWE. */
  readonly payloadContent: Content | null
}

export type Token = Jws | Undecodable
