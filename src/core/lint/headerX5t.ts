import { placeCertificate } from '../keys/certificate.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'
import { certificatesIn } from './x5c.ts'

/** A SHA-1 thumbprint alone, for which collisions can be made, or one that is not that of the certificate in the header, or given (RFC 7515 section 4.1.7). */
export async function headerX5t(subject: Subject): Promise<Finding[]> {
  const header = headerOf(subject)
  const names = (['x5t', 'x5t#S256'] as const).filter((name) => header.has(name))
  if (names.length === 0) return []
  const [own] = certificatesIn(header) ?? []
  const certificates = [
    own && (await placeCertificate(own, { from: 0, to: 0 })),
    subject.key?.certificates[0],
  ]
  const mismatched = names.filter((name) => {
    const print = header.text(name)
    const prints = certificates.map((one) => (name === 'x5t' ? one?.sha1 : one?.sha256))
    return prints.some((other) => other != null && other !== print)
  })
  if (mismatched.length > 0)
    return [found('header-x5t', 'error', header.at(...mismatched), { why: 'mismatch' })]
  // What a known service writes is not for its users to change, and they go by `kid`.
  return names.includes('x5t#S256') || subject.issuerKnown
    ? []
    : [found('header-x5t', 'warning', header.at('x5t'), { why: 'sha1' })]
}
