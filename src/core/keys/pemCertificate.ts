import type { Fault, Result } from '../text/result.ts'
import { ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { Base64Reading } from './base64.ts'
import { type Certificate, placeCertificate, readCertificate } from './certificate.ts'
import { Der } from './der.ts'
import type { KeyFault } from './fault.ts'
import { inText } from './pem.ts'

/** `-----BEGIN CERTIFICATE-----` (RFC 7468 section 5), and what OpenSSL called it before. */
export const pemCertificate = {
  format: 'pem-certificate',
  labels: ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'],
} as const

/** Reads a certificate's octets that came in base64. */
export async function certificateOf(
  body: Base64Reading,
  span: Span,
  trusted = false,
): Promise<Result<Certificate, Fault<KeyFault>>> {
  const der = Der.of(body.octets)
  const read = readCertificate(der)
  // OpenSSL puts what it trusts the certificate for behind it.
  if (!trusted) der.finish()
  if (der.fault !== null) return { ok: false, fault: inText(body, der.fault) }
  return ok(await placeCertificate(read, span))
}
