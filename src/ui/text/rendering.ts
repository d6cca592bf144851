import type { Span } from '../../core/text/span.ts'

/** How a run of shown text is coloured. */
export type Tint = 'key' | 'string' | 'number' | 'literal' | 'faint' | 'fault'

export interface Paint extends Span {
  readonly tint: Tint
}

/** One way to show the octets of a segment as text, with the way back from shown text to octets. */
export interface Rendering {
  /** What is shown. */
  readonly text: string
  /** What copying yields: of the same length as `text`. */
  readonly copied: string
  /** Colours of the shown range. */
  paint(from: number, to: number): Iterable<Paint>
  /** Octets of the segment that the shown character stands for. */
  octetsAt(offset: number): Span | null
  /** Where octets of the segment are shown. */
  shown(octets: Span): Span | null
}
