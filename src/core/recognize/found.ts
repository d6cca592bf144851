import type { Span } from '../text/span.ts'

/** A token found in the pasted text. */
export interface Found {
  /** The form it was found in. */
  readonly form: 'bare' | 'quoted' | 'bearer'
  readonly span: Span
}
