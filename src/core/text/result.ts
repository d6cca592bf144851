import type { Span } from './span.ts'

/**
 * What went wrong, and where, without prose: `content/messages` holds the words.
 * `values` carry what the words need (a character, an offset, an expectation).
 */
export interface Fault<Code extends string = string> {
  readonly code: Code
  readonly span: Span
  readonly values: Readonly<Record<string, string | number>>
}

/** An expected failure is a value, never an exception. */
export type Result<T, F = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: F }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function fail<Code extends string>(
  code: Code,
  span: Span,
  values: Fault['values'] = {},
): { readonly ok: false; readonly fault: Fault<Code> } {
  return { ok: false, fault: { code, span, values } }
}

export function fault<Code extends string>(
  code: Code,
  span: Span,
  values: Fault['values'] = {},
): Fault<Code> {
  return { code, span, values }
}
