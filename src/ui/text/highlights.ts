import type { Tint } from './rendering.ts'

/**
 * Colours by the CSS Custom Highlight API: text stays one text node, so offsets, find-in-page and selection are the
 * browser's own. Where the API is missing the text is shown in one colour.
 */
export type HighlightName = Exclude<Tint, 'key'> | 'key-header' | 'key-payload' | 'linked'

const supported = typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS

function highlightNamed(name: HighlightName): Highlight {
  const known = CSS.highlights.get(`jot-${name}`)
  if (known !== undefined) return known
  const made = new Highlight()
  made.priority = name === 'linked' || name === 'fault' ? 1 : 0
  CSS.highlights.set(`jot-${name}`, made)
  return made
}

/** The ranges that one owner has put up, so that it can take down just these. */
export class HighlightSet {
  private ranges: [Highlight, AbstractRange][] = []

  add(name: HighlightName, node: Node, from: number, endNode: Node, to: number): void {
    if (!supported) return
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
