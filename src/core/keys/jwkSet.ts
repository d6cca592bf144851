import { type JsonDocument, Kind, type NodeId } from '../json/document.ts'
import { items, memberValue } from '../json/read.ts'
import type { Fault } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { KeyFault } from './fault.ts'
import { type JsonForm, spanOfNode } from './jsonText.ts'
import { readJwk } from './jwkObject.ts'
import type { KeyFormat, KeyMaterial, KeysReading } from './material.ts'

/** A JWK Set (RFC 7517 section 5): an object with `keys`. */
export const jwkSet: JsonForm = {
  format: 'jwk-set',
  fits: ({ document, root }) =>
    memberValue(document, root, 'keys') !== null && memberValue(document, root, 'kty') === null,
  async read(json) {
    const { document, root, spanOf } = json
    const keys = memberValue(document, root, 'keys')
    if (keys === null) return fail('jwk-set-missing', spanOfNode(json, root))
    if (document.kind[keys] !== Kind.array) {
      return fail('jwk-member-type', spanOfNode(json, keys), { member: 'keys', expected: 'array' })
    }
    return readItems('jwk-set', document, keys, spanOf)
  },
}

/** Reads every item of an array of JWKs; those that cannot be read are no hindrance to the others (RFC 7517 section 5). */
export async function readItems(
  format: KeyFormat,
  document: JsonDocument,
  array: NodeId,
  spanOf: (at: Span) => Span,
): Promise<KeysReading> {
  const keys: KeyMaterial[] = []
  const unread: Fault<KeyFault>[] = []
  let place = 0
  // Those of a set or an array in it stand in its place.
  const listed = [...items(document, array)].flatMap((item) => {
    const inner = [...items(document, memberValue(document, item, 'keys') ?? item)]
    return inner.length > 0 ? inner : [item]
  })
  for (const item of listed) {
    const reading = await readJwk(document, item, spanOf)
    place++
    if (reading.ok) keys.push(reading.value)
    else unread.push({ ...reading.fault, values: { ...reading.fault.values, place } })
  }
  if (keys.length > 0) return ok({ format, keys, unread, notices: [] })
  const span = spanOf({ from: document.from[array]!, to: document.to[array]! })
  return unread[0] === undefined ? fail('jwk-set-empty', span) : { ok: false, fault: unread[0] }
}
