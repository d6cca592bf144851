/**
 * JSON as it was written (RFC 8259), kept as a table: one row per node, in document order.
 *
 * A row is an index. `kind[i]`, the lexeme `text.slice(from[i], to[i])`, `end[i]` (the row just past the node's
 * subtree) and `parent[i]` say all about it. A member of an object is a `key` row followed at once by its value,
 * so member order and duplicates survive, numbers keep their text and `__proto__` is a name like any other.
 * A table in place of an object per node is what keeps 5 MB of JSON under 50 ms and needs no recursion.
 */
export const Kind = { object: 0, array: 1, string: 2, number: 3, true: 4, false: 5, null: 6, key: 7 } as const
export type Kind = (typeof Kind)[keyof typeof Kind]

/** A row of a {@link JsonDocument}. Row 0 is the root. */
export type NodeId = number

export interface JsonDocument {
  /** The scanned text; offsets below are UTF-16 offsets into it. */
  readonly text: string
  /** How many rows are in use; the arrays may be longer. */
  readonly count: number
  readonly kind: Uint8Array
  /** First offset of the node's lexeme (a string's and key's includes its quotes). */
  readonly from: Int32Array
  /** Offset past the node's lexeme. */
  readonly to: Int32Array
  /** The row past the node's subtree. */
  readonly end: Int32Array
  /** The container's row, -1 for the root. The parent of a key and of its value is the object. */
  readonly parent: Int32Array
  /** Greatest number of containers around a node. */
  readonly depth: number
  /** Keys whose name stood earlier in the same object, in document order. */
  readonly duplicates: readonly NodeId[]
}
