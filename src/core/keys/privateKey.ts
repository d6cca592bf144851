import type { JWK } from 'jose'
import { writeBase64url } from '../text/base64url.ts'
import { type CurveName, curves } from './curves.ts'
import { type Der, Tag } from './der.ts'
import { type KeyAlgorithm, okpCurves, readCurveName, readKeyAlgorithm } from './keyAlgorithm.ts'
import { type PublicKey, readPublicKey, rsaKey, withAlgs } from './publicKey.ts'

/** A private key as it is written: its public half may be left out, and is then worked out by {@link publicHalf}. */
export interface PrivateKey {
  readonly algorithm: KeyAlgorithm
  readonly key: PublicKey | null
  /** The private members of its JWK; null where no JWK can hold it. */
  readonly members: Partial<JWK> | null
  /** Scalar, seed or expanded key, from which the public half follows; of an RSA key, nothing. */
  readonly secret: Uint8Array
  /** What an ML-DSA seed must expand to, where it is written beside it. */
  readonly expanded?: Uint8Array
}

/** PrivateKeyInfo or OneAsymmetricKey: RFC 5958 section 2; null after a fault. */
export function readPrivateKeyInfo(der: Der): PrivateKey | null {
  const info = der.sequence()
  readVersion(info, 1)
  const algorithm = readKeyAlgorithm(info)
  const octets = info.octetString()
  if (info.next(Tag.context0)) info.skip()
  let key: PublicKey | null = null
  if (info.next(Tag.context1Primitive) && algorithm !== null) {
    key = readPublicKey(algorithm, info.bitString(Tag.context1Primitive))
  }
  info.finish()
  if (algorithm === null || info.fault !== null) return null
  const inner = readInner(algorithm, octets)
  octets.finish()
  return inner && { ...inner, key: inner.key ?? key }
}

function readInner(algorithm: KeyAlgorithm, octets: Der): PrivateKey | null {
  switch (algorithm.kty) {
    case 'RSA': {
      const read = readRsaPrivateKey(octets)
      return { ...read, algorithm, key: read.key && withAlgs(read.key, algorithm) }
    }
    case 'EC':
      return readEcPrivateKey(octets, algorithm.crv)
    case 'OKP': {
      const at = octets.offset
      const seed = octets.octetString().rest
      checkLength(octets, at, seed.length, okpCurves[algorithm.crv].size)
      return { algorithm, key: null, members: { d: writeBase64url(seed) }, secret: seed }
    }
    case 'AKP':
      return { algorithm, key: null, ...readMlDsaPrivateKey(octets) }
  }
}

/** RSAPrivateKey: RFC 8017 section A.1.2. Of more than two primes, only the public half is taken. */
export function readRsaPrivateKey(der: Der): PrivateKey {
  const sequence = der.sequence()
  readVersion(sequence, 1)
  const key = rsaKey(sequence.integer(), sequence.integer())
  const members: Partial<JWK> = {}
  for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const)
    members[name] = writeBase64url(sequence.integer())
  const more = sequence.next(Tag.sequence)
  if (more) sequence.skip()
  sequence.finish()
  return { algorithm: { kty: 'RSA' }, key, members: more ? null : members, secret: new Uint8Array() }
}

/**
 * ECPrivateKey: RFC 5915 section 3. The public key in it is optional. The curve, if it is not known from around it,
 * must be named in it; null after a fault.
 */
export function readEcPrivateKey(der: Der, known: CurveName | null): PrivateKey | null {
  const sequence = der.sequence()
  const versionAt = sequence.offset
  const version = sequence.integer()
  if (sequence.fault === null && version[0] !== 1) {
    sequence.refuse('der-version', versionAt, { found: version[0] ?? 0 })
  }
  const at = sequence.offset
  const scalar = sequence.octetString().rest
  let crv = known
  if (sequence.next(Tag.context0)) {
    const named = readCurveName(sequence.enter(Tag.context0))
    crv ??= named
  } else if (crv === null) {
    sequence.refuse('key-curve-missing', sequence.offset)
  }
  if (crv === null || sequence.fault !== null) return null
  checkLength(sequence, at, scalar.length, curves[crv].size)
  const algorithm = { kty: 'EC', crv } as const
  const key = sequence.next(Tag.context1)
    ? readPublicKey(algorithm, sequence.enter(Tag.context1).bitString())
    : null
  sequence.finish()
  return { algorithm, key, members: { d: writeBase64url(scalar) }, secret: scalar }
}

/**
 * ML-DSA-PrivateKey: RFC 9881 section 6. The seed is what a JWK has (RFC 9964 section 3); an expanded
 * key alone fits in none.
 */
function readMlDsaPrivateKey(octets: Der): Pick<PrivateKey, 'members' | 'secret' | 'expanded'> {
  if (octets.next(Tag.octetString)) return { members: null, secret: octets.octetString().rest }
  const at = octets.offset
  const both = octets.next(Tag.sequence)
  const source = both ? octets.sequence() : octets
  const secret = source.enter(both ? Tag.octetString : Tag.context0Primitive).rest
  checkLength(octets, at, secret.length, 32)
  const members = { priv: writeBase64url(secret) }
  return both ? { members, secret, expanded: source.octetString().rest } : { members, secret }
}

function checkLength(der: Der, at: number, found: number, expected: number): void {
  if (der.fault === null && found !== expected) {
    der.refuse('key-length', at, { name: 'private key', expected, found })
  }
}

function readVersion(der: Der, greatest: number): void {
  const at = der.offset
  const version = der.integer()
  const found = version.length === 1 ? version[0]! : 256
  if (found > greatest) der.refuse('der-version', at, { found })
}
