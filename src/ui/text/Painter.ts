import type { Chunk } from './chunks.ts'
import type { HighlightName } from './highlights.ts'
import { HighlightSet } from './highlights.ts'
import type { Rendering } from './rendering.ts'

/** Up to this many chunks all is laid out at once: it is quick, and nothing has to be guessed. */
export const FEW_CHUNKS = 8

/** Colours the chunks of a text that are in view; `root` has one child for each. */
export class Painter {
  private readonly root: Element
  private readonly visible = new Set<Element>()
  private readonly painted = new Map<Element, HighlightSet>()
  private chunkOf = new Map<Element, Chunk>()
  private rendering: Rendering | null = null
  private part: 'header' | 'payload' | 'signature' = 'payload'

  constructor(root: Element) {
    this.root = root
    // The browser tells which chunks come into view and leave it: watching thousands of them would cost more.
    root.addEventListener('contentvisibilityautostatechange', this.changed)
  }

  /** Paints a new text, whose chunks the root's children hold by now. */
  show(rendering: Rendering, chunks: readonly Chunk[], part: Painter['part']): void {
    this.clear()
    this.rendering = rendering
    this.part = part
    this.chunkOf = new Map([...this.root.children].map((child, i) => [child, chunks[i]!]))
    const inView = chunks.length <= FEW_CHUNKS ? this.chunkOf.keys() : this.visible
    for (const child of inView) this.paint(child)
    // The last is laid out always, and nothing is told of it.
    if (this.root.lastElementChild !== null) this.paint(this.root.lastElementChild)
  }

  stop(): void {
    this.root.removeEventListener('contentvisibilityautostatechange', this.changed)
    this.clear()
  }

  private readonly changed = (event: Event): void => {
    const child = event.target as Element
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) {
      this.visible.delete(child)
      this.painted.get(child)?.clear()
      this.painted.delete(child)
    } else {
      this.visible.add(child)
      this.paint(child)
    }
  }

  private paint(child: Element): void {
    const chunk = this.chunkOf.get(child)
    const node = child.firstChild
    if (chunk === undefined || node === null || this.rendering === null || this.painted.has(child)) return
    const set = new HighlightSet()
    for (const { from, to, tint } of this.rendering.paint(chunk.from, chunk.to)) {
      const name: HighlightName =
        tint !== 'key' ? tint : this.part === 'header' ? 'key-header' : 'key-payload'
      set.add(name, node, from - chunk.from, node, to - chunk.from)
    }
    this.painted.set(child, set)
  }

  private clear(): void {
    for (const set of this.painted.values()) set.clear()
    this.painted.clear()
  }
}
