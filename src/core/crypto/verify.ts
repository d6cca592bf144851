import type { JWK } from 'jose'
import type { JoseHeader } from '../decode/token.ts'
import type { KeyMaterial } from '../keys/material.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { algorithmOf, classifyUnknown, type SignatureAlgorithm } from './algorithms.ts'
import { misfitOf } from './fit.ts'
import type { CryptoFault, SignatureFault, Verification } from './verification.ts'

/** What a signature is checked with. A key that came with the token is no input. */
export interface SignatureCheck {
  readonly header: Pick<JoseHeader, 'alg' | 'crit'>
  /** The JWS Signing Input, octet for octet as it was received (RFC 7515 section 5.1). */
  readonly signingInput: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  /** The key that the user supplied; null if none. */
  readonly key: KeyMaterial | null
}

const NOWHERE = { from: 0, to: 0 }

/** What WebCrypto made of a key, for as long as the key lives. */
const imported = new WeakMap<KeyMaterial, Map<string, CryptoKey>>()

/**
 * Checks a JWS signature (RFC 7515 section 5.2). Whatever the input, it answers and never rejects. Of the extensions that
 * `crit` may demand, `b64` alone is understood, which the signing input already follows; all others are refused.
 */
export async function verifySignature({
  header,
  signingInput,
  signature,
  key,
}: SignatureCheck): Promise<Verification> {
  const { alg, crit } = header
  const refused = critFault(crit)
  if (refused !== null) return impossible(refused)
  if (alg === null) return impossible(fault('crypto-alg-missing', NOWHERE))
  if (alg === 'none') {
    if (signature.length === 0) return { state: 'unsecured' }
    return failed('crypto-none-signature', { found: signature.length })
  }
  const algorithm = algorithmOf(alg)
  if (algorithm === null) return impossible(unknownAlgorithm(alg))
  if (key === null) return { state: 'needs-key' }
  const misfit = misfitOf(key, algorithm)
  if (misfit !== null) return { state: 'impossible', reason: misfit }

  const expected = algorithm.signatureLength ?? (key.bits + 7) >> 3
  const found = signature.length
  if (found === 0) return failed('crypto-signature-empty', { alg, expected })
  if (found !== expected) return failed('crypto-signature-length', { alg, expected, found })

  try {
    const cryptoKey = imported.get(key)?.get(alg) ?? (await importKey(key, algorithm))
    const verified = await crypto.subtle.verify(algorithm.webCrypto, cryptoKey, signature, signingInput)
    return { state: verified ? 'verified' : 'failed' }
  } catch (error) {
    return impossible(platformFault(error, key, algorithm))
  }
}

async function importKey(key: KeyMaterial, { alg, webCrypto }: SignatureAlgorithm): Promise<CryptoKey> {
  const cryptoKey = await crypto.subtle.importKey('jwk', keyMembers(key.jwk), webCrypto, false, ['verify'])
  const ofKey = imported.get(key)
  if (ofKey === undefined) imported.set(key, new Map([[alg, cryptoKey]]))
  else ofKey.set(alg, cryptoKey)
  return cryptoKey
}

/** The members that are the key: the others were judged already, and platforms differ in what they make of them. */
function keyMembers({ kty, crv, x, y, n, e, k, alg, pub }: JWK): JsonWebKey {
  switch (kty) {
    case 'RSA':
      return { kty, n, e } as JsonWebKey
    case 'EC':
      return { kty, crv, x, y } as JsonWebKey
    case 'OKP':
      return { kty, crv, x } as JsonWebKey
    case 'AKP':
      return { kty, alg, pub } as JsonWebKey
    default:
      // WebCrypto takes no empty secret. HMAC pads secrets with zero octets (RFC 2104 section 2): one is the same key.
      return { kty: 'oct', k: k === '' ? 'AA' : k } as JsonWebKey
  }
}

function critFault(crit: JoseHeader['crit']): Fault<CryptoFault> | null {
  if (crit === 'malformed') return fault('crypto-crit-malformed', NOWHERE)
  const unknown = (crit ?? []).filter((name) => name !== 'b64')
  return unknown.length === 0 ? null : fault('crypto-crit-unknown', NOWHERE, { names: unknown.join(', ') })
}

function unknownAlgorithm(alg: string): Fault<CryptoFault> {
  const unknown = classifyUnknown(alg)
  if (unknown.kind === 'case') return fault('crypto-alg-case', NOWHERE, { alg, meant: unknown.meant })
  return fault(`crypto-alg-${unknown.kind}`, NOWHERE, { alg })
}

/** Why WebCrypto threw: whether a platform has an algorithm is asked of the platform itself. */
function platformFault(
  error: unknown,
  { jwk, bits }: KeyMaterial,
  { alg }: SignatureAlgorithm,
): Fault<CryptoFault> {
  if (globalThis.crypto?.subtle === undefined) return fault('crypto-no-webcrypto', NOWHERE)
  if ((error as { name?: unknown } | null)?.name === 'NotSupportedError') {
    return fault('crypto-unsupported', NOWHERE, { alg })
  }
  return fault('crypto-key-rejected', NOWHERE, { alg, kty: jwk.kty ?? '', bits })
}

function impossible(reason: Fault<CryptoFault>): Verification {
  return { state: 'impossible', reason }
}

function failed(code: SignatureFault, values: Fault['values']): Verification {
  return { state: 'failed', note: fault(code, NOWHERE, values) }
}
