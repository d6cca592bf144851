/** Names in the IANA registry “JSON Web Signature and Encryption Algorithms” for `alg` and `enc` (2026-02-05), and those of HPKE to come. */
const names =
  'HS256 HS384 HS512 RS256 RS384 RS512 ES256 ES384 ES512 PS256 PS384 PS512 none ES256K EdDSA Ed25519 Ed448 ' +
  'ML-DSA-44 ML-DSA-65 ML-DSA-87 RSA1_5 RSA-OAEP RSA-OAEP-256 RSA-OAEP-384 RSA-OAEP-512 A128KW A192KW A256KW dir ' +
  'ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW A128GCMKW A192GCMKW A256GCMKW PBES2-HS256+A128KW ' +
  'PBES2-HS384+A192KW PBES2-HS512+A256KW A128CBC-HS256 A192CBC-HS384 A256CBC-HS512 A128GCM A192GCM A256GCM ' +
  'HPKE-0 HPKE-1 HPKE-2 HPKE-3 HPKE-4 HPKE-5 HPKE-6 HPKE-7'

const registered = new Set(names.split(' '))
const byLower = new Map([...registered].map((name) => [name.toLowerCase(), name]))

export function isRegistered(name: string): boolean {
  return registered.has(name)
}

/** The registered name that this one is but for case; null where there is none. */
export function registeredAs(name: string): string | null {
  return byLower.get(name.toLowerCase()) ?? null
}
