import { type Finding, found, type Subject } from './finding.ts'

/** An HMAC token, and a public key given for it: a verifier that takes the key’s text for the secret accepts what anybody signs (CVE-2022-29217). */
export function hmacWithPublicKey({ token, keys }: Subject): Finding[] {
  const key = keys?.keys.find(({ jwk }) => jwk.kty !== 'oct')
  if (
    !token.header.alg?.startsWith('HS') ||
    key === undefined ||
    keys!.keys.some(({ jwk }) => jwk.kty === 'oct')
  )
    return []
  return [found('hmac-with-public-key', 'error', [], { kty: key.jwk.kty ?? '' })]
}
