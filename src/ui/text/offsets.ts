import type { Chunk } from './chunks.ts'

/** From places in the document to offsets of shown text; `root` has one child for each chunk. */

/** The shown offset under a point of the window, or null. */
export function offsetAtPoint(
  root: Element | null,
  chunks: readonly Chunk[],
  x: number,
  y: number,
): number | null {
  if (root === null) return null
  const place = caretAt(x, y)
  if (place === null) return null
  return offsetOf(root, chunks, place.node, place.offset - (isPast(place, x, y) ? 1 : 0))
}

/** Whether the point is on the character before the place: the place for a caret is the nearest, on either side. */
function isPast({ node, offset }: { node: Node; offset: number }, x: number, y: number): boolean {
  if (node.nodeType !== Node.TEXT_NODE || offset === 0) return false
  const before = document.createRange()
  before.setStart(node, offset - 1)
  before.setEnd(node, offset)
  return [...before.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
  )
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint !== undefined) {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  // WebKit's own name for it.
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

export interface Selected {
  readonly from: number
  readonly to: number
  /** The moving end, where the caret is. */
  readonly head: number
}

/** The selection, where it lies within `root`. */
export function selectedOffsets(root: Element | null, chunks: readonly Chunk[]): Selected | null {
  const selection = document.getSelection()
  if (root === null || selection?.anchorNode == null || selection.focusNode === null) return null
  const anchor = offsetOf(root, chunks, selection.anchorNode, selection.anchorOffset)
  const head = offsetOf(root, chunks, selection.focusNode, selection.focusOffset)
  if (anchor === null || head === null) return null
  return { from: Math.min(anchor, head), to: Math.max(anchor, head), head }
}

function offsetOf(root: Element, chunks: readonly Chunk[], node: Node, offset: number): number | null {
  if (node === root) return chunks[offset]?.from ?? chunks.at(-1)?.to ?? null
  const child = node.parentElement === root ? node : node.parentElement
  if (child === null || child.parentElement !== root) return null
  const chunk = chunks[Array.prototype.indexOf.call(root.children, child)]
  if (chunk === undefined) return null
  if (node === child) return offset === 0 ? chunk.from : chunk.to
  return Math.min(chunk.to, chunk.from + offset)
}
