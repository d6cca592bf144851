/** What the person expects of the token; an empty string is no expectation. */
export interface Expected {
  readonly issuer: string
  readonly audience: string
  readonly subject: string
  readonly nonce: string
  /** A value of `typ`, compared as a media type (RFC 7515 section 4.1.9). */
  readonly type: string
  /** Names of algorithms, with commas or spaces between them (RFC 8725 section 3.1). */
  readonly algorithms: string
}

export type ExpectedName = keyof Expected
