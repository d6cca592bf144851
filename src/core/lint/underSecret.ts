import { verifySignature } from '../crypto/verify.ts'
import { signingInput } from '../decode/signingInput.ts'
import { secretKey } from '../keys/secret.ts'
import type { Subject } from './finding.ts'

const encoder = new TextEncoder()

/** Octets of a signing input beyond which secrets are not tried: it would hold the page up. */
const LONGEST = 200_000

/** The first of these secrets under which the token's HMAC is right; null where none is, or the token has no HMAC. */
export async function firstMatching<S extends { readonly octets: Uint8Array<ArrayBuffer> }>(
  { text, token }: Subject,
  secrets: Iterable<S>,
): Promise<S | null> {
  const jws = token.kind === 'sd-jwt' ? token.jws : token
  if (jws.kind !== 'jws' || !/^HS(?:256|384|512)$/.test(token.header.alg ?? '')) return null
  const input = signingInput(text, jws)
  const octets = typeof input === 'string' ? encoder.encode(input) : input
  if (octets.length > LONGEST) return null
  for (const candidate of secrets) {
    const { state } = await verifySignature({
      header: token.header,
      signingInput: octets,
      signature: token.segments[2]!.octets,
      key: secretKey('secret-utf8', '', candidate.octets, []),
    })
    if (state === 'verified') return candidate
  }
  return null
}
