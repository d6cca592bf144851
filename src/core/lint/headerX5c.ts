import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'
import { certificatesIn } from './x5c.ts'

/** Certificates in the header that are none, are out of time, or belong to another key than the one given (RFC 7515 section 4.1.6). */
export function headerX5c(subject: Subject): Finding[] {
  const header = headerOf(subject)
  if (!header.has('x5c')) return []
  const report = (why: string) => [found('header-x5c', 'error', header.at('x5c'), { why })]
  const [own] = certificatesIn(header) ?? []
  if (own === undefined) return report('form')
  const given = subject.key?.jwk
  const jwk = own.key?.jwk
  const differs = (['kty', 'crv', 'n', 'e', 'x', 'y', 'pub'] as const).some(
    (name) => given?.[name] !== jwk?.[name],
  )
  if (given !== undefined && given.kty !== 'oct' && jwk !== undefined && differs) return report('key')
  const { notBefore, notAfter } = own
  if (
    subject.now > 0 &&
    ((notAfter !== null && subject.now > notAfter) || (notBefore !== null && subject.now < notBefore))
  ) {
    return report('expired')
  }
  return []
}
