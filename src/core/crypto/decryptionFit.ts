import type { KeyMaterial } from '../keys/material.ts'
import { type Fault, fault } from '../text/result.ts'
import type { DecryptFitFault } from './decryption.ts'
import { agreementCurves, type ContentEncryption, type KeyManagement } from './encryption.ts'
import { memberOctets } from './octets.ts'

/** The `key_ops` of which the key must have one, where it has any (RFC 7517 section 4.3). */
const operations: Readonly<Record<KeyManagement['way'], readonly string[]>> = {
  'rsa-oaep': ['decrypt', 'unwrapKey'],
  rsa1_5: ['decrypt', 'unwrapKey'],
  wrap: ['unwrapKey', 'decrypt'],
  'gcm-wrap': ['unwrapKey', 'decrypt'],
  direct: ['decrypt'],
  agree: ['deriveKey', 'deriveBits'],
  // It is the wrapping that a JWK from latchset's jose names.
  password: ['deriveKey', 'deriveBits', 'unwrapKey', 'decrypt'],
}

/**
 * Why the key cannot open a JWE with these algorithms, or null. What the JWK says of its use binds: RFC 7517 sections 4.2
 * to 4.4; with `dir`, its `alg` may name the content encryption, whose key it is.
 */
export function decryptionMisfit(
  key: KeyMaterial,
  { alg, way, kty, wrapping }: KeyManagement,
  enc: ContentEncryption,
): Fault<DecryptFitFault> | null {
  const { jwk, span } = key
  const has = jwk.kty ?? ''
  if (!kty.includes(has)) return fault('fit-key-type', span, { alg, needs: kty[0]!, has })
  if (way === 'agree' && !agreementCurves.includes(jwk.crv ?? '')) {
    return fault('fit-agreement-curve', span, { alg, has: jwk.crv ?? '' })
  }
  if (key.algs !== null && !key.algs.includes(alg)) {
    return fault('fit-key-parameters', span, { alg, algs: key.algs.join(', ') })
  }
  if (jwk.alg !== undefined && jwk.alg !== alg && !(way === 'direct' && jwk.alg === enc.enc)) {
    return fault('fit-key-alg', span, { alg, keyAlg: jwk.alg })
  }
  if (jwk.use !== undefined && jwk.use !== 'enc') {
    return fault('fit-encryption-use', span, { alg, use: jwk.use })
  }
  if (jwk.key_ops !== undefined && !jwk.key_ops.some((name) => operations[way].includes(name))) {
    return fault('fit-encryption-operations', span, { alg, operations: jwk.key_ops.join(', ') })
  }
  if (has !== 'oct') return key.privateJwk === null ? fault('fit-private-missing', span, { alg }) : null
  const expected = way === 'direct' ? enc.key : way === 'password' ? null : wrapping
  const found = secretOf(key).length
  if (expected === null || found === expected) return null
  return fault('fit-secret-length', span, { alg: way === 'direct' ? enc.enc : alg, expected, found })
}

/** The octets of a secret. */
export function secretOf({ jwk: { k } }: KeyMaterial): Uint8Array<ArrayBuffer> {
  return memberOctets(k)
}
