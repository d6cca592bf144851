import { type Finding, found, type Subject } from './finding.ts'

/** A curve that JOSE does not know, or that few libraries do (RFC 8812 section 3.1). */
export function ecCurve({ keys, keyFault }: Subject): Finding[] {
  const unknown = [keyFault, ...(keys?.unread ?? [])].find(
    (one) => one?.code === 'key-curve-unknown' || one?.code === 'jwk-crv-unknown',
  )
  if (unknown != null) {
    const { crv, name, oid } = unknown.values
    return [found('ec-curve', 'error', [], { curve: crv || name || oid || '', why: 'unknown' })]
  }
  return keys?.keys.some(({ jwk }) => jwk.crv === 'secp256k1')
    ? [found('ec-curve', 'info', [], { curve: 'secp256k1', why: 'rare' })]
    : []
}
