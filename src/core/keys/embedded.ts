import type { JWK } from 'jose'
import { calculateJwkThumbprint } from 'jose'
import { isObject } from '../decode/content.ts'
import type { Token } from '../decode/token.ts'
import { memberValue, toPlain } from '../json/read.ts'

/**
 * The thumbprint (RFC 7638) of the key that a token brings along in its header parameter `jwk` (RFC 7515 section 4.1.3);
 * null where there is none, or what is there is no key. Such a key is only ever compared with, never used.
 */
export async function embeddedThumbprint({ headerContent }: Token): Promise<string | null> {
  if (!isObject(headerContent)) return null
  const node = memberValue(headerContent.document, 0, 'jwk')
  if (node === null) return null
  try {
    return await calculateJwkThumbprint(toPlain(headerContent.document, node) as JWK)
  } catch {
    return null
  }
}
