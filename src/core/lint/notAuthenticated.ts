import { type Finding, found, type Subject } from './finding.ts'

/** Opened with a public-key algorithm, and no signed token inside: whoever has the public key can have made it (RFC 8725bis section 3.3). */
export function notAuthenticated({ token, inner, verification }: Subject): Finding[] {
  const { alg } = token.header
  if (
    token.kind !== 'jwe' ||
    (verification?.state as string) !== 'decrypted' ||
    !/^(?:RSA|ECDH-ES|HPKE)/.test(alg ?? '')
  )
    return []
  return inner?.kind === 'jws' ? [] : [found('jwe-not-authenticated', 'error', [], { alg: alg ?? '' })]
}
