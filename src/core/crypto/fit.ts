import type { FitFault, WeaknessFault } from '../keys/fault.ts'
import type { Fit, KeyMaterial } from '../keys/material.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { algorithmOf, curvesOf, type SignatureAlgorithm } from './algorithms.ts'
import { rsaWeaknesses } from './rsaWeakness.ts'

/** Whether the key can verify signatures of the algorithm named `alg`; null if that is none known here. Spans count in the key text. */
export function fitOf(key: KeyMaterial, alg: string): Fit | null {
  const algorithm = algorithmOf(alg, key.jwk.crv)
  if (algorithm === null) return null
  const misfit = misfitOf(key, algorithm)
  return misfit === null
    ? { fits: true, weaknesses: weaknessesOf(key, algorithm) }
    : { fits: false, fault: misfit }
}

/**
 * Why the key cannot serve the algorithm, or null. What the JWK says of its use binds: RFC 7517 sections 4.2 to 4.4. Of an
 * algorithm that leaves the curve to the key, any one will do.
 */
export function misfitOf(key: KeyMaterial, { alg, kty }: SignatureAlgorithm): Fault<FitFault> | null {
  const { jwk } = key
  if (jwk.kty !== kty) return fault('fit-key-type', key.span, { alg, needs: kty, has: jwk.kty ?? '' })
  const curves = curvesOf(alg)
  if (curves.length > 0 && !curves.includes(jwk.crv ?? '')) {
    return fault('fit-curve', key.span, { alg, needs: curves.join(' or '), has: jwk.crv ?? '' })
  }
  if (key.algs !== null && !key.algs.includes(alg)) {
    return fault('fit-key-parameters', key.span, { alg, algs: key.algs.join(', ') })
  }
  if (jwk.alg !== undefined && jwk.alg !== alg) {
    return fault('fit-key-alg', key.span, { alg, keyAlg: jwk.alg })
  }
  if (jwk.use !== undefined && jwk.use !== 'sig') return fault('fit-key-use', key.span, { alg, use: jwk.use })
  if (jwk.key_ops !== undefined && !verifies(key, jwk.key_ops)) {
    return fault('fit-key-operations', key.span, { alg, operations: jwk.key_ops.join(', ') })
  }
  return null
}

/** The public half of a key for signing is for verifying. */
function verifies({ fromPrivate }: KeyMaterial, operations: readonly string[]): boolean {
  return operations.includes('verify') || (fromPrivate && operations.includes('sign'))
}

function weaknessesOf(key: KeyMaterial, { alg, kty, leastBits }: SignatureAlgorithm): Fault<WeaknessFault>[] {
  const { jwk, span, bits } = key
  const found = kty === 'RSA' ? rsaWeaknesses(jwk, alg, span) : []
  if (bits >= leastBits) return found
  const code = kty === 'RSA' ? 'weak-rsa-modulus' : 'weak-secret'
  return [...found, fault(code, span, { alg, bits, least: leastBits })]
}
