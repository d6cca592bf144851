import type { Kind, NodeId } from './document.ts'

/** The columns of a document while it is being read; they double when full. */
export class Rows {
  count = 0
  kind: Uint8Array
  from: Int32Array
  to: Int32Array
  end: Int32Array
  parent: Int32Array

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity)
    this.from = new Int32Array(capacity)
    this.to = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
    this.parent = new Int32Array(capacity)
  }

  /** Adds a row with nothing below it. */
  add(kind: Kind, from: number, to: number, parent: NodeId): NodeId {
    const row = this.count++
    if (row === this.kind.length) this.grow()
    this.kind[row] = kind
    this.from[row] = from
    this.to[row] = to
    this.end[row] = row + 1
    this.parent[row] = parent
    return row
  }

  /** Ends a container at offset `to`: every row added since belongs to it. */
  close(container: NodeId, to: number): void {
    this.to[container] = to
    this.end[container] = this.count
  }

  private grow(): void {
    const capacity = this.kind.length * 2
    const kind = new Uint8Array(capacity)
    kind.set(this.kind)
    this.kind = kind
    this.from = doubled(this.from)
    this.to = doubled(this.to)
    this.end = doubled(this.end)
    this.parent = doubled(this.parent)
  }
}

function doubled(column: Int32Array): Int32Array {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}
