import type { CurveName } from './curves.ts'
import { type Der, Tag } from './der.ts'
import { oidNames } from './oid.ts'

/** Octets of an ML-DSA public key (FIPS 204 table 2). */
export const akpLengths = { 'ML-DSA-44': 1312, 'ML-DSA-65': 1952, 'ML-DSA-87': 2592 } as const
export type AkpAlg = keyof typeof akpLengths

/** Curves of RFC 8032 and RFC 7748: octets of a public key, which are those of a private one too, and size. */
export const okpCurves = {
  Ed25519: { size: 32, bits: 256 },
  Ed448: { size: 57, bits: 456 },
  X25519: { size: 32, bits: 256 },
  X448: { size: 56, bits: 448 },
} as const
export type OkpCurve = keyof typeof okpCurves

/** What an AlgorithmIdentifier says of the key that goes with it. */
export type KeyAlgorithm =
  /** `algs`: the algorithms that parameters of id-RSASSA-PSS leave. */
  | { readonly kty: 'RSA'; readonly algs?: readonly string[] }
  | { readonly kty: 'EC'; readonly crv: CurveName }
  | { readonly kty: 'OKP'; readonly crv: OkpCurve }
  | { readonly kty: 'AKP'; readonly alg: AkpAlg }

const RSA_PSS = '1.2.840.113549.1.1.10'
const EC = '1.2.840.10045.2.1'

const plain: Readonly<Record<string, KeyAlgorithm>> = {
  '1.2.840.113549.1.1.1': { kty: 'RSA' },
  '1.3.101.110': { kty: 'OKP', crv: 'X25519' },
  '1.3.101.111': { kty: 'OKP', crv: 'X448' },
  '1.3.101.112': { kty: 'OKP', crv: 'Ed25519' },
  '1.3.101.113': { kty: 'OKP', crv: 'Ed448' },
  '2.16.840.1.101.3.4.3.17': { kty: 'AKP', alg: 'ML-DSA-44' },
  '2.16.840.1.101.3.4.3.18': { kty: 'AKP', alg: 'ML-DSA-65' },
  '2.16.840.1.101.3.4.3.19': { kty: 'AKP', alg: 'ML-DSA-87' },
}

const curveNames: Readonly<Record<string, CurveName>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.132.0.10': 'secp256k1',
}

/** AlgorithmIdentifier of a key: RFC 8017 A.1, RFC 4055, RFC 5480, RFC 8410, RFC 9881; null after a fault. */
export function readKeyAlgorithm(der: Der): KeyAlgorithm | null {
  const identifier = der.sequence()
  const at = identifier.offset
  const oid = identifier.oid()
  if (identifier.fault !== null) return null
  if (oid === RSA_PSS) {
    const parameters = identifier.tag < 0 ? null : readPssParameters(identifier)
    return { kty: 'RSA', algs: parameters === null ? ['PS256', 'PS384', 'PS512'] : pssAlgs(parameters) }
  }
  if (oid === EC) {
    const crv = readCurveName(identifier)
    return crv && { kty: 'EC', crv }
  }
  const algorithm = Object.hasOwn(plain, oid) ? plain[oid]! : null
  if (algorithm === null) identifier.refuse('key-algorithm-unknown', at, { oid, name: oidNames[oid] ?? '' })
  else if (algorithm.kty !== 'RSA') identifier.finish()
  return algorithm
}

/** A named curve's OID (RFC 5480 section 2.1.1); null after a fault. */
export function readCurveName(identifier: Der): CurveName | null {
  const at = identifier.offset
  if (identifier.next(Tag.sequence)) identifier.refuse('key-curve-explicit', at)
  const oid = identifier.oid()
  const crv = curveNames[oid]
  if (crv === undefined) identifier.refuse('key-curve-unknown', at, { oid, name: oidNames[oid] ?? '' })
  return crv ?? null
}

export interface PssParameters {
  readonly hash: string
  /** The hash of MGF1. */
  readonly mgfHash: string
  /** Octets. */
  readonly saltLength: number
}

/** The OIDs of hashes; SHA-1 is what absent parameters mean. */
export const hashNames: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** RSASSA-PSS-params: RFC 4055 section 3.1. */
export function readPssParameters(der: Der): PssParameters {
  const parameters = der.sequence()
  const hash = parameters.next(Tag.context0) ? readHash(parameters.enter(Tag.context0)) : 'SHA-1'
  let mgfHash = 'SHA-1'
  if (parameters.next(Tag.context1)) {
    const generator = parameters.enter(Tag.context1).sequence()
    generator.oid()
    mgfHash = readHash(generator)
  }
  let saltLength = 20
  if (parameters.next(Tag.context2)) {
    saltLength = parameters
      .enter(Tag.context2)
      .integer()
      .reduce((sum, octet) => sum * 256 + octet, 0)
  }
  return { hash, mgfHash, saltLength }
}

function readHash(der: Der): string {
  const oid = der.sequence().oid()
  return hashNames[oid] ?? oid
}

/** A key's saltLength is the least that its signatures have (RFC 4055 section 3.3); in JWS it is the hash's length. */
function pssAlgs({ hash, mgfHash, saltLength }: PssParameters): readonly string[] {
  const bits = Number(hash.slice(4))
  return hash === mgfHash && bits >= 256 && saltLength <= bits / 8 ? [`PS${bits}`] : []
}
