/** The prose that people read, as it stands in the sources. */
import { parseSync } from 'vite'
import { childrenOf, type Node } from './syntax.ts'

/**
 * Strings and templates of a source that have more than one word; what a template works out is `{}`. What a question offers
 * to choose from may be wrong, and is left out.
 */
export function proseOf(path: string, source: string): string[] {
  const found: string[] = []
  const open: Node[] = [parseSync(path, source).program]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const text = textOf(node)
    if (text !== null && /\p{L}[,:;]? \S/u.test(text)) found.push(text)
    open.push(...readIn(node))
  }
  return found
}

/** The nodes below, but for types, imports, names of members and what is offered to choose from. */
function readIn(node: Node): Node[] {
  const isOption =
    node.type === 'ObjectExpression' && node.properties.some((one) => memberName(one) === 'reply')
  return childrenOf(node).flatMap(([name, child]) => {
    if (/^TS(?!As|Satisfies|NonNull)/.test(child.type)) return []
    if (child.type === 'ImportDeclaration' || (node.type === 'Property' && name === 'key')) return []
    return isOption && memberName(child) === 'text' ? [] : [child]
  })
}

function memberName(node: Node): string {
  if (node.type !== 'Property') return ''
  return node.key.type === 'Identifier' ? node.key.name : ''
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateLiteral') return null
  return node.quasis.map(({ value }) => value.cooked ?? value.raw).join('{}')
}

const abbreviations = /(?:\be\.g|\bi\.e|\betc|\bvs|\bcf)\.$/

export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let begun = ''
  for (const part of text.split(/(?<=[.!?][”’")]*)\s+/)) {
    begun = begun === '' ? part : `${begun} ${part}`
    if (abbreviations.test(part)) continue
    sentences.push(begun)
    begun = ''
  }
  return begun === '' ? sentences : [...sentences, begun]
}

/** Words of a sentence; what is quoted counts as one. */
export function wordCount(sentence: string): number {
  return sentence
    .replaceAll(/“[^”]*”/g, 'x')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d{}]/u.test(word)).length
}
