import { signatureParts } from '../crypto/signatureParts.ts'
import type { Token } from '../decode/token.ts'
import { type Finding, found, type Subject } from './finding.ts'

/** Two ECDSA tokens of one key with the same r: whoever has both can compute the private key (RFC 6979 section 1). */
export function nonceReuse({ token, others }: Subject): Finding[] {
  const own = rOf(token)
  if (own === null) return []
  const twin = others.some((other) => {
    const its = rOf(other)
    return its !== null && its.r === own.r && its.whole !== own.whole && sameKey(token, other)
  })
  const segment = token.segments.find(({ name }) => name === 'signature')!
  return twin ? [found('ecdsa-nonce-reuse', 'error', [segment.span])] : []
}

function rOf(token: Token): { readonly r: string; readonly whole: string } | null {
  const segment = token.segments.find(({ name }) => name === 'signature')
  if (segment === undefined || token.header.alg === null) return null
  const parts = signatureParts(token.header.alg, segment.octets)
  return parts && { r: parts.r.join(), whole: segment.octets.join() }
}

function sameKey({ header: a }: Token, { header: b }: Token): boolean {
  return a.alg === b.alg && a.kid === b.kid
}
