import { decodeCompact } from '../decode/compact.ts'
import { Kind, type NodeId } from '../json/document.ts'
import { stringValue } from '../json/read.ts'
import { MAX_PLACES } from './documents.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/** Two or four dots between base64url characters, beginning as the octets `{"` do. */
const SHAPE = /^eyJ[\w-]+\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/

/** A claim's value is itself a token. */
export function claimIsJwt(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  const { document } = claims
  if (document === null) return []
  const places: NodeId[] = []
  for (let node = 0; node < document.count && places.length < MAX_PLACES; node++) {
    if (document.kind[node] !== Kind.string) continue
    const value = stringValue(document, node)
    if (!SHAPE.test(value)) continue
    if (decodeCompact(value, { from: 0, to: value.length }).header.alg !== null) places.push(node)
  }
  return places.length === 0
    ? []
    : [found('claim-is-jwt', 'info', claims.at(...places), { count: places.length })]
}
