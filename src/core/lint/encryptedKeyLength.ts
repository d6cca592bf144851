import { type Finding, found, type Subject } from './finding.ts'

/** Octets of the content encryption key (RFC 7518 section 5.1). */
const keyLengths: Readonly<Record<string, number>> = {
  A128GCM: 16,
  A192GCM: 24,
  A256GCM: 32,
  'A128CBC-HS256': 32,
  'A192CBC-HS384': 48,
  'A256CBC-HS512': 64,
}

/** An encrypted key where there is to be none, or of a length that the wrapped key cannot have (RFC 7516 section 5.2). */
export function encryptedKeyLength({ token }: Subject): Finding[] {
  if (token.kind !== 'jwe') return []
  const { alg, enc } = token.header
  const segment = token.segments.find(({ name }) => name === 'encrypted_key')
  const key = keyLengths[enc ?? '']
  if (segment === undefined || alg === null) return []
  let expected: number | undefined
  if (alg === 'dir' || alg === 'ECDH-ES') expected = 0
  else if (key !== undefined && /GCMKW$/.test(alg)) expected = key
  // AES key wrap adds eight octets (RFC 3394).
  else if (key !== undefined && /KW$/.test(alg)) expected = key + 8
  const octets = segment.octets.length
  if (expected === undefined || octets === expected) return []
  return [found('jwe-encrypted-key-length', 'error', [segment.span], { alg, octets, expected })]
}
