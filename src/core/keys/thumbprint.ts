import { calculateJwkThumbprint } from 'jose'
import type { KeyMaterial } from './material.ts'

/**
 * The key's JWK thumbprint with SHA-256, in base64url (RFC 7638; for AKP, RFC 9964). Null where the page has no WebCrypto.
 * That of an `oct` key is a hash of the secret: whoever sees it can test guesses of a weak one (RFC 7638 section 7).
 */
export async function thumbprint({ jwk }: KeyMaterial): Promise<string | null> {
  try {
    return await calculateJwkThumbprint(jwk)
  } catch {
    return null
  }
}
