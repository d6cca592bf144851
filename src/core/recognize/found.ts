import type { Reading } from '../text/reading.ts'
import type { Span } from '../text/span.ts'

/** The forms in which tokens are pasted. */
export type FormId =
  | 'bare'
  | 'quoted'
  | 'serialization'
  | 'authorization'
  | 'har'
  | 'command'
  | 'http'
  | 'cookie'
  | 'token-response'
  | 'json-log'
  | 'json'
  | 'url'
  | 'parameter'
  | 'assignment'
  | 'text'

export type Apart = 'encoded' | 'chunked' | 'joined'

/** A token whose characters do not stand side by side in the paste, and why. */
export interface TokenReading extends Reading {
  readonly wrapped: boolean
  readonly escaped: boolean
  /** It stands in base64 once more, or was cut into cookies or strings. */
  readonly apart?: Apart
}

/** No more tokens than this are found: a text of megabytes can be made of nothing else. */
export const MOST = 100_000

/** A token found in the pasted text. */
export interface Found {
  /** The form it was found in. */
  readonly form: FormId
  readonly span: Span
  /** Where it stood, in the paste's own words: `access_token`, `Authorization`; null where nothing names it. */
  readonly name: string | null
  /** The line on which it begins, from 1. */
  readonly line: number
  /** The request that it belongs to, method, host and path; null where the form has no requests. */
  readonly request: string | null
  /** Null where the token is simply the characters of `span`. */
  readonly reading: TokenReading | null
  /** The ellipsis where characters of the token were left out. */
  readonly cut: Span | null
}
