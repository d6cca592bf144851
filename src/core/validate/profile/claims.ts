import { type JsonDocument, Kind, type NodeId } from '../../json/document.ts'
import { items, memberValue, numberText, stringValue } from '../../json/read.ts'

/** Reads members of one JSON object, header or claims set, for comparison. A document of null has no members. */
export class Members {
  readonly document: JsonDocument | null

  constructor(document: JsonDocument | null) {
    this.document = document
  }

  node(name: string): NodeId | null {
    return this.document === null ? null : memberValue(this.document, 0, name)
  }

  kind(node: NodeId): Kind {
    return this.document!.kind[node] as Kind
  }

  /** A member's value as it stands in the token, or null. */
  written(name: string): string | null {
    const node = this.node(name)
    if (node === null) return null
    const { text, from, to } = this.document!
    return text.slice(from[node], to[node])
  }

  /** The string a member is, or null. */
  text(name: string): string | null {
    const node = this.node(name)
    return node === null ? null : this.textAt(node)
  }

  textAt(node: NodeId): string | null {
    return this.kind(node) === Kind.string ? stringValue(this.document!, node) : null
  }

  /** The number a member is, or null. */
  number(name: string): number | null {
    const node = this.node(name)
    return node === null ? null : this.numberAt(node)
  }

  numberAt(node: NodeId): number | null {
    return this.kind(node) === Kind.number ? Number(numberText(this.document!, node)) : null
  }

  /** The strings of an array of nothing but strings, or null. */
  textsAt(node: NodeId): string[] | null {
    if (this.kind(node) !== Kind.array) return null
    const texts: string[] = []
    for (const item of items(this.document!, node)) {
      const text = this.textAt(item)
      if (text === null) return null
      texts.push(text)
    }
    return texts
  }

  /** Whether an object or array has anything in it. */
  isFilled(node: NodeId): boolean {
    return this.document!.end[node]! > node + 1
  }

  memberOf(object: NodeId, name: string): NodeId | null {
    return memberValue(this.document!, object, name)
  }
}
