import { Kind } from '../json/document.ts'
import { stringValue } from '../json/read.ts'
import { jsonParts, MAX_PLACES } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** Quotes included: a shorter lexeme is none of them. */
const MIN_LEXEME = '__proto__'.length + 2
/** Longest of the names with every character written as \uXXXX, and quotes. */
const MAX_LEXEME = 'constructor'.length * 6 + 2
const NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/** Member names that mean something to JavaScript objects: a way to attack code that merges claims carelessly. */
export function prototypeName(subject: Subject): Finding[] {
  return jsonParts(subject).flatMap((part): Finding[] => {
    const { document } = part
    const places: number[] = []
    for (let node = 0; node < document.count && places.length < MAX_PLACES; node++) {
      if (document.kind[node] !== Kind.key) continue
      const length = document.to[node]! - document.from[node]!
      if (length < MIN_LEXEME || length > MAX_LEXEME) continue
      if (NAMES.has(stringValue(document, node))) places.push(node)
    }
    const first = places[0]
    if (first === undefined) return []
    const values = { part: part.name, name: stringValue(document, first) }
    return [{ rule: 'json-prototype-name', severity: 'error', at: places.map(part.at), values }]
  })
}
