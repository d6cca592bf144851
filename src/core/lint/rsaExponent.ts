import { rsaWeaknesses } from '../crypto/rsaWeakness.ts'
import { type Finding, found, type Subject } from './finding.ts'

/** An RSA exponent of 1 or an even one, which is no RSA (RFC 8017 section 3.1), or a small one, which forgives no mistake in padding. */
export function rsaExponent({ keys }: Subject): Finding[] {
  for (const { jwk, span } of keys?.keys ?? []) {
    if (jwk.kty !== 'RSA') continue
    for (const { code, values } of rsaWeaknesses(jwk, '', span)) {
      if (code === 'weak-rsa-exponent') return [found('rsa-exponent', 'error', [], { why: 'none' })]
      if (code === 'weak-rsa-exponent-small') {
        return [found('rsa-exponent', 'warning', [], { why: 'small', e: values.exponent ?? '' })]
      }
    }
  }
  return []
}
