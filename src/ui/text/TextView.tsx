import type { ClipboardEvent, CSSProperties, PointerEvent, SyntheticEvent } from 'react'
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '../../core/text/span.ts'
import type { Chunk } from './chunks.ts'
import { chunkAt, cutChunks } from './chunks.ts'
import { HighlightSet } from './highlights.ts'
import { offsetAtPoint, selectedOffsets } from './offsets.ts'
import { FEW_CHUNKS, Painter } from './Painter.ts'
import type { Rendering } from './rendering.ts'
import styles from './TextView.module.css'

interface Props {
  readonly rendering: Rendering
  readonly label: string
  /** The part that the text is of: its names take that part's colour. */
  readonly part: 'header' | 'payload' | 'signature'
  readonly wrap: boolean
  /** What is pointed at, in shown text. */
  readonly linked: Span | null
  onHover(offset: number | null): void
  onCaret(offset: number): void
}

const LINE_HEIGHT = 20

/**
 * Shows long text that can be read, selected, searched and walked through with a caret, but not changed. It is in the
 * document as a whole, in chunks that the browser lays out only as they come into view, and coloured only then.
 */
export const TextView = memo(function TextView({
  rendering,
  label,
  part,
  wrap,
  linked,
  onHover,
  onCaret,
}: Props) {
  const root = useRef<HTMLDivElement>(null)
  const chunks = useMemo(() => cutChunks(rendering.text), [rendering])
  // Counts up when something (an input method, say) got past the guards and changed the text: all of it is drawn anew.
  const [spoilt, setSpoilt] = useState(0)
  const many = chunks.length > FEW_CHUNKS
  usePainting(root, rendering, chunks, part, spoilt)
  useLinked(root, chunks, linked)
  useCaret(root, chunks, onCaret)

  const hover = (event: PointerEvent) => {
    if (event.pointerType === 'mouse')
      onHover(offsetAtPoint(root.current, chunks, event.clientX, event.clientY))
  }
  const copy = (event: ClipboardEvent) => {
    const selected = selectedOffsets(root.current, chunks)
    if (selected === null || selected.from === selected.to) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', rendering.copied.slice(selected.from, selected.to))
  }
  return (
    // A box that can be edited, with every edit refused, has what no textarea of this size offers: the browser's own
    // caret over text that is laid out only in part.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      key={spoilt}
      ref={root}
      className={styles.view}
      role="textbox"
      aria-label={label}
      aria-multiline="true"
      aria-readonly="true"
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      inputMode="none"
      spellCheck={false}
      translate="no"
      data-wrap={wrap ? 'on' : 'off'}
      data-many={many ? '' : undefined}
      onBeforeInput={refuse}
      onPaste={refuse}
      onCut={refuse}
      onDrop={refuse}
      onInput={() => setSpoilt((count) => count + 1)}
      onPointerMove={hover}
      onPointerLeave={() => onHover(null)}
      onCopy={copy}
    >
      {chunks.map((chunk, i) => (
        // The elements stay when the text changes: making them anew costs more than filling them.
        // biome-ignore lint/suspicious/noArrayIndexKey: a chunk has no identity but its place
        <div key={i} className={styles.chunk} {...(many && { style: guessedSize(chunk) })}>
          {rendering.text.slice(chunk.from, chunk.to)}
        </div>
      ))}
    </div>
  )
})

function refuse(event: SyntheticEvent): void {
  event.preventDefault()
}

function guessedSize(chunk: Chunk): CSSProperties {
  return { containIntrinsicBlockSize: `auto ${chunk.lines * LINE_HEIGHT}px` }
}

type Root = React.RefObject<HTMLDivElement | null>

/** Colours the chunks that are in view: all of few, and of many those of which the browser says so. */
function usePainting(
  root: Root,
  rendering: Rendering,
  chunks: readonly Chunk[],
  part: Props['part'],
  spoilt: number,
) {
  const painter = useRef<Painter | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a spoilt text has a new element
  useLayoutEffect(() => {
    if (root.current === null) return
    painter.current = new Painter(root.current)
    return () => painter.current?.stop()
  }, [root, spoilt])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a spoilt text is painted anew
  useLayoutEffect(() => painter.current?.show(rendering, chunks, part), [rendering, chunks, part, spoilt])
}

function useLinked(root: Root, chunks: readonly Chunk[], linked: Span | null) {
  useLayoutEffect(() => {
    if (linked === null || root.current === null) return
    const first = chunkAt(chunks, linked.from)
    const last = chunkAt(chunks, Math.max(linked.from, linked.to - 1))
    const from = root.current.children[first]?.firstChild
    const to = root.current.children[last]?.firstChild
    if (from == null || to == null) return
    const set = new HighlightSet()
    const clamp = (offset: number, chunk: Chunk) => Math.min(offset, chunk.to) - chunk.from
    set.add('linked', from, clamp(linked.from, chunks[first]!), to, clamp(linked.to, chunks[last]!))
    return () => set.clear()
  }, [root, chunks, linked])
}

function useCaret(root: Root, chunks: readonly Chunk[], onCaret: (offset: number) => void) {
  useEffect(() => {
    const moved = () => {
      if (root.current === null || document.activeElement !== root.current) return
      const selected = selectedOffsets(root.current, chunks)
      if (selected !== null) onCaret(selected.head)
    }
    document.addEventListener('selectionchange', moved)
    return () => document.removeEventListener('selectionchange', moved)
  }, [root, chunks, onCaret])
}
