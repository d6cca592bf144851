import { type Finding, found, type Subject } from './finding.ts'

/** Two keys of one name in a set, or a token whose `kid` is not in it (RFC 7517 section 4.5). */
export function jwksKid({ token, keys }: Subject): Finding[] {
  if (keys === null || (keys.keys.length < 2 && keys.format !== 'jwk-set')) return []
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { jwk } of keys.keys) {
    // The same name is in order for keys of different types, as RFC 7517 has it.
    const name = jwk.kid === undefined ? null : `${jwk.kty} ${jwk.kid}`
    if (name !== null && seen.has(name)) {
      findings.push(found('jwks-kid', 'error', [], { why: 'twice', kid: jwk.kid! }))
      break
    }
    if (name !== null) seen.add(name)
  }
  const { kid } = token.header
  const named = keys.keys.some(({ jwk }) => jwk.kid !== undefined)
  if (kid !== null && named && !keys.keys.some(({ jwk }) => jwk.kid === kid)) {
    findings.push(found('jwks-kid', 'error', [], { why: 'absent', kid }))
  }
  return findings
}
