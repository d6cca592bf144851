import type { JWK } from 'jose'
import { writeBase64url } from '../text/base64url.ts'
import { type CurveName, curves, decompress, isOnCurve } from './curves.ts'
import type { Der } from './der.ts'
import {
  type AkpAlg,
  akpLengths,
  type KeyAlgorithm,
  type OkpCurve,
  okpCurves,
  readKeyAlgorithm,
} from './keyAlgorithm.ts'

export interface PublicKey {
  readonly jwk: JWK
  readonly bits: number
  /** As in {@link KeyMaterial}; absent where the key's parameters say nothing. */
  readonly algs?: readonly string[]
}

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7); null after a fault. */
export function readSubjectPublicKeyInfo(der: Der): PublicKey | null {
  const info = der.sequence()
  const algorithm = readKeyAlgorithm(info)
  const key = algorithm && readPublicKey(algorithm, info.bitString())
  info.finish()
  return key
}

/** The public key that `octets` are, in the form its algorithm has; null after a fault. */
export function readPublicKey(algorithm: KeyAlgorithm, octets: Der): PublicKey | null {
  switch (algorithm.kty) {
    case 'RSA':
      return withAlgs(readRsaPublicKey(octets), algorithm)
    case 'EC':
      return readPoint(algorithm.crv, octets)
    case 'OKP': {
      const { crv } = algorithm
      return sized(octets, okpCurves[crv].size) ? okpKey(crv, octets.rest) : null
    }
    case 'AKP': {
      const { alg } = algorithm
      return sized(octets, akpLengths[alg]) ? akpKey(alg, octets.rest) : null
    }
  }
}

/** RSAPublicKey: RFC 8017 section A.1.1; also what a PKCS #1 public key is. */
export function readRsaPublicKey(octets: Der): PublicKey {
  const sequence = octets.sequence()
  const key = rsaKey(sequence.integer(), sequence.integer())
  sequence.finish()
  octets.finish()
  return key
}

export function withAlgs(key: PublicKey, algorithm: KeyAlgorithm & { kty: 'RSA' }): PublicKey {
  return algorithm.algs === undefined ? key : { ...key, algs: algorithm.algs }
}

function sized(octets: Der, expected: number): boolean {
  const found = octets.rest.length
  if (found !== expected) octets.refuse('key-length', octets.offset, { name: 'public key', expected, found })
  return found === expected
}

/** An ECPoint (SEC 1 section 2.3.4), compressed or not. */
function readPoint(crv: CurveName, octets: Der): PublicKey | null {
  const at = octets.offset
  const point = octets.rest
  const { size } = curves[crv]
  const form = point[0] ?? 0
  const compressed = form === 2 || form === 3
  if (!compressed && form !== 4) {
    octets.refuse('key-point-form', at, { curve: crv, form: form.toString(16).padStart(2, '0') })
    return null
  }
  if (!sized(octets, 1 + (compressed ? size : 2 * size))) return null
  const x = point.subarray(1, 1 + size)
  const y = compressed ? decompress(crv, x, form === 3) : point.subarray(1 + size)
  if (y === null || !isOnCurve(crv, x, y)) {
    octets.refuse('key-point-off-curve', at, { curve: crv })
    return null
  }
  return ecKey(crv, x, y)
}

/** Both big-endian without leading zeros (RFC 7518 section 6.3.1). */
export function rsaKey(n: Uint8Array, e: Uint8Array): PublicKey {
  const bits = n.length === 0 ? 0 : 8 * n.length - Math.clz32(n[0]!) + 24
  return { jwk: { kty: 'RSA', n: writeBase64url(n), e: writeBase64url(e) }, bits }
}

/** Coordinates at the curve's full size (RFC 7518 section 6.2.1, RFC 8812 section 3.1). */
export function ecKey(crv: CurveName, x: Uint8Array, y: Uint8Array): PublicKey {
  return { jwk: { kty: 'EC', crv, x: writeBase64url(x), y: writeBase64url(y) }, bits: curves[crv].bits }
}

/** RFC 8037 section 2. */
export function okpKey(crv: OkpCurve, x: Uint8Array): PublicKey {
  return { jwk: { kty: 'OKP', crv, x: writeBase64url(x) }, bits: okpCurves[crv].bits }
}

/** RFC 9964 section 3. */
export function akpKey(alg: AkpAlg, pub: Uint8Array): PublicKey {
  return { jwk: { kty: 'AKP', alg, pub: writeBase64url(pub) }, bits: 8 * pub.length }
}
