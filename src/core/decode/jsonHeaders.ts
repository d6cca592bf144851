import { Kind, type NodeId } from '../json/document.ts'
import { items, members, memberValue, stringValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { isObject } from './content.ts'
import type { DecodeFault } from './fault.ts'
import type { Placed } from './jsonString.ts'
import type { Content, UnprotectedHeader } from './token.ts'

/** Where a node stands in the pasted text. */
export function spanOf({ document, base }: Placed, node: NodeId): Span {
  return { from: base + document.from[node]!, to: base + document.to[node]! }
}

/** A member that must be of one kind where it is there; of another kind it is a fault, and as if absent. */
export function memberOf(
  placed: Placed,
  object: NodeId,
  name: string,
  kind: Kind,
  faults: Fault<DecodeFault>[],
): NodeId | null {
  const node = memberValue(placed.document, object, name)
  if (node === null || placed.document.kind[node] === kind) return node
  const expected = kind === Kind.string ? 'string' : kind === Kind.array ? 'array' : 'object'
  faults.push(fault('member-type', spanOf(placed, node), { name, expected }))
  return null
}

/** Entries of a list that are taken apart: each costs a look at the headers that all share. */
const MAX_ENTRIES = 100

export function firstItems(
  placed: Placed,
  list: NodeId | null,
  name: string,
  faults: Fault<DecodeFault>[],
): readonly NodeId[] {
  const all = list === null ? [] : [...items(placed.document, list)]
  if (all.length > MAX_ENTRIES) {
    faults.push(fault('member-many', spanOf(placed, all[MAX_ENTRIES]!), { name, count: all.length }))
  }
  return all.slice(0, MAX_ENTRIES)
}

/** A header that stands in the clear as a JSON object. Its duplicates are told of with those of the whole. */
export function unprotectedHeader(
  placed: Placed,
  object: NodeId,
  name: string,
  faults: Fault<DecodeFault>[],
): UnprotectedHeader | null {
  const node = memberOf(placed, object, name, Kind.object, faults)
  if (node === null) return null
  const { document } = placed
  const text = document.text.slice(document.from[node], document.to[node])
  return { span: spanOf(placed, node), content: { kind: 'json', text, ...scanJson(text) } }
}

/**
 * Names that stand in more than one of a signature's or recipient's headers, which RFC 7515 section 7.2.1 forbids. Placed
 * at the later header.
 */
export function sharedNames(
  headers: readonly { readonly content: Content; readonly span: Span }[],
): Fault<DecodeFault>[] {
  const seen = new Set<string>()
  const faults: Fault<DecodeFault>[] = []
  for (const { content, span } of headers) {
    if (!isObject(content)) continue
    const own = new Set<string>()
    for (const { key } of members(content.document, 0)) own.add(stringValue(content.document, key))
    for (const name of own) {
      if (seen.has(name)) faults.push(fault('header-not-disjoint', span, { name }))
      seen.add(name)
    }
  }
  return faults
}

/** Member names of the JSON that stand twice in one object. */
export function repeatedMembers(placed: Placed): Fault<DecodeFault>[] {
  const { document } = placed
  return document.duplicates.map((key) =>
    fault('member-duplicate', spanOf(placed, key), { name: stringValue(document, key) }),
  )
}
