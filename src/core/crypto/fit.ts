import type { FitFault, WeaknessFault } from '../keys/fault.ts'
import type { Fit, KeyMaterial } from '../keys/material.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { algorithmOf, type SignatureAlgorithm } from './algorithms.ts'

/** Whether the key can verify signatures of the algorithm named `alg`; null if that is none known here. Spans count in the key text. */
export function fitOf(key: KeyMaterial, alg: string): Fit | null {
  const algorithm = algorithmOf(alg)
  if (algorithm === null) return null
  const misfit = misfitOf(key, algorithm)
  return misfit === null
    ? { fits: true, weakness: weaknessOf(key, algorithm) }
    : { fits: false, fault: misfit }
}

/** Why the key cannot serve the algorithm, or null. What the JWK says of its use binds: RFC 7517 sections 4.2 to 4.4. */
export function misfitOf(key: KeyMaterial, { alg, kty, crv }: SignatureAlgorithm): Fault<FitFault> | null {
  const { jwk } = key
  if (jwk.kty !== kty) return fault('fit-key-type', key.span, { alg, needs: kty, has: jwk.kty ?? '' })
  if (crv !== null && jwk.crv !== crv) {
    return fault('fit-curve', key.span, { alg, needs: crv, has: jwk.crv ?? '' })
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

function weaknessOf(
  key: KeyMaterial,
  { alg, kty, leastBits }: SignatureAlgorithm,
): Fault<WeaknessFault> | null {
  const { jwk, span, bits } = key
  if (kty === 'RSA' && !isSoundExponent(jwk.e ?? '')) {
    return fault('weak-rsa-exponent', span, { alg })
  }
  if (bits >= leastBits) return null
  return fault(kty === 'RSA' ? 'weak-rsa-modulus' : 'weak-secret', span, { alg, bits, least: leastBits })
}

/** Odd and above 1 (RFC 8017 section 3.1). */
function isSoundExponent(e: string): boolean {
  const { octets } = readBase64url(e, { from: 0, to: e.length })
  const last = octets.at(-1) ?? 0
  return (last & 1) === 1 && !(octets.length === 1 && last === 1)
}
