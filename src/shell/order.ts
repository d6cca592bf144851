/**
 * In which order the chunks stand in the document: gzip finds a repeat no farther than 32 kB back, so like is put beside like.
 * That nothing else hangs on it is `loader.ts`'s doing: it finds chunks by name.
 */

/**
 * What chunks are made of: words first, as the markup before them has words, then views, which are near to words, the app,
 * most of which is libraries, and last what stands in for a platform, which is like nothing else.
 */
const kinds = [
  /\/src\/content\//,
  /\/src\/(?:ui|state)\//,
  /\/node_modules\/(?!@noble)/,
  /\/src\//,
  /\/node_modules\//,
] as const

/** What the bundler tells of a chunk's modules, by the path of each. */
type Modules = Readonly<Record<string, { readonly renderedLength: number }>>

/** The place in `kinds` of what most of the chunk is made of. */
function kindOf(modules: Modules): number {
  const lengths = kinds.map(() => 0)
  for (const [path, { renderedLength }] of Object.entries(modules)) {
    const kind = kinds.findIndex((kind) => kind.test(path))
    if (kind >= 0) lengths[kind]! += renderedLength
  }
  return lengths.indexOf(Math.max(...lengths))
}

/** The chunks, those of a kind together, and among these first what the app begins with, then the shortest. */
export function inOrder<C extends { readonly code: string; readonly modules: Modules }>(
  chunks: readonly C[],
  isAtOnce: (path: string) => boolean,
): C[] {
  const placed = chunks.map((chunk) => ({
    chunk,
    kind: kindOf(chunk.modules),
    later: Object.keys(chunk.modules).some(isAtOnce) ? 0 : 1,
  }))
  placed.sort((a, b) => a.kind - b.kind || a.later - b.later || a.chunk.code.length - b.chunk.code.length)
  return placed.map(({ chunk }) => chunk)
}
