import { type JsonDocument, Kind, type NodeId } from './document.ts'

/**
 * What a string or key denotes: its lexeme without quotes and escapes. Lone surrogates come out as they are.
 */
export function stringValue(document: JsonDocument, node: NodeId): string {
  const lexeme = lexemeOf(document, node)
  // The scanner has checked the lexeme, so the platform's own reader cannot refuse it.
  return lexeme.includes('\\') ? (JSON.parse(lexeme) as string) : lexeme.slice(1, -1)
}

/** A number exactly as it is written. */
export function numberText(document: JsonDocument, node: NodeId): string {
  return lexemeOf(document, node)
}

function lexemeOf({ text, from, to }: JsonDocument, node: NodeId): string {
  return text.slice(from[node]!, to[node]!)
}

export interface Member {
  readonly key: NodeId
  readonly value: NodeId
}

/**
 * The members of an object as written, those with a repeated name included; none for any other kind of node.
 */
export function* members({ kind, end }: JsonDocument, object: NodeId): Generator<Member, void, undefined> {
  if (kind[object] !== Kind.object) return
  for (let key = object + 1; key < end[object]!; key = end[key + 1]!) yield { key, value: key + 1 }
}

/** The items of an array in order; none for any other kind of node. */
export function* items({ kind, end }: JsonDocument, array: NodeId): Generator<NodeId, void, undefined> {
  if (kind[array] !== Kind.array) return
  for (let item = array + 1; item < end[array]!; item = end[item]!) yield item
}

/**
 * The value of the member with this name, null if there is none or the node is no object. Of several members
 * with the name the lexically last one counts, as RFC 7515 section 4 has it from ECMAScript. Linear in the
 * number of members.
 */
export function memberValue(document: JsonDocument, object: NodeId, name: string): NodeId | null {
  const { kind, end } = document
  if (kind[object] !== Kind.object) return null
  let value: NodeId | null = null
  for (let key = object + 1; key < end[object]!; key = end[key + 1]!) {
    if (isNamed(document, key, name)) value = key + 1
  }
  return value
}

/** Compares in place: cutting every name out would make looking up a dozen claims among 100,000 slow. */
function isNamed(document: JsonDocument, key: NodeId, name: string): boolean {
  const first = document.from[key]! + 1
  const length = document.to[key]! - 1 - first
  for (let i = 0; i < length; i++) {
    const code = document.text.charCodeAt(first + i)
    if (code === 0x5c) return stringValue(document, key) === name
    if (i >= name.length || code !== name.charCodeAt(i)) return false
  }
  return length === name.length
}

/** The JSON Pointer (RFC 6901 section 5) to a node, '' for the root; a key has its value's. */
export function pathOf(document: JsonDocument, node: NodeId): string {
  const { kind, parent, end } = document
  const tokens: string[] = []
  let child = node
  for (let container = parent[child]!; container >= 0; child = container, container = parent[child]!) {
    if (kind[container] === Kind.object) {
      const key = kind[child] === Kind.key ? child : child - 1
      tokens.push(stringValue(document, key).replaceAll('~', '~0').replaceAll('/', '~1'))
    } else {
      let index = 0
      for (let item = container + 1; item < child; item = end[item]!) index++
      tokens.push(String(index))
    }
  }
  return tokens
    .reverse()
    .map((token) => `/${token}`)
    .join('')
}

/**
 * The innermost node whose lexeme covers the offset, a key or value rather than the object around it; null
 * outside of all.
 */
export function nodeAt(document: JsonDocument, offset: number): NodeId | null {
  return innermostAt(document, document, offset)
}

/**
 * The innermost row whose range in `ranges` covers the offset. The ranges are in document order and nest as
 * the rows do. Takes O(log rows + depth).
 */
export function innermostAt(
  { count, parent }: JsonDocument,
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
  offset: number,
): NodeId | null {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (from[middle]! <= offset) low = middle + 1
    else high = middle
  }
  // Whatever covers the offset is the last row to begin before it, or is around that row.
  let row = low - 1
  while (row >= 0 && to[row]! <= offset) row = parent[row]!
  return row < 0 ? null : row
}

/**
 * The plain ECMAScript value of a node, the same as `JSON.parse` makes of its text: of repeated names the
 * last counts, `__proto__` is an own property, numbers become doubles. Meant for small things such as a JWK;
 * nesting costs no stack.
 */
export function toPlain(document: JsonDocument, node: NodeId): unknown {
  const { kind, end } = document
  const open: { readonly container: unknown[] | object; readonly end: NodeId }[] = []
  let name = ''
  let root: unknown
  for (let row = node; row < end[node]!; row++) {
    if (kind[row] === Kind.key) {
      name = stringValue(document, row)
      continue
    }
    while (open.length > 0 && open.at(-1)!.end <= row) open.pop()
    const value = plainRow(document, row)
    const container = open.at(-1)?.container
    if (container === undefined) root = value
    else if (Array.isArray(container)) container.push(value)
    else
      Object.defineProperty(container, name, { value, writable: true, enumerable: true, configurable: true })
    if (typeof value === 'object' && value !== null) open.push({ container: value, end: end[row]! })
  }
  return root
}

/** The value of one row, containers still empty. */
function plainRow(document: JsonDocument, row: NodeId): unknown {
  switch (document.kind[row] as Kind) {
    case Kind.object:
      return {}
    case Kind.array:
      return []
    case Kind.number:
      return Number(numberText(document, row))
    case Kind.true:
      return true
    case Kind.false:
      return false
    case Kind.null:
      return null
    case Kind.string:
    case Kind.key:
      return stringValue(document, row)
  }
}
