import type { JsonDocument, NodeId } from '../../json/document.ts'
import { Kind } from '../../json/document.ts'
import { stringValue } from '../../json/read.ts'

/** How a writer puts white space: between members and items, behind colons, and for each level of a line of its own. */
export interface Spacing {
  readonly name: string
  readonly comma: string
  readonly colon: string
  /** Null for all on one line. */
  readonly indent: string | null
}

export const spacings: readonly Spacing[] = [
  { name: 'compact', comma: ',', colon: ':', indent: null },
  { name: 'spaced', comma: ', ', colon: ': ', indent: null },
  { name: 'two', comma: ',', colon: ': ', indent: '  ' },
  { name: 'four', comma: ',', colon: ': ', indent: '    ' },
  { name: 'tab', comma: ',', colon: ': ', indent: '\t' },
]

export type Escapes = 'as written' | 'fewest' | 'ascii' | 'slash' | 'ascii-slash' | 'html' | 'strict'

/** Deeper documents, and ones with more nodes, are not written anew. */
const MOST = { depth: 64, nodes: 20_000 }

export function canRewrite({ depth, count }: JsonDocument): boolean {
  return depth <= MOST.depth && count <= MOST.nodes
}

interface Style {
  readonly spacing: Spacing
  readonly sorted: boolean
  readonly escapes: Escapes
}

/** The document written anew; numbers and literals stay as they are. {@link canRewrite} must hold. */
export function rewritten(document: JsonDocument, style: Style): string {
  const {
    spacing: { comma, colon, indent },
    sorted,
    escapes,
  } = style
  const lineBreak = (level: number) => (indent === null ? '' : `\n${indent.repeat(level)}`)
  // The depth is bounded, so this may call itself.
  const write = (node: NodeId, level: number): string => {
    const { kind, end } = document
    if (kind[node] !== Kind.object && kind[node] !== Kind.array) return scalar(document, node, escapes)
    const isObject = kind[node] === Kind.object
    const pieces: { readonly name: string; readonly text: string }[] = []
    for (let child = node + 1; child < end[node]!; child = end[isObject ? child + 1 : child]!) {
      if (isObject) {
        const text = `${scalar(document, child, escapes)}${colon}${write(child + 1, level + 1)}`
        pieces.push({ name: stringValue(document, child), text })
      } else pieces.push({ name: '', text: write(child, level + 1) })
    }
    const [open, close] = isObject ? '{}' : '[]'
    if (pieces.length === 0) return `${open}${close}`
    if (isObject && sorted) pieces.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    const inner = pieces.map(({ text }) => lineBreak(level + 1) + text).join(comma)
    return `${open}${inner}${lineBreak(level)}${close}`
  }
  return write(0, 0)
}

/** The top-level members in another order: `order` lists their places. */
export function reordered(document: JsonDocument, order: readonly number[], spacing: Spacing): string {
  const members: string[] = []
  for (let key = 1; key < document.end[0]!; key = document.end[key + 1]!) {
    const value = document.text.slice(document.from[key + 1]!, document.to[key + 1]!)
    members.push(`${document.text.slice(document.from[key]!, document.to[key]!)}${spacing.colon}${value}`)
  }
  return `{${order.map((i) => members[i]).join(spacing.comma)}}`
}

function scalar(document: JsonDocument, node: NodeId, escapes: Escapes): string {
  const kind = document.kind[node]
  const lexeme = document.text.slice(document.from[node]!, document.to[node]!)
  if (escapes === 'as written' || (kind !== Kind.string && kind !== Kind.key)) return lexeme
  const text = JSON.stringify(stringValue(document, node))
  switch (escapes) {
    case 'fewest':
      return text
    case 'ascii':
      return escaped(text, /[\u007f-\uffff]/g)
    case 'slash':
      return text.replaceAll('/', '\\/')
    case 'ascii-slash':
      return escaped(text, /[\u007f-\uffff]/g).replaceAll('/', '\\/')
    case 'html':
      return escaped(text, /[<>&\u2028\u2029]/g)
    case 'strict':
      // .NET: capitals, and quotes by number too.
      return escaped(text, /\\"|[<>&'+`\u007f-\uffff]/g, true)
  }
}

function escaped(text: string, pattern: RegExp, capitals = false): string {
  return text.replaceAll(pattern, (unit) => {
    const hex = unit
      .charCodeAt(unit.length - 1)
      .toString(16)
      .padStart(4, '0')
    return `\\u${capitals ? hex.toUpperCase() : hex}`
  })
}
