import type { JsonDocument, NodeId } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { items, stringValue } from '../json/read.ts'

/** A digest that stands in for a Disclosure, or for nothing (RFC 9901 sections 4.2.4 and 4.2.5). */
export interface EmbeddedDigest {
  readonly digest: string
  /** The string itself. */
  readonly node: NodeId
  /** The object whose `_sd` holds it, or the array item `{"...": …}`. */
  readonly place: NodeId
  readonly in: 'object' | 'array'
}

export type MisplacedCode =
  /** `_sd` is no array of strings. */
  | 'sd-malformed'
  /** `...` is not the only member of an array's item, or no string. */
  | 'ellipsis-malformed'
  /** `_sd_alg` below the top level. */
  | 'sd-alg-nested'

export interface Misplaced {
  readonly code: MisplacedCode
  readonly node: NodeId
}

export interface Embedded {
  readonly digests: readonly EmbeddedDigest[]
  /** Where the reserved names are used as RFC 9901 section 4.1 does not allow. */
  readonly misplaced: readonly Misplaced[]
}

/**
 * All digests in the subtree of `root`, in document order; `_sd_alg` may be a member of `root` itself only where that is
 * the `topLevel` of the payload. Linear in the number of rows, and without recursion.
 */
export function embeddedDigests(document: JsonDocument, root: NodeId, topLevel: boolean): Embedded {
  const { kind, end, parent } = document
  const digests: EmbeddedDigest[] = []
  const misplaced: Misplaced[] = []
  // Of several `_sd` of one object the last counts (RFC 7519 section 4).
  const counted = new Map<NodeId, NodeId>()
  for (let row = root; row < end[root]!; row++) {
    if (kind[row] === Kind.key && reservedName(document, row) === '_sd') counted.set(parent[row]!, row)
  }
  for (let row = root; row < end[root]!; row++) {
    if (kind[row] !== Kind.key) continue
    const name = reservedName(document, row)
    if (name === null) continue
    const value = row + 1
    const object = parent[row]!
    if (name === '_sd' && counted.get(object) !== row) continue
    if (name === '_sd_alg') {
      if (!topLevel || object !== root) misplaced.push({ code: 'sd-alg-nested', node: row })
    } else if (name === '...') {
      const alone = row === object + 1 && end[value] === end[object]
      const isItem = object !== root && kind[parent[object]!] === Kind.array
      if (alone && isItem && kind[value] === Kind.string) {
        digests.push({ digest: stringValue(document, value), node: value, place: object, in: 'array' })
      } else misplaced.push({ code: 'ellipsis-malformed', node: row })
    } else {
      const found = [...items(document, value)]
      if (kind[value] !== Kind.array || found.some((item) => kind[item] !== Kind.string)) {
        misplaced.push({ code: 'sd-malformed', node: value })
        continue
      }
      for (const node of found) {
        digests.push({ digest: stringValue(document, node), node, place: object, in: 'object' })
      }
    }
  }
  return { digests, misplaced }
}

type ReservedName = '_sd' | '...' | '_sd_alg'

/** The name of the key where SD-JWT reserves it, else null. A glance at the first character settles nearly all. */
export function reservedName(document: JsonDocument, key: NodeId): ReservedName | null {
  const first = document.text.charCodeAt(document.from[key]! + 1)
  if (first !== 0x5f && first !== 0x2e && first !== 0x5c) return null
  const name = stringValue(document, key)
  return name === '_sd' || name === '...' || name === '_sd_alg' ? name : null
}
