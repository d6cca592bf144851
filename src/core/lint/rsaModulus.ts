import { rsaWeaknesses } from '../crypto/rsaWeakness.ts'
import { type Finding, found, type Subject } from './finding.ts'

/** An RSA modulus that can be factored: even, with a small factor, or with the fingerprint of ROCA (CVE-2017-15361). */
export function rsaModulus({ keys }: Subject): Finding[] {
  for (const { jwk, span } of keys?.keys ?? []) {
    if (jwk.kty !== 'RSA') continue
    for (const { code, values } of rsaWeaknesses(jwk, '', span)) {
      if (code === 'weak-rsa-roca') return [found('rsa-modulus', 'error', [], { why: 'roca' })]
      if (code === 'weak-rsa-factor') {
        return [found('rsa-modulus', 'error', [], { why: 'factor', factor: values.factor ?? '' })]
      }
    }
  }
  return []
}
