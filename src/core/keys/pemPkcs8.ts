import type { JWK } from 'jose'
import { fail } from '../text/result.ts'
import { curves } from './curves.ts'
import { Der, Tag } from './der.ts'
import type { KeyReader } from './material.ts'
import { pemLabel, pemReading, readPem } from './pem.ts'
import {
  akpLengths,
  type KeyAlgorithm,
  type PublicKey,
  readKeyAlgorithm,
  readPublicKey,
  rsaKey,
} from './publicKey.ts'

const LABEL = 'PRIVATE KEY'

/**
 * `-----BEGIN PRIVATE KEY-----`: PKCS #8 (RFC 5958). Only the public half is kept. Most keys carry it; of one that does
 * not, as an Ed25519 seed, WebCrypto works it out.
 */
export const pemPkcs8: KeyReader = {
  format: 'pem-pkcs8',
  detects: (text) => pemLabel(text) === LABEL,
  async read(text) {
    const block = readPem(text, LABEL)
    if (!block.ok) return block
    const octets = block.value.body.octets
    const der = Der.of(octets)
    const { algorithm, key } = readPrivateKeyInfo(der)
    der.finish()
    if (der.fault !== null || algorithm === null || algorithm.kty === 'RSA' || key !== null) {
      return pemReading('pem-pkcs8', block.value, der, key, true)
    }
    const derived = await derivePublicKey(algorithm, octets)
    if (derived !== null) return pemReading('pem-pkcs8', block.value, der, derived, true)
    return fail('key-public-half', block.value.span, { algorithm: importParameters(algorithm).name })
  },
}

interface PrivateKeyInfo {
  readonly algorithm: KeyAlgorithm | null
  /** The public half; null if it is not in the text, or after a fault. */
  readonly key: PublicKey | null
}

/** PrivateKeyInfo or OneAsymmetricKey: RFC 5958 section 2. */
function readPrivateKeyInfo(der: Der): PrivateKeyInfo {
  const info = der.sequence()
  readVersion(info, 1)
  const algorithm = readKeyAlgorithm(info)
  const privateKey = info.octetString()
  if (info.next(Tag.context0)) info.skip()
  let key: PublicKey | null = null
  if (info.next(Tag.context1Primitive) && algorithm !== null) {
    key = readPublicKey(algorithm, info.bitString(Tag.context1Primitive))
  }
  info.finish()
  if (algorithm?.kty === 'RSA') key = readRsaPrivateKey(privateKey)
  else if (algorithm?.kty === 'EC') key = readEcPrivateKey(algorithm, privateKey) ?? key
  return { algorithm, key }
}

/** RSAPrivateKey: RFC 8017 section A.1.2. What comes after the public exponent is secret and is not looked at. */
function readRsaPrivateKey(der: Der): PublicKey {
  const sequence = der.sequence()
  readVersion(sequence, 0)
  return rsaKey(sequence.integer(), sequence.integer())
}

/** ECPrivateKey: RFC 5915 section 3. The public key in it is optional. */
function readEcPrivateKey(algorithm: KeyAlgorithm & { kty: 'EC' }, der: Der): PublicKey | null {
  const sequence = der.sequence()
  const versionAt = sequence.offset
  if (sequence.integer()[0] !== 1) sequence.refuse('der-version', versionAt, { found: 0 })
  const scalarAt = sequence.offset
  const found = sequence.octetString().rest.length
  const expected = curves[algorithm.crv].size
  if (found !== expected) sequence.refuse('key-length', scalarAt, { name: 'private key', expected, found })
  if (sequence.next(Tag.context0)) sequence.skip()
  if (!sequence.next(Tag.context1)) return null
  const key = readPublicKey(algorithm, sequence.enter(Tag.context1).bitString())
  sequence.finish()
  return key
}

function readVersion(der: Der, greatest: number): void {
  const at = der.offset
  const version = der.integer()
  const found = version.length === 1 ? version[0]! : 256
  if (found > greatest) der.refuse('der-version', at, { found })
}

type Derivable = Exclude<KeyAlgorithm, { kty: 'RSA' }>

/** Lets WebCrypto compute the public half; null where it cannot. */
async function derivePublicKey(
  algorithm: Derivable,
  octets: Uint8Array<ArrayBuffer>,
): Promise<PublicKey | null> {
  try {
    const parameters = importParameters(algorithm)
    const key = await crypto.subtle.importKey('pkcs8', octets, parameters, true, ['sign'])
    return publicHalf(algorithm, (await crypto.subtle.exportKey('jwk', key)) as JWK)
  } catch {
    return null
  }
}

function importParameters(algorithm: Derivable): { name: string; namedCurve?: string } {
  if (algorithm.kty === 'EC') return { name: 'ECDSA', namedCurve: algorithm.crv }
  return { name: algorithm.kty === 'OKP' ? 'Ed25519' : algorithm.alg }
}

function publicHalf(algorithm: Derivable, { x = '', y = '', pub = '' }: JWK): PublicKey {
  const { kty } = algorithm
  if (kty === 'EC') {
    return { jwk: { kty, crv: algorithm.crv, x, y }, bits: curves[algorithm.crv].bits }
  }
  if (kty === 'OKP') return { jwk: { kty, crv: 'Ed25519', x }, bits: 256 }
  return { jwk: { kty, alg: algorithm.alg, pub }, bits: 8 * akpLengths[algorithm.alg] }
}
