import type { JWK } from 'jose'
import { type JsonDocument, Kind, type NodeId } from '../json/document.ts'
import { items, memberValue, stringValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import { readBase64url, writeBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fail, fault, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { type CurveName, curves, isCurveName, isOnCurve } from './curves.ts'
import type { KeyFault, KeyNotice } from './fault.ts'
import type { KeyReader } from './material.ts'
import { type AkpAlg, akpKey, akpLengths, ecKey, ed25519Key, type PublicKey, rsaKey } from './publicKey.ts'
import { jwkSet } from './unread.ts'

/** Members that hold the private half of some key type (RFC 7518 section 6, RFC 8037 section 2, RFC 9964 section 3). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'priv'] as const

/** A JSON Web Key (RFC 7517). What is kept of it is in {@link KeyMaterial}; unknown members are passed over. */
export const jwk: KeyReader = {
  format: 'jwk',
  detects: (text) => /^[\s\uFEFF]*\{/.test(text),
  read(text) {
    // A byte order mark becomes a space, so that offsets stay what they are.
    const { document, fault: broken } = scanJson(text.replace(/^\uFEFF/, ' '))
    if (broken !== null) return { ok: false, fault: broken }
    const members = new Members(document)
    if (document.kind[0] !== Kind.object) return fail('jwk-not-object', members.span(0))
    const set = memberValue(document, 0, 'keys')
    if (set !== null && document.kind[set] === Kind.array && memberValue(document, 0, 'kty') === null) {
      return fail('key-form-unread', members.span(0), { ...jwkSet })
    }
    const key = readKeyMembers(members)
    const description = readDescription(members)
    const privateMembers = key === null || key.jwk.kty === 'oct' ? null : readPrivateMembers(members)
    if (key === null || members.fault !== null) return { ok: false, fault: members.fault! }
    const whole = { ...description, ...key.jwk }
    for (const repeated of document.duplicates) {
      if (document.parent[repeated] !== 0) continue
      const name = stringValue(document, repeated)
      members.notices.push(fault('jwk-duplicate-member', members.span(repeated), { name }))
    }
    return ok({
      format: 'jwk',
      span: members.span(0),
      jwk: whole,
      privateJwk: privateMembers && { ...whole, ...privateMembers },
      fromPrivate: privateMembers !== null,
      algs: null,
      bits: key.bits,
      notices: members.notices,
      certificates: [],
    })
  },
}

/** The members of the JWK's object. As with DER, the first fault sticks and later reads give something empty. */
class Members {
  readonly document: JsonDocument
  readonly notices: Fault<KeyNotice>[] = []
  fault: Fault<KeyFault> | null = null

  constructor(document: JsonDocument) {
    this.document = document
  }

  span(node: NodeId): Span {
    return { from: this.document.from[node]!, to: this.document.to[node]! }
  }

  refuse(code: KeyFault, node: NodeId, values: Fault['values']): null {
    this.fault ??= fault(code, this.span(node), values)
    return null
  }

  /** A string member; null if it is absent. */
  optional(name: string): string | null {
    const node = memberValue(this.document, 0, name)
    if (node === null) return null
    if (this.document.kind[node] === Kind.string) return stringValue(this.document, node)
    return this.refuse('jwk-member-type', node, { member: name, expected: 'string' })
  }

  /** A string member that keys of this kty must have. */
  required(name: string, kty: string): string {
    const value = this.optional(name)
    if (value === null) this.refuse('jwk-member-missing', 0, { member: name, kty })
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

  nodeOf(name: string): NodeId {
    return memberValue(this.document, 0, name) ?? 0
  }
}

/** The members that are the key (RFC 7518 section 6); null after a fault. */
function readKeyMembers(members: Members): PublicKey | null {
  const kty = members.optional('kty')
  switch (kty) {
    case 'oct': {
      const octets = members.octets('k', kty)
      return { jwk: { kty, k: writeBase64url(octets) }, bits: 8 * octets.length }
    }
    case 'RSA':
      return rsaKey(members.number('n', kty), members.number('e', kty))
    case 'EC': {
      const crv = members.required('crv', kty)
      if (!isCurveName(crv)) return members.refuse('jwk-crv-unknown', members.nodeOf('crv'), { kty, crv })
      return readCoordinates(members, crv)
    }
    case 'OKP': {
      const crv = members.required('crv', kty)
      if (crv === 'Ed25519') return ed25519Key(members.sized('x', kty, 32))
      if (crv === 'Ed448') {
        return { jwk: { kty, crv, x: writeBase64url(members.sized('x', kty, 57)) }, bits: 456 }
      }
      return members.refuse('jwk-crv-unknown', members.nodeOf('crv'), { kty, crv })
    }
    case 'AKP': {
      const alg = members.required('alg', kty)
      if (!Object.hasOwn(akpLengths, alg))
        return members.refuse('jwk-akp-alg', members.nodeOf('alg'), { alg })
      return akpKey(alg as AkpAlg, members.sized('pub', kty, akpLengths[alg as AkpAlg]))
    }
    case null:
      return members.refuse('jwk-member-missing', 0, { member: 'kty', kty: '' })
    default:
      return members.refuse('jwk-kty-unknown', members.nodeOf('kty'), { kty })
  }
}

function readCoordinates(members: Members, crv: CurveName): PublicKey | null {
  const { size } = curves[crv]
  const [x, y] = [members.sized('x', 'EC', size), members.sized('y', 'EC', size)]
  if (members.fault === null && !isOnCurve(crv, x, y)) {
    return members.refuse('key-point-off-curve', members.nodeOf('x'), { curve: crv })
  }
  return ecKey(crv, x, y)
}

/** The private half as it is written; null if there is none. The primes of `oth` are not kept: nothing here takes them. */
function readPrivateMembers(members: Members): Partial<JWK> | null {
  const present = PRIVATE.filter((name) => memberValue(members.document, 0, name) !== null)
  if (present.length === 0) return null
  return Object.fromEntries(present.map((name) => [name, writeBase64url(members.octets(name, ''))]))
}

/** The members that say what the key is for (RFC 7517 sections 4.2 to 4.5). */
function readDescription(members: Members): Partial<JWK> {
  const description: Partial<JWK> = {}
  for (const name of ['kid', 'alg', 'use'] as const) {
    const value = members.optional(name)
    if (value !== null) description[name] = value
  }
  const { document } = members
  const operations = memberValue(document, 0, 'key_ops')
  if (operations === null) return description
  const nodes = [...items(document, operations)]
  if (document.kind[operations] !== Kind.array || nodes.some((node) => document.kind[node] !== Kind.string)) {
    members.refuse('jwk-member-type', operations, { member: 'key_ops', expected: 'array of strings' })
    return description
  }
  return { ...description, key_ops: nodes.map((node) => stringValue(document, node)) }
}
