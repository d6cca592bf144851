import { type Finding, found, type Subject } from './finding.ts'

/** What the JWK says it is for contradicts the token’s `alg` (RFC 8725 section 3.1). */
export function jwkContradiction({ keys, verification, decryption }: Subject): Finding[] {
  const outcome = verification ?? decryption
  if (outcome?.state !== 'impossible' || !keys?.format.startsWith('jwk')) return []
  const { code, values } = outcome.reason
  const member = members[code]
  if (member === undefined) return []
  const says = values.keyAlg ?? values.use ?? values.operations ?? values.has ?? ''
  return [found('jwk-contradiction', 'error', [], { member, says, alg: values.alg ?? '' })]
}

const members: Readonly<Record<string, string>> = {
  'fit-key-alg': 'alg',
  'fit-key-use': 'use',
  'fit-key-operations': 'key_ops',
  'fit-key-type': 'kty',
  'fit-curve': 'crv',
  'fit-encryption-use': 'use',
  'fit-encryption-operations': 'key_ops',
  'fit-agreement-curve': 'crv',
}
