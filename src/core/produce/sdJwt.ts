import type { JWK } from 'jose'
import { digestOf } from '../crypto/digest.ts'
import { writeBase64url } from '../text/base64url.ts'
import { encode, signCompact } from './sign.ts'

/** Octets of a salt: RFC 9901 section 9.3 recommends 128 bits. */
const SALT = 16

/**
 * An SD-JWT with all its Disclosures (RFC 9901 section 4): the claims named in `hidden` are replaced by digests, in an order
 * that says nothing, the others stay in the clear. `jwk` is a private key that serves `alg`.
 */
export async function issueSdJwt(
  claims: Readonly<Record<string, unknown>>,
  hidden: readonly string[],
  alg: string,
  jwk: JWK,
): Promise<string> {
  const disclosures = hidden.map((name) => {
    const salt = writeBase64url(crypto.getRandomValues(new Uint8Array(SALT)))
    return encode(JSON.stringify([salt, name, claims[name]]))
  })
  const digests = await Promise.all(disclosures.map((disclosure) => digestOf('SHA-256', disclosure)))
  const shown = Object.entries(claims).filter(([name]) => !hidden.includes(name))
  const selective = hidden.length === 0 ? {} : { _sd: digests.sort(), _sd_alg: 'sha-256' }
  const payload = JSON.stringify({ ...Object.fromEntries(shown), ...selective })
  const jws = await signCompact(JSON.stringify({ alg, typ: 'dc+sd-jwt' }), payload, alg, jwk)
  return [jws, ...disclosures, ''].join('~')
}
