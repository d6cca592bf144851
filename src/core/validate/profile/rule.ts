import type { Token } from '../../decode/token.ts'
import type { Expected } from '../expected.ts'

/** How much a specification insists on a member (RFC 2119 words, and what a specification makes depend on the situation). */
export type Level = 'required' | 'recommended' | 'optional' | 'conditional' | 'should-not' | 'must-not'

/** What the value of a member has to be. A plain name is a shape; the others compare. */
export type Demand =
  | Shape
  /** One of these strings. */
  | { readonly oneOf: readonly string[] }
  /** A media type of this list; `application/` may be left out, and case does not count (RFC 7515 section 4.1.9). */
  | { readonly mediaType: readonly string[] }
  | { readonly begins: string }
  /** The address of an issuer, by templates in which `<…>` stands for one piece. */
  | { readonly issuer: readonly string[] }
  | { readonly ends: string }
  /** Equal to what the person expects; undecided while nothing is expected. */
  | { readonly expected: keyof Expected }
  /** The object has a member of this name whose value is an object. */
  | { readonly member: string }
  /** A moment at most this many seconds after that of another claim, or after `now`. */
  | { readonly within: number; readonly after: string }
  /** The same value as another claim. */
  | { readonly equals: string }
  /** Not the value of another claim. */
  | { readonly differs: string }

export type Shape =
  | 'string'
  | 'filled string'
  | 'number'
  | 'positive number'
  | 'time'
  | 'future'
  | 'past'
  | 'object'
  | 'filled object'
  | 'array'
  | 'filled array'
  | 'strings'
  /** A string, or an array of strings. */
  | 'audience'
  /** A string, a URI where it has a colon (RFC 7519 section 2). */
  | 'string or URI'
  | 'URI'
  /** https, without query and fragment. */
  | 'issuer URL'
  /** Names with single spaces between them (RFC 6749 section 3.3). */
  | 'scope'
  /** At most 255 characters, all of them ASCII. */
  | 'short ASCII'
  | 'hex identifier'
  /** Signed: not `none`. */
  | 'signed'
  /** Signed with a private key: neither `none` nor a MAC. */
  | 'asymmetric'
  /** A JWK without private members. */
  | 'public JWK'
  /** Nothing in the token can show whether it holds: the rule's words say what the recipient must know. */
  | 'known elsewhere'

/** One rule of a token profile. The words are data too, and live in `content`. */
export interface Rule {
  readonly in: 'header' | 'claims'
  /** Of several names any one counts. */
  readonly names: readonly string[]
  readonly level: Level
  readonly demands: readonly Demand[]
}

/** Something by which a kind of token is known. */
export type Sign =
  | { readonly typ: readonly string[] }
  | { readonly alg: string }
  | { readonly claim: string; readonly is?: string; readonly begins?: string; readonly ends?: string }
  /** The claim is an object with such a member. */
  | { readonly claim: string; readonly has: string }
  | { readonly issuer: readonly string[] }
  | { readonly without: string }
  | { readonly equal: readonly [string, string] }
  | { readonly lifetime: number }
  /** How it is written, whatever its claims say. */
  | { readonly form: Token['kind'] }

/** A kind of token: how it is known, and its rules. */
export interface Profile<R extends Rule = Rule> {
  readonly id: string
  /** It is of this kind where all signs of a row hold; none for what can only be chosen by hand. */
  readonly signs: readonly (readonly Sign[])[]
  readonly rules: readonly R[]
}
