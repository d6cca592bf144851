import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, headerOf } from './located.ts'

/** What a type promises: claims and header parameters that must be there, and a claim that must not. */
const promises: Readonly<
  Record<string, { readonly claims: string; readonly header?: string; readonly never?: string }>
> = {
  'at+jwt': { claims: 'iss exp aud sub client_id iat jti' },
  'logout+jwt': { claims: 'iss aud iat jti events', never: 'nonce' },
  'dpop+jwt': { claims: 'jti htm htu iat', header: 'jwk' },
  'kb+jwt': { claims: 'iat aud nonce sd_hash' },
}

/** `typ` promises what the token does not keep (RFC 9068 section 2.2, RFC 9449 section 4.2, RFC 9901 section 4.3). */
export function typContradiction(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const claims = claimsOf(subject)
  const typ = (header.text('typ') ?? '').toLowerCase().replace(/^application\//, '')
  if (claims.document === null || !Object.hasOwn(promises, typ)) return []
  const { claims: names, header: parameters = '', never } = promises[typ]!
  const missing = [
    ...names.split(' ').filter((name) => !claims.has(name)),
    ...parameters.split(' ').filter((name) => name !== '' && !header.has(name)),
  ]
  const findings: Finding[] = []
  if (missing.length > 0) {
    findings.push(
      found('typ-contradiction', 'error', header.at('typ'), { typ, why: 'lacks', names: missing.join(', ') }),
    )
  }
  if (never !== undefined && claims.has(never)) {
    findings.push(found('typ-contradiction', 'error', claims.at(never), { typ, why: 'has', names: never }))
  }
  return findings
}
