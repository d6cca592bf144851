/**
 * In which order the chunks stand in the document: gzip finds a repeat no farther than 32 kB back, so like is put beside like.
 * That nothing else hangs on it is `loader.ts`'s doing: it finds chunks by name.
 */

/** What chunks are made of: words first, as the markup before them has words; views last, as the door’s page after them has a view’s. */
const kinds = ['/src/content/', '/src/core/', '/node_modules/', '/src/'] as const

/** What the bundler tells of a chunk's modules, by the path of each. */
type Modules = Readonly<Record<string, { readonly renderedLength: number }>>

/** The place in `kinds` of what most of the chunk is made of. */
function kindOf(modules: Modules): number {
  const lengths = kinds.map(() => 0)
  for (const [path, { renderedLength }] of Object.entries(modules)) {
    const kind = kinds.findIndex((folder) => path.includes(folder))
    if (kind >= 0) lengths[kind]! += renderedLength
  }
  return lengths.indexOf(Math.max(...lengths))
}

/** The chunks, those of a kind together, and among these the longest first. */
export function inOrder<C extends { readonly code: string; readonly modules: Modules }>(
  chunks: readonly C[],
): C[] {
  const placed = chunks.map((chunk) => ({ chunk, kind: kindOf(chunk.modules) }))
  placed.sort((a, b) => a.kind - b.kind || b.chunk.code.length - a.chunk.code.length)
  return placed.map(({ chunk }) => chunk)
}
