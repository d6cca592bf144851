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

/** Characters that show nothing or move their neighbours; a stand-in of the same length is shown for each. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

export function withUnseenShown(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u25af'.repeat(character.length)
  })
}
