import type { Span } from '../../core/text/span.ts'

/** A run of shown text that is one element: whole lines, or a piece of one too long to lay out at once. */
export interface Chunk extends Span {
  /** Lines it holds, to guess its height before it is laid out. */
  readonly lines: number
}

/**
 * Small chunks cost elements, large ones layout of what is not seen: their size grows with the text, between these
 * bounds of characters, and a chunk ends after so many lines at the latest.
 */
const LEAST_CHARACTERS = 2048
const MOST_CHARACTERS = 12_288
const CHUNKS = 150
const CHARACTERS_TO_A_LINE = 40

/** Characters to a shown line where lines wrap: only a guess of heights hangs on it. */
const GUESSED_COLUMNS = 80

/** Cuts text into chunks. A line break between two chunks belongs to neither. */
export function cutChunks(text: string): Chunk[] {
  const chunks: Chunk[] = []
  const lineEnd = lineEnds(text)
  const size = Math.min(MOST_CHARACTERS, Math.max(LEAST_CHARACTERS, Math.ceil(text.length / CHUNKS)))
  let from = 0
  while (from < text.length) {
    const { to, lines } = chunkEnd(text, from, size, lineEnd)
    chunks.push({ from, to, lines })
    from = text[to] === '\n' ? to + 1 : to
    if (from === text.length && text[to] === '\n') chunks.push({ from, to: from, lines: 1 })
  }
  return chunks.length > 0 ? chunks : [{ from: 0, to: 0, lines: 1 }]
}

/** Finds line ends for ascending offsets: a line of megabytes is searched once, not once for each of its chunks. */
function lineEnds(text: string): (offset: number) => number {
  let known = -1
  return (offset) => {
    if (known < offset) {
      const found = text.indexOf('\n', offset)
      known = found < 0 ? text.length : found
    }
    return known
  }
}

function chunkEnd(
  text: string,
  from: number,
  size: number,
  lineEnd: (offset: number) => number,
): { to: number; lines: number } {
  let to = from
  let lines = 0
  for (let count = 0; count * CHARACTERS_TO_A_LINE < size && to < text.length; count++) {
    const start = count === 0 ? from : to + 1
    const end = lineEnd(start)
    if (end - from > size) {
      if (count > 0) return { to, lines }
      const cut = beforePair(text, Math.min(end, from + size))
      return { to: cut, lines: Math.ceil((cut - from) / GUESSED_COLUMNS) }
    }
    lines += Math.max(1, Math.ceil((end - start) / GUESSED_COLUMNS))
    to = end
  }
  return { to, lines }
}

/** Keeps a surrogate pair in one piece. */
function beforePair(text: string, at: number): number {
  return at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at
}

/** Index of the chunk that holds the offset. */
export function chunkAt(chunks: readonly Chunk[], offset: number): number {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (chunks[middle]!.from <= offset) low = middle
    else high = middle - 1
  }
  return low
}
