import { type Finding, found, type Subject } from './finding.ts'

/** A key set with private or symmetric keys: sets are made to be published (RFC 7517 section 9.2). */
export function jwksPrivate({ keys }: Subject): Finding[] {
  if (keys === null || !keys.format.startsWith('jwk') || keys.format === 'jwk') return []
  const count = keys.keys.filter(({ fromPrivate, jwk }) => fromPrivate || jwk.kty === 'oct').length
  return count === 0 ? [] : [found('jwks-private', 'error', [], { count })]
}
