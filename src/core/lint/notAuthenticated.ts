import { type Finding, found, type Subject } from './finding.ts'

/** Opened with a public-key algorithm, and no signed token inside: whoever has the public key can have made it (RFC 8725bis section 3.3). */
export function notAuthenticated({ token, inner, decryption }: Subject): Finding[] {
  const { alg } = token.header
  if (token.kind !== 'jwe' || decryption?.state !== 'decrypted' || !/^(?:RSA|ECDH-ES|HPKE)/.test(alg ?? ''))
    return []
  const isSigned = inner?.kind === 'jws' || inner?.kind === 'sd-jwt'
  return isSigned && inner.header.alg !== 'none'
    ? []
    : [found('jwe-not-authenticated', 'error', [], { alg: alg ?? '' })]
}
