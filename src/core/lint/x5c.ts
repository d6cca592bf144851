import { Kind } from '../json/document.ts'
import { readBase64 } from '../keys/base64.ts'
import { readCertificate } from '../keys/certificate.ts'
import { Der } from '../keys/der.ts'
import type { Located } from './located.ts'

/** Certificates of a header that are looked at. */
const MOST = 16

/** The certificates in `x5c`, the token's own first; null where it is no array of certificates in DER and base64 (RFC 7515 section 4.1.6). */
export function certificatesIn(header: Located): readonly ReturnType<typeof readCertificate>[] | null {
  const node = header.node('x5c')
  if (node === null || header.kind(node) !== Kind.array) return null
  const texts = header.textsAt(node)
  if (texts === null || texts.length === 0) return null
  const certificates = texts.slice(0, MOST).map((text) => {
    const base64 = readBase64(text, { from: 0, to: text.length }, 'base64')
    if (!base64.ok) return null
    const der = Der.of(base64.value.octets)
    const certificate = readCertificate(der)
    return der.fault === null ? certificate : null
  })
  return certificates.every((certificate) => certificate !== null) ? certificates : null
}
