import type { JWK } from 'jose'
import { writeBase64url } from '../text/base64url.ts'
import { type CurveName, curves, decompress, isOnCurve } from './curves.ts'
import { type Der, Tag } from './der.ts'
import { oidNames } from './oid.ts'

export interface PublicKey {
  readonly jwk: JWK
  readonly bits: number
}

/** Octets of an ML-DSA public key (FIPS 204 table 2). */
export const akpLengths = { 'ML-DSA-44': 1312, 'ML-DSA-65': 1952, 'ML-DSA-87': 2592 } as const
export type AkpAlg = keyof typeof akpLengths

/** What an AlgorithmIdentifier says of the key that goes with it. */
export type KeyAlgorithm =
  | { readonly kty: 'RSA' }
  | { readonly kty: 'EC'; readonly crv: CurveName }
  | { readonly kty: 'OKP' }
  | { readonly kty: 'AKP'; readonly alg: AkpAlg }

const akpAlgorithms: Readonly<Record<string, AkpAlg>> = {
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
}

const curveNames: Readonly<Record<string, CurveName>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
}

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7); null after a fault. */
export function readSubjectPublicKeyInfo(der: Der): PublicKey | null {
  const info = der.sequence()
  const algorithm = readKeyAlgorithm(info)
  const key = algorithm && readPublicKey(algorithm, info.bitString())
  info.finish()
  return key
}

/** AlgorithmIdentifier of a key: RFC 8017 A.1, RFC 5480, RFC 8410, RFC 9881; null after a fault. */
export function readKeyAlgorithm(der: Der): KeyAlgorithm | null {
  const identifier = der.sequence()
  const at = identifier.offset
  const oid = identifier.oid()
  if (identifier.fault !== null) return null
  if (oid === '1.2.840.113549.1.1.1') return { kty: 'RSA' }
  if (oid === '1.2.840.10045.2.1') {
    const crv = readCurveName(identifier)
    return crv && { kty: 'EC', crv }
  }
  const alg = akpAlgorithms[oid]
  if (alg === undefined && oid !== '1.3.101.112') {
    identifier.refuse('key-algorithm-unknown', at, { oid, name: oidNames[oid] ?? '' })
    return null
  }
  identifier.finish()
  return alg === undefined ? { kty: 'OKP' } : { kty: 'AKP', alg }
}

function readCurveName(identifier: Der): CurveName | null {
  const at = identifier.offset
  if (identifier.next(Tag.sequence)) identifier.refuse('key-curve-explicit', at)
  const oid = identifier.oid()
  const crv = curveNames[oid]
  if (crv === undefined) identifier.refuse('key-curve-unknown', at, { oid, name: oidNames[oid] ?? '' })
  return crv ?? null
}

/** The public key that `octets` are, in the form its algorithm has; null after a fault. */
export function readPublicKey(algorithm: KeyAlgorithm, octets: Der): PublicKey | null {
  if (algorithm.kty === 'RSA') {
    const sequence = octets.sequence()
    const key = rsaKey(sequence.integer(), sequence.integer())
    sequence.finish()
    octets.finish()
    return key
  }
  if (algorithm.kty === 'EC') return readPoint(algorithm.crv, octets)
  const expected = algorithm.kty === 'OKP' ? 32 : akpLengths[algorithm.alg]
  const found = octets.rest.length
  if (found !== expected) octets.refuse('key-length', octets.offset, { name: 'public key', expected, found })
  return algorithm.kty === 'OKP' ? ed25519Key(octets.rest) : akpKey(algorithm.alg, octets.rest)
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
  const expected = 1 + (compressed ? size : 2 * size)
  if (point.length !== expected) {
    octets.refuse('key-length', at, { name: 'public key', expected, found: point.length })
    return null
  }
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

/** Coordinates at the curve's full size (RFC 7518 section 6.2.1). */
export function ecKey(crv: CurveName, x: Uint8Array, y: Uint8Array): PublicKey {
  return { jwk: { kty: 'EC', crv, x: writeBase64url(x), y: writeBase64url(y) }, bits: curves[crv].bits }
}

/** RFC 8037 section 2. */
export function ed25519Key(x: Uint8Array): PublicKey {
  return { jwk: { kty: 'OKP', crv: 'Ed25519', x: writeBase64url(x) }, bits: 256 }
}

/** RFC 9964 section 3. */
export function akpKey(alg: AkpAlg, pub: Uint8Array): PublicKey {
  return { jwk: { kty: 'AKP', alg, pub: writeBase64url(pub) }, bits: 8 * pub.length }
}
