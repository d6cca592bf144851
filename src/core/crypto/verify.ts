import type { JoseHeader } from '../decode/token.ts'
import type { KeyMaterial } from '../keys/material.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { algorithmOf, classifyUnknown, type SignatureAlgorithm } from './algorithms.ts'
import { boundFault } from './bounds.ts'
import { signatures } from './engines/index.ts'
import { misfitOf } from './fit.ts'
import { isTooCostly } from './rsaKey.ts'
import type { CryptoFault, SignatureFault, Verification } from './verification.ts'

/** What a signature is checked with. A key that came with the token is no input. */
export interface SignatureCheck {
  readonly header: Pick<JoseHeader, 'alg' | 'crit'> & Partial<Pick<JoseHeader, 'hasAlg'>>
  /** The JWS Signing Input, octet for octet as it was received (RFC 7515 section 5.1). */
  readonly signingInput: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  /** The key that the user supplied; null if none. */
  readonly key: KeyMaterial | null
}

const NOWHERE = { from: 0, to: 0 }

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
  if (alg === null)
    return impossible(fault('crypto-alg-missing', NOWHERE, { isThere: Number(header.hasAlg) }))
  if (alg === 'none') {
    if (signature.length === 0) return { state: 'unsecured' }
    return failed(fault('crypto-none-signature', NOWHERE, { found: signature.length }))
  }
  const algorithm = algorithmOf(alg, key?.jwk.crv)
  if (algorithm === null) return impossible(unknownAlgorithm(alg))
  if (key === null) return { state: 'needs-key' }
  const misfit = misfitOf(key, algorithm)
  if (misfit !== null) return { state: 'impossible', reason: misfit }

  const note = boundFault(algorithm, key, signature)
  if (note !== null) return failed(note)
  if (algorithm.kty === 'RSA' && isTooCostly(key.jwk)) {
    return impossible(fault('crypto-key-cost', NOWHERE, { alg, bits: key.bits }))
  }
  try {
    const matches = await signatures.verify(algorithm, key.jwk, signature, signingInput)
    return { state: matches ? 'verified' : 'failed' }
  } catch (error) {
    return impossible(platformFault(error, key, algorithm))
  }
}

function critFault(crit: JoseHeader['crit']): Fault<CryptoFault> | null {
  if (crit === 'malformed') return fault('crypto-crit-malformed', NOWHERE)
  const unknown = (crit ?? []).filter((name) => name !== 'b64')
  return unknown.length === 0 ? null : fault('crypto-crit-unknown', NOWHERE, { names: unknown.join(', ') })
}

function unknownAlgorithm(alg: string): Fault<CryptoFault> {
  const unknown = classifyUnknown(alg)
  return fault(
    `crypto-alg-${unknown.kind}`,
    NOWHERE,
    'meant' in unknown ? { alg, meant: unknown.meant } : { alg },
  )
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

function failed(note: Fault<SignatureFault>): Verification {
  return { state: 'failed', note }
}
