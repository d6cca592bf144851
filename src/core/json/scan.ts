import type { Fault } from '../text/result.ts'
import { type JsonDocument, Kind, type NodeId } from './document.ts'
import { repeatedNames } from './duplicates.ts'
import { type Due, explain, type JsonFault } from './fault.ts'
import { codeAt, literalEnd, numberEnd, quote, skipSpace, stringEnd } from './lexemes.ts'
import { Rows } from './rows.ts'

export interface Scanned {
  readonly document: JsonDocument
  /** Null if the whole text is one JSON text. */
  readonly fault: Fault<JsonFault> | null
}

/**
 * Reads a JSON text (RFC 8259, strictly: what `JSON.parse` refuses is refused here), losing nothing of it.
 *
 * Where the text breaks the grammar, `fault` says where and what was expected (see {@link JsonFault}), and
 * the document holds the values read before that: open containers end at the fault, and a name without a
 * complete value is left out, so that in every document a key is followed by its value. A document may then
 * have no rows at all. Time and space are linear in the text's length, whatever the nesting: the stack is the
 * column of parents. With a `start`, the JSON text that begins there is read, whatever stands before and after it.
 */
export function scanJson(text: string, start?: number): Scanned {
  // Few at first: only one of many documents in the text may be read.
  const rows = new Rows(Math.min(text.length >> 4, 256) + 16)
  let at = skipSpace(text, start ?? 0)
  let container: NodeId = -1
  let closer = -1
  let nesting = 0
  let depth = 0
  let due: Due | null = null

  value: for (;;) {
    if (closer === 0x7d) {
      const to = codeAt(text, at) === quote ? stringEnd(text, at) : -1
      if (to < 0) {
        due = 'name'
        break
      }
      rows.add(Kind.key, at, to, container)
      at = skipSpace(text, to)
      if (codeAt(text, at) !== 0x3a) {
        due = 'colon'
        break
      }
      at = skipSpace(text, at + 1)
    }

    const code = codeAt(text, at)
    if (code === 0x7b || code === 0x5b) {
      container = rows.add(code === 0x7b ? Kind.object : Kind.array, at, at, container)
      closer = code + 2 // in ASCII each closing bracket stands two places after its opening one
      depth = Math.max(depth, nesting++)
      at = skipSpace(text, at + 1)
      if (codeAt(text, at) !== closer) continue
    } else {
      const kind = scalarKind(code)
      const to = kind === null ? -1 : scalarEnd(text, at, kind)
      if (kind === null || to < 0) {
        due = 'value'
        break
      }
      rows.add(kind, at, to, container)
      depth = Math.max(depth, nesting)
      at = to
    }

    // A value is complete, and with it perhaps the containers around it.
    for (;;) {
      at = skipSpace(text, at)
      if (container < 0) {
        if (at < text.length && start === undefined) due = 'end'
        break value
      }
      const next = codeAt(text, at)
      if (next === 0x2c) {
        at = skipSpace(text, at + 1)
        continue value
      }
      if (next !== closer) {
        due = 'comma'
        break value
      }
      rows.close(container, ++at)
      nesting--
      container = rows.parent[container]!
      closer = container < 0 ? -1 : rows.kind[container] === Kind.object ? 0x7d : 0x5d
    }
  }

  const fault = due === null ? null : explain(text, at, due, container < 0 ? null : rows.from[container]!)
  if (fault !== null) {
    if (rows.count > 0 && rows.kind[rows.count - 1] === Kind.key) rows.count--
    for (; container >= 0; container = rows.parent[container]!) rows.close(container, fault.span.from)
  }
  const { count, kind, from, to, end, parent } = rows
  const duplicates = repeatedNames(text, rows)
  return { document: { text, count, kind, from, to, end, parent, depth, duplicates }, fault }
}

type Scalar = Exclude<Kind, typeof Kind.object | typeof Kind.array | typeof Kind.key>

/** What the first character of a string, number or literal promises. */
function scalarKind(code: number): Scalar | null {
  switch (code) {
    case quote:
      return Kind.string
    case 0x74: // t
      return Kind.true
    case 0x66: // f
      return Kind.false
    case 0x6e: // n
      return Kind.null
    default:
      return code === 0x2d || (code >= 0x30 && code <= 0x39) ? Kind.number : null
  }
}

function scalarEnd(text: string, at: number, kind: Scalar): number {
  switch (kind) {
    case Kind.string:
      return stringEnd(text, at)
    case Kind.number:
      return numberEnd(text, at)
    case Kind.true:
      return literalEnd(text, at, 'true')
    case Kind.false:
      return literalEnd(text, at, 'false')
    case Kind.null:
      return literalEnd(text, at, 'null')
  }
}
