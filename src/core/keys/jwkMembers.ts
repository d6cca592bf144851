import type { JWK } from 'jose'
import { type JsonDocument, Kind, type NodeId } from '../json/document.ts'
import { items, memberValue, stringValue } from '../json/read.ts'
import { readBase64url, writeBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { KeyFault, KeyNotice } from './fault.ts'

/** The members of a JWK's object. As with DER, the first fault sticks and later reads give something empty. */
export class Members {
  readonly document: JsonDocument
  readonly object: NodeId
  readonly notices: Fault<KeyNotice>[] = []
  fault: Fault<KeyFault> | null = null
  private readonly spanIn: (at: Span) => Span

  constructor(document: JsonDocument, object: NodeId, spanIn: (at: Span) => Span) {
    this.document = document
    this.object = object
    this.spanIn = spanIn
  }

  span(node: NodeId): Span {
    return this.spanIn({ from: this.document.from[node]!, to: this.document.to[node]! })
  }

  refuse(code: KeyFault, node: NodeId, values: Fault['values']): null {
    this.fault ??= fault(code, this.span(node), values)
    return null
  }

  /** Null, too, where `null` is written: serializers do so for what a key does not have. */
  find(name: string): NodeId | null {
    const node = memberValue(this.document, this.object, name)
    return node !== null && this.document.kind[node] === Kind.null ? null : node
  }

  /** The member's value; the object where there is none. */
  nodeOf(name: string): NodeId {
    return this.find(name) ?? this.object
  }

  /** A string member; null if it is absent. */
  optional(name: string): string | null {
    const node = this.find(name)
    if (node === null) return null
    if (this.document.kind[node] === Kind.string) return stringValue(this.document, node)
    return this.refuse('jwk-member-type', node, { member: name, expected: 'string' })
  }

  /** A string member that keys of this kty must have. */
  required(name: string, kty: string): string {
    const value = this.optional(name)
    if (value === null) this.refuse('jwk-member-missing', this.object, { member: name, kty })
    return value ?? ''
  }

  /** A required member in base64url. */
  octets(name: string, kty: string): Uint8Array<ArrayBuffer> {
    const text = this.required(name, kty)
    const { octets, faults } = readBase64url(text, { from: 0, to: text.length })
    const [first] = faults
    if (first !== undefined) {
      this.refuse('jwk-base64url', this.nodeOf(name), { ...first.values, member: name, why: first.code })
    }
    return octets
  }

  /** As {@link octets}, of a known length. */
  sized(name: string, kty: string, expected: number): Uint8Array<ArrayBuffer> {
    const octets = this.octets(name, kty)
    const found = octets.length
    if (found !== expected) this.refuse('key-length', this.nodeOf(name), { name, expected, found })
    return octets
  }

  /** As {@link octets}, a number without leading zero octets. */
  number(name: string, kty: string): Uint8Array<ArrayBuffer> {
    const octets = this.octets(name, kty)
    const first = octets.findIndex((octet) => octet !== 0)
    if (first <= 0) return octets
    this.notices.push(fault('jwk-leading-zero', this.span(this.nodeOf(name)), { member: name }))
    return octets.slice(first)
  }

  /** An array of strings; null if it is absent. */
  strings(name: string): readonly NodeId[] | null {
    const array = this.find(name)
    if (array === null) return null
    const { document } = this
    const nodes = [...items(document, array)]
    if (document.kind[array] === Kind.array && nodes.every((node) => document.kind[node] === Kind.string)) {
      return nodes
    }
    return this.refuse('jwk-member-type', array, { member: name, expected: 'array of strings' })
  }
}

/** Members that hold the private half of some key type (RFC 7518 section 6, RFC 8037 section 2, RFC 9964 section 3). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'priv'] as const

/** The private half as it is written; null if there is none. The primes of `oth` are not kept: nothing here takes them. */
export function readPrivateMembers(members: Members): Partial<JWK> | null {
  const present = PRIVATE.filter((name) => members.find(name) !== null)
  if (present.length === 0) return null
  return Object.fromEntries(present.map((name) => [name, writeBase64url(members.octets(name, ''))]))
}

/** The members that say what the key is for (RFC 7517 sections 4.2 to 4.5). */
export function readDescription(members: Members): Partial<JWK> {
  const description: Partial<JWK> = {}
  for (const name of ['kid', 'alg', 'use'] as const) {
    const value = members.optional(name)
    if (value !== null) description[name] = value
  }
  const operations = members.strings('key_ops')
  if (operations === null) return description
  return { ...description, key_ops: operations.map((node) => stringValue(members.document, node)) }
}
