import { UNSEEN } from '../text/unseen.ts'
import { type JsonDocument, Kind, type NodeId } from './document.ts'
import { innermostAt } from './read.ts'

/** A document as pretty text. All offsets are UTF-16 offsets into `text`. */
export interface Printed {
  readonly text: string
  /** Where each row of the document begins and ends in `text`, by {@link NodeId}. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** The offset at which each line begins. */
  readonly lines: Int32Array
}

/**
 * Indentation grows up to this level. Beyond it nobody can follow it with the eye, and if it never stopped, a
 * text of 100,000 nested arrays (200 KB) would print as 20 GB of spaces.
 */
const deepestIndent = 40
const lineBreaks = Array.from({ length: deepestIndent + 1 }, (_, level) => `\n${'  '.repeat(level)}`)
const commaBreaks = lineBreaks.map((lineBreak) => `,${lineBreak}`)

/** What is printed as an escape: control characters, whatever else is unseen, and lone surrogates. */
const invisible = new RegExp(String.raw`[\u007f-\u009f\ud800-\udfff${UNSEEN}]`, 'gu')

/** The same at one place, and without the astral ones: a pattern that knows code points takes three times as long. */
const invisibleHere = new RegExp(invisible.source, 'uy')
const candidate = new RegExp(invisible.source.replace(/\\u\{\w+\}-\\u\{\w+\}/g, ''), 'g')

/**
 * Prints a document that was scanned without fault: two spaces per level, one member or item per line, `{}`
 * and `[]` where there is none. Numbers and strings stand exactly as written, but for invisible characters in
 * strings and keys, which become \u escapes: the same JSON, and visible.
 */
export function printJson(document: JsonDocument): Printed {
  const { text: source, count, kind, end, parent } = document
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const lines = new Int32Array(2 * count + 1)
  const out = new Pieces()
  let line = 1 // the first begins at 0
  let container: NodeId = -1
  let level = 0
  let hidden = nextInvisible(source, 0)

  const breakLine = (breaks: readonly string[]): void => {
    const indent = Math.min(level, deepestIndent)
    out.put(breaks[indent]!)
    lines[line++] = out.length - 2 * indent
  }

  for (let row = 0; row < count; row++) {
    const rowKind = kind[row]!
    if (container >= 0 && (rowKind === Kind.key || kind[container] === Kind.array)) {
      breakLine(row === container + 1 ? lineBreaks : commaBreaks)
    }
    from[row] = out.length
    if (rowKind === Kind.object || rowKind === Kind.array) {
      if (end[row]! > row + 1) {
        out.put(rowKind === Kind.object ? '{' : '[')
        container = row
        level++
        continue
      }
      out.put(rowKind === Kind.object ? '{}' : '[]')
    } else {
      const sourceTo = document.to[row]!
      const lexeme = source.slice(document.from[row]!, sourceTo)
      if (hidden < sourceTo) {
        out.put(lexeme.replace(invisible, escaped))
        hidden = nextInvisible(source, sourceTo)
      } else out.put(lexeme)
    }
    to[row] = out.length
    if (rowKind === Kind.key) out.put(': ')

    // The node may be the last one of its container, that one the last of its own, and so on.
    while (container >= 0 && end[container] === row + 1) {
      level--
      breakLine(lineBreaks)
      out.put(kind[container] === Kind.object ? '}' : ']')
      to[container] = out.length
      container = parent[container]!
    }
  }
  return { text: out.join(), from, to, lines: lines.slice(0, line) }
}

/**
 * Text put together from many small pieces. A string grown by `+=` is, in V8, a tree of all its pieces until
 * it is first read; printing 5 MB then takes five times as long, most of it garbage collection. So the trees
 * are kept small and joined early.
 */
class Pieces {
  /** UTF-16 code units so far. */
  length = 0
  private tree = ''
  private trees: string[] = []
  private readonly joined: string[] = []

  put(piece: string): void {
    this.length += piece.length
    this.tree += piece
    if (this.tree.length < 1024) return
    this.trees.push(this.tree)
    this.tree = ''
    if (this.trees.length < 16) return
    this.joined.push(this.trees.join(''))
    this.trees = []
  }

  join(): string {
    return [...this.joined, ...this.trees, this.tree].join('')
  }
}

/** The innermost node at an offset of the printed text, as `nodeAt` is for the source; null past its end. */
export function printedNodeAt(printed: Printed, document: JsonDocument, offset: number): NodeId | null {
  return innermostAt(document, printed, offset)
}

/** The offset of the first invisible character from `at` on, Infinity if there is none. */
function nextInvisible(text: string, at: number): number {
  for (let from = at; ; from++) {
    candidate.lastIndex = from
    from = candidate.exec(text)?.index ?? Number.POSITIVE_INFINITY
    if (from === Number.POSITIVE_INFINITY) return from
    invisibleHere.lastIndex = from
    if (invisibleHere.test(text)) return from
  }
}

function escaped(character: string): string {
  let escapes = ''
  for (let i = 0; i < character.length; i++) {
    escapes += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  }
  return escapes
}
