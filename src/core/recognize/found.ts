import type { Span } from '../text/span.ts'

/** A token found in the pasted text. */
export interface Found {
  /** The form it was found in. */
  readonly form: 'bare' | 'quoted' | 'bearer'
  readonly span: Span
  /** Where it stood, in the paste's own words: `access_token`, `Authorization`; null where it stood alone. */
  readonly name: string | null
}
