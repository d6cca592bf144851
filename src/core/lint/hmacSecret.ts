import { readBase64url } from '../text/base64url.ts'
import { decodeUtf8 } from '../text/utf8.ts'
import type { Subject } from './finding.ts'

/** The secret that was given for a token with an HMAC; null where the token has none or no secret was given. */
export function secretOf({ token, key, keys }: Subject): {
  readonly octets: Uint8Array<ArrayBuffer>
  readonly bits: number
  /** Null where it is no UTF-8. */
  readonly text: string | null
} | null {
  const used = key ?? (keys?.keys.length === 1 ? keys.keys[0]! : null)
  if (!token.header.alg?.startsWith('HS') || used?.jwk.kty !== 'oct') return null
  const k = used.jwk.k ?? ''
  const { octets } = readBase64url(k, { from: 0, to: k.length })
  const decoded = decodeUtf8(octets)
  return { octets, bits: used.bits, text: decoded.ok ? decoded.value : null }
}
