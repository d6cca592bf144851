import { Kind, type NodeId } from './document.ts'
import type { Rows } from './rows.ts'

/**
 * The keys whose name stood earlier in the same object, in document order. Names are compared as the strings
 * they denote (RFC 8259 section 8.3), so "a" and "\u0061" are the same name.
 *
 * A string and an entry in a Set for each of a hundred thousand names would cost as much again as reading the
 * text. So names are hashed first, without being cut out, and only those whose slot was hit twice are
 * compared as strings, by way of a Set: names made to collide cost that Set, never quadratic time.
 */
export function repeatedNames(text: string, rows: Rows): NodeId[] {
  const { count, kind, end } = rows
  const repeated: NodeId[] = []
  let hashes = new Int32Array(16)
  let hits = new Uint8Array(256)
  for (let object = 0; object < count; object++) {
    if (kind[object] !== Kind.object) continue
    let names = 0
    for (let key = object + 1; key < end[object]!; key = end[key + 1]!) {
      if (names === hashes.length) {
        const larger = new Int32Array(names * 2)
        larger.set(hashes)
        hashes = larger
      }
      hashes[names++] = nameHash(text, rows, key)
    }
    if (names < 2) continue

    let slots = 256
    while (slots < names * 8) slots *= 2
    if (slots > hits.length) hits = new Uint8Array(slots)
    else hits.fill(0, 0, slots)
    let suspects = false
    for (let i = 0; i < names; i++) {
      const slot = hashes[i]! & (slots - 1)
      if (hits[slot] === 0) hits[slot] = 1
      else {
        hits[slot] = 2
        suspects = true
      }
    }
    if (!suspects) continue

    const seen = new Set<string>()
    let i = 0
    for (let key = object + 1; key < end[object]!; key = end[key + 1]!) {
      if (hits[hashes[i++]! & (slots - 1)] !== 2) continue
      const name = nameOf(text, rows, key)
      if (seen.has(name)) repeated.push(key)
      else seen.add(name)
    }
  }
  // An outer object was looked through before the objects in it.
  return repeated.sort((a, b) => a - b)
}

function nameOf(text: string, rows: Rows, key: NodeId): string {
  const lexeme = text.slice(rows.from[key]!, rows.to[key]!)
  return lexeme.includes('\\') ? (JSON.parse(lexeme) as string) : lexeme.slice(1, -1)
}

/**
 * A 32-bit FNV-1a hash over the name's code units, its high bits folded into the low ones that choose the
 * slot.
 */
function nameHash(text: string, rows: Rows, key: NodeId): number {
  let hash = 0x811c9dc5
  const to = rows.to[key]! - 1
  for (let at = rows.from[key]! + 1; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) return stringHash(nameOf(text, rows, key))
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  return hash ^ (hash >>> 15)
}

function stringHash(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
