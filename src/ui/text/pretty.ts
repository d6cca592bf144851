import type { SourceMap } from '../../core/decode/sourceMap.ts'
import type { JsonDocument, NodeId } from '../../core/json/document.ts'
import { Kind } from '../../core/json/document.ts'
import type { Printed } from '../../core/json/print.ts'
import { printedNodeAt, printJson } from '../../core/json/print.ts'
import { nodeAt } from '../../core/json/read.ts'
import type { Span } from '../../core/text/span.ts'
import type { Paint, Rendering, Tint } from './rendering.ts'

const tints: Readonly<Record<Kind, Tint | null>> = {
  [Kind.object]: null,
  [Kind.array]: null,
  [Kind.string]: 'string',
  [Kind.number]: 'number',
  [Kind.true]: 'literal',
  [Kind.false]: 'literal',
  [Kind.null]: 'literal',
  [Kind.key]: 'key',
}

/** JSON laid out with one member a line; lexemes exactly as they were written. */
export function prettyRendering(document: JsonDocument, map: SourceMap): Rendering {
  const printed = printJson(document)
  return {
    text: printed.text,
    copied: printed.text,
    paint: (from, to) => paintRows(document, printed, from, to),
    octetsAt(offset) {
      const node = printedNodeAt(printed, document, lexemeOffset(printed.text, offset))
      return node === null ? null : map.octetsOf(memberSpan(document, node))
    },
    shown(octets) {
      const text = map.textOf(octets)
      const first = nodeAt(document, text.from)
      const last = nodeAt(document, Math.max(text.from, text.to - 1))
      if (first === null || last === null) return null
      return shownSpan(document, printed, text, first, last)
    },
  }
}

/**
 * From what stands between lexemes to the one it belongs to: from indentation to what follows it, from a colon, a comma
 * or the end of a line to what stands before it. Inside a string it stays inside.
 */
function lexemeOffset(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ') at--
  if (at < offset && text[at] === '\n') {
    at = offset
    while (text[at] === ' ') at++
    return at
  }
  while (/[ :,\n]/.test(text.charAt(at))) at--
  return at
}

/** The member, name and value, that a row belongs to; a container without its name counts as its first brace. */
function memberSpan({ kind, from, to }: JsonDocument, node: NodeId): Span {
  if (kind[node] === Kind.key) return { from: from[node]!, to: to[node + 1]! }
  if (kind[node] === Kind.object || kind[node] === Kind.array)
    return { from: from[node]!, to: from[node]! + 1 }
  const key = node > 0 && kind[node - 1] === Kind.key ? node - 1 : node
  return { from: from[key]!, to: to[node]! }
}

function shownSpan(
  document: JsonDocument,
  printed: Printed,
  text: Span,
  first: NodeId,
  last: NodeId,
): Span | null {
  const isContainer = document.kind[first] === Kind.object || document.kind[first] === Kind.array
  if (first === last && isContainer) {
    const whole = { from: printed.from[first]!, to: printed.to[first]! }
    if (text.from <= document.from[first]! && text.to >= document.to[first]!) return whole
    if (text.from === document.from[first]!) return { from: whole.from, to: whole.from + 1 }
    return text.to === document.to[first]! ? { from: whole.to - 1, to: whole.to } : null
  }
  return { from: printed.from[first]!, to: printed.to[last]! }
}

function* paintRows(document: JsonDocument, printed: Printed, from: number, to: number): Iterable<Paint> {
  // A lexeme may begin before the range: step back one row, unless that is a container around it.
  for (let row = Math.max(0, firstRowFrom(printed, document.count, from) - 1); row < document.count; row++) {
    const start = printed.from[row]!
    if (start >= to) return
    const tint = tints[document.kind[row] as Kind]
    const end = printed.to[row]!
    if (tint !== null && end > from) yield { from: Math.max(from, start), to: Math.min(to, end), tint }
  }
}

/** The first row whose printed lexeme begins at `offset` or later. */
function firstRowFrom(printed: Printed, count: number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (printed.from[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
