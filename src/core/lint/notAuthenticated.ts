import { type Finding, found, type Subject } from './finding.ts'

/** Opened with a public-key algorithm, and no signed token inside: whoever has the public key can have made it (RFC 8725bis section 3.3). */
export function notAuthenticated({ token, inner, opened }: Subject): Finding[] {
  const { alg } = token.header
  if (token.kind !== 'jwe' || !opened || !/^(?:RSA|ECDH-ES|HPKE)/.test(alg ?? '')) return []
  return inner?.kind === 'jws' ? [] : [found('jwe-not-authenticated', 'error', [], { alg: alg ?? '' })]
}
