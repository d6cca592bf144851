import type { JWK } from 'jose'
import { algorithmOf } from '../crypto/algorithms.ts'
import { signatures } from '../crypto/engines/index.ts'
import { writeBase64url } from '../text/base64url.ts'

const encoder = new TextEncoder()

/** BASE64URL(UTF8(text)) (RFC 7515 section 2). */
export function encode(text: string): string {
  return writeBase64url(encoder.encode(text))
}

/** The JWS Signing Input (RFC 7515 section 5.1) of a header and a payload, just as they are written. */
export function signingInputOf(header: string, payload: string): string {
  return `${encode(header)}.${encode(payload)}`
}

/**
 * The signature of a JWS Signing Input in base64url. `jwk` is a private key or a secret that serves `alg`, which need not be
 * the one that the header names. Rejects where no engine can compute it.
 */
export async function signatureOver(input: string, alg: string, jwk: JWK): Promise<string> {
  const algorithm = algorithmOf(alg, jwk.crv)
  if (algorithm === null) throw new RangeError(alg)
  return writeBase64url(await signatures.sign(algorithm, jwk, encoder.encode(input)))
}

/** The JWS in compact serialization (RFC 7515 section 7.1); `header` and `payload` are signed just as they are written. */
export async function signCompact(header: string, payload: string, alg: string, jwk: JWK): Promise<string> {
  const input = signingInputOf(header, payload)
  return `${input}.${await signatureOver(input, alg, jwk)}`
}
