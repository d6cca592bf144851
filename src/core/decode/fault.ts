import type { JsonFault } from '../json/fault.ts'
import type { Base64urlFault } from '../text/base64url.ts'

/** What can be wrong with the structure of a token. */
export type DecodeFault =
  | Base64urlFault
  | JsonFault
  /** Not the three parts of a JWS or the five of a JWE, whose header has `enc` (`count`). */
  | 'token-segments'
  /** An ellipsis stands where characters were left out. */
  | 'token-cut'
  /** A payload that is not encoded stands in a compact serialization and has a dot (RFC 7797 section 5.2). */
  | 'payload-dot'
  | 'header-empty'
  | 'header-not-utf8'
  | 'header-not-json'
  | 'header-not-object'
  /** A header parameter name stands twice, which RFC 7515 section 4 forbids (`name`). */
  | 'header-duplicate'
  /** Neither a protected nor an unprotected header (RFC 7515 section 7.2.1). */
  | 'header-none'
  /** A parameter stands in two of the headers, whose names must be disjoint (`name`). */
  | 'header-not-disjoint'
  /** A parameter that must be protected is not (`name`). */
  | 'header-not-protected'
  /** The recipients differ in a parameter that must be the same for all (`name`; RFC 7516 section 7.2.1). */
  | 'header-differs'
  /** A JSON serialization lacks a member (`name`). */
  | 'member-missing'
  /** A member of a JSON serialization is of the wrong type (`name`, `expected`: string, object or array). */
  | 'member-type'
  /** A member of a JSON serialization is there and empty, which must be left out or filled (`name`). */
  | 'member-empty'
  /** More entries than are taken apart (`name`, `count`). */
  | 'member-many'
  /** A member name stands twice in a JSON serialization (`name`). */
  | 'member-duplicate'
  /** A member of the general and one of the flattened form side by side (`name`; RFC 7515 section 7.2.2). */
  | 'member-mixed'
  /** No tilde after the last Disclosure (RFC 9901 section 4). */
  | 'sd-jwt-last-tilde'
  /** More Disclosures than are read here (`count`, `most`). */
  | 'sd-jwt-too-many'
  /** What stands after the last tilde, or in `kb_jwt`, is no Key Binding JWT. */
  | 'sd-jwt-key-binding'
  /** `disclosures` or `kb_jwt` in the header of another signature than the first (`name`; RFC 9901 section 8.3). */
  | 'sd-jwt-later-header'

/** What keeps a Disclosure from being one (RFC 9901 section 4.2). */
export type DisclosureFault =
  | Base64urlFault
  | JsonFault
  /** Nothing between two tildes. */
  | 'disclosure-empty'
  /** Not UTF-8 (`octet`). */
  | 'disclosure-not-utf8'
  | 'disclosure-not-json'
  /** JSON, but no array. */
  | 'disclosure-not-array'
  /** Neither the three elements of an object property nor the two of an array element (`count`). */
  | 'disclosure-count'
  /** The first element, the salt, is no string. */
  | 'disclosure-salt'
  /** The second of three elements, the claim name, is no string. */
  | 'disclosure-name'
