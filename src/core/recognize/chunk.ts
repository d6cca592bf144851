/** The cookies that a token was cut into because it is too long for one: `name.0`, `name.1`, or `nameC1`, `nameC2`. */
export interface Chunk {
  /** The name but for the number. */
  readonly stem: string
  /** Of the last that was read. */
  number: number
}

/** Characters of a name that are looked at. */
const SEEN = 120
/** A name with the first number, and what stands before the token in its value. */
const NAMED = /(?:^|[\s;:'"])([^\s;,="']{0,100}(?:[._-]|C))([01])=[\w-]{0,60}$/

/** The first of several, if the token at `start` can be that by its name. */
export function firstChunk(text: string, start: number): Chunk | 'none' {
  const before = text.slice(Math.max(0, start - SEEN), start)
  // Most texts have no cookie in sight, and the pattern takes its time to say so.
  const match = before.includes('=') ? NAMED.exec(before) : null
  return match === null ? 'none' : { stem: match[1]!, number: Number(match[2]) }
}

/** Where the value of the next cookie begins after the semicolon at `at`, if it is the chunk's next; else 0. Counts it. */
export function nextChunk(text: string, at: number, chunk: Chunk | 'none'): number {
  if (chunk === 'none') return 0
  const from = text[at + 1] === ' ' ? at + 2 : at + 1
  const name = `${chunk.stem}${chunk.number + 1}=`
  if (!text.startsWith(name, from)) return 0
  chunk.number++
  return from + name.length
}
