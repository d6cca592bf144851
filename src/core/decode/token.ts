import type { JsonDocument, NodeId } from '../json/document.ts'
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
  | 'aad'
  | 'disclosure'

/**
 * One part of a token: between two dots of a compact serialization (RFC 7515 section 7.1, RFC 7516 section 7.1), or the
 * string of a JSON one (sections 7.2). `octets` is everything that could be read; `faults` says what breaks the strict
 * base64url of RFC 7515 section 2.
 */
export interface Segment {
  readonly name: SegmentName
  readonly span: Span
  readonly octets: Uint8Array<ArrayBuffer>
  /** Offsets of the characters that carry bits, where that is not simply every one of `span`. */
  readonly carriers: Int32Array | null
  /** Set where the octets are the characters themselves in UTF-8, not base64url: `b64` is false (RFC 7797). */
  readonly plain?: true
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

/**
 * The JOSE header parameters that decide how a token is processed; null where absent or not of the required type. In a
 * JSON serialization they come from all headers that apply, protected or not.
 */
export interface JoseHeader {
  readonly alg: string | null
  readonly enc: string | null
  readonly typ: string | null
  readonly cty: string | null
  readonly kid: string | null
  /** Whether `alg` is there at all: one that is no string is null here. */
  readonly hasAlg: boolean
  /**
   * `crit` as written: null when absent, 'malformed' when it is not a non-empty array of distinct strings that name
   * parameters of the header, or is not protected.
   */
  readonly crit: readonly string[] | 'malformed' | null
  /** False where the payload is signed as it is (RFC 7797 section 3): only where `crit` names `b64` and it is false. */
  readonly b64: boolean
  /** Names of parameters that bring a key along: jwk, jku, x5c, x5u. Such a key never verifies the token. */
  readonly embeddedKeys: readonly string[]
}

/** A header object that a JSON serialization carries in the clear, unprotected. */
export interface UnprotectedHeader {
  /** Where the object stands in the pasted text. */
  readonly span: Span
  readonly content: Content & { readonly kind: 'json' }
}

export type Serialization = 'compact' | 'flattened' | 'general'

interface Parts {
  /** Where the token stands in the pasted text. */
  readonly span: Span
  readonly serialization: Serialization
  /** Of several signatures or recipients, the parts of the first: `withSignature` and `withRecipient` give another's. */
  readonly segments: readonly Segment[]
  readonly header: JoseHeader
  /** What the protected header is. */
  readonly headerContent: Content
  /** Everything that is wrong with the structure, in the order of the text; empty for a sound token. */
  readonly faults: readonly Fault[]
  /** The token in its own characters, where the paste breaks or escapes them: what is signed, hashed or copied. */
  readonly origin?: { readonly text: string; readonly token: Token }
}

/** One of the signatures of a JWS (RFC 7515 section 7.2.1). */
export interface JwsSignature {
  /** Empty where there is only an unprotected header. */
  readonly protected: Segment
  readonly protectedContent: Content
  readonly unprotected: UnprotectedHeader | null
  /** Both together. */
  readonly header: JoseHeader
  readonly signature: Segment
}

/** A JWS in any serialization (RFC 7515 section 7). `segments` are protected, payload and signature. */
export interface Jws extends Parts {
  readonly kind: 'jws'
  readonly payloadContent: Content
  /** No payload stands in the token: it is sent apart (RFC 7515 appendix F), or is empty. */
  readonly detached: boolean
  /** At least one. */
  readonly signatures: readonly JwsSignature[]
  /** Which of `signatures` the segments and header are of. */
  readonly shown: number
}

/** One of the recipients of a JWE (RFC 7516 section 7.2.1). */
export interface JweRecipient {
  readonly unprotected: UnprotectedHeader | null
  /** Protected, shared unprotected and this recipient's own, together. */
  readonly header: JoseHeader
  readonly encryptedKey: Segment
}

/** A JWE in any serialization (RFC 7516 section 7). `segments` are its five parts, then `aad` and payload where they are there. */
export interface Jwe extends Parts {
  readonly kind: 'jwe'
  /** What was encrypted, once it was opened: then the segments have a payload too. */
  readonly payloadContent: Content | null
  /** The shared unprotected header. */
  readonly unprotected: UnprotectedHeader | null
  /** At least one. */
  readonly recipients: readonly JweRecipient[]
  /** Which of `recipients` the segments and header are of. */
  readonly shown: number
}

/** Text that is no token; what could be read of it is kept. */
export interface Undecodable extends Parts {
  readonly kind: 'undecodable'
  /** What the second part is, where there is one. */
  readonly payloadContent: Content | null
}

/** One Disclosure of an SD-JWT, taken apart (RFC 9901 sections 4.2.1 and 4.2.2). */
export interface Disclosure {
  readonly segment: Segment
  /** The base64url text itself: the digest is made over its ASCII octets (RFC 9901 section 4.2.3). */
  readonly encoded: string
  readonly content: Content
  /** Its elements in the content's document; null where it is no Disclosure. An array element has no `name`. */
  readonly elements: { readonly salt: NodeId; readonly name: NodeId | null; readonly value: NodeId } | null
  /** What keeps it from being one, or breaks its base64url. */
  readonly faults: readonly Fault[]
}

/** An issuer-signed JWT with its Disclosures, and perhaps a Key Binding JWT (RFC 9901 section 4). */
export interface SdJwt extends Parts {
  readonly kind: 'sd-jwt'
  /** The issuer-signed JWT; segments, header and payload of the whole are its own. */
  readonly jws: Jws
  readonly payloadContent: Content
  readonly disclosures: readonly Disclosure[]
  /** The Key Binding JWT of an SD-JWT+KB (RFC 9901 section 4.3); null where there is none. */
  readonly keyBinding: Jws | null
}

export type Token = Jws | Jwe | SdJwt | Undecodable
