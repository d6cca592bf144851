import type { JWK } from 'jose'
import { calculateJwkThumbprint } from 'jose'
import { isObject } from '../decode/content.ts'
import type { Token } from '../decode/token.ts'
import { Kind } from '../json/document.ts'
import { items, memberValue, stringValue, toPlain } from '../json/read.ts'
import { readBase64 } from './base64.ts'
import { readCertificate } from './certificate.ts'
import { Der } from './der.ts'

/**
 * The thumbprint (RFC 7638) of the key that a token brings along in its header parameters `jwk` or `x5c` (RFC 7515 sections
 * 4.1.3 and 4.1.6); null where there is none, or what is there is no key. Such a key is only ever compared with, never used.
 */
export async function embeddedThumbprint(token: Token): Promise<string | null> {
  const jwk = embeddedKey(token)
  if (jwk === null) return null
  try {
    return await calculateJwkThumbprint(jwk)
  } catch {
    return null
  }
}

function embeddedKey({ headerContent }: Token): JWK | null {
  if (!isObject(headerContent)) return null
  const { document } = headerContent
  const jwk = memberValue(document, 0, 'jwk')
  if (jwk !== null) return toPlain(document, jwk) as JWK
  const chain = memberValue(document, 0, 'x5c')
  const first = chain === null ? undefined : [...items(document, chain)][0]
  if (first === undefined || document.kind[first] !== Kind.string) return null
  const text = stringValue(document, first)
  const body = readBase64(text, { from: 0, to: text.length }, 'base64')
  if (!body.ok) return null
  const der = Der.of(body.value.octets)
  const { key } = readCertificate(der)
  return der.fault === null && key !== null ? key.jwk : null
}

/** The certificate that a token names by its thumbprints (RFC 7515 sections 4.1.7 and 4.1.8); null where it does not. */
export interface CertificateHint {
  readonly x5t: string | null
  readonly x5tS256: string | null
}

export function certificateHint({ headerContent }: Token): CertificateHint {
  const text = (name: string) => {
    if (!isObject(headerContent)) return null
    const { document } = headerContent
    const node = memberValue(document, 0, name)
    return node !== null && document.kind[node] === Kind.string ? stringValue(document, node) : null
  }
  return { x5t: text('x5t'), x5tS256: text('x5t#S256') }
}
