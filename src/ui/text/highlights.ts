import type { Tint } from './rendering.ts'

/**
 * Colours by the CSS Custom Highlight API: text stays one text node, so offsets, find-in-page and selection are the
 * browser's own. Where the API is missing the text is shown in one colour.
 */
export type HighlightName = Exclude<Tint, 'key'> | 'key-header' | 'key-payload' | 'linked'

const forced = typeof Highlight === 'function' ? matchMedia('(forced-colors: active)') : null

const isPlain = (name: HighlightName) => name !== 'linked' && name !== 'fault'

function highlightNamed(name: HighlightName): Highlight {
  const known = CSS.highlights.get(`jot-${name}`)
  if (known !== undefined) return known
  const made = new Highlight()
  made.priority = isPlain(name) ? 0 : 1
  CSS.highlights.set(`jot-${name}`, made)
  return made
}

/** The ranges that one owner has put up, so that it can take down just these. */
export class HighlightSet {
  private ranges: [Highlight, AbstractRange][] = []

  add(name: HighlightName, node: Node, from: number, endNode: Node, to: number): void {
    // Colours that are forced are those of a selection, whatever the highlight: they are kept for what stands out.
    if (forced === null || (forced.matches && isPlain(name))) return
    const range = new StaticRange({
      startContainer: node,
      startOffset: from,
      endContainer: endNode,
      endOffset: to,
    })
    const highlight = highlightNamed(name)
    highlight.add(range)
    this.ranges.push([highlight, range])
  }

  clear(): void {
    for (const [highlight, range] of this.ranges) highlight.delete(range)
    this.ranges = []
  }
}
