/** A signature algorithm of JWS: all that is to be known of it. */
export interface SignatureAlgorithm {
  /** The value of `alg`; case counts (RFC 7515 section 4.1.1). */
  readonly alg: string
  /** The key type that it takes (RFC 7518 section 6.1, RFC 8037, RFC 9964). */
  readonly kty: 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP'
  /** The curve that it takes; null where there is none. */
  readonly crv: string | null
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512' | null
  /** Octets of a signature; null for RSA, whose signatures are as long as the modulus. */
  readonly signatureLength: number | null
  /** Key size that the algorithm's RFC requires, in bits. A smaller key is weak, but can be used. */
  readonly leastBits: number
  /** How WebCrypto calls it, for importing a key and for verifying alike. */
  readonly webCrypto: WebCryptoParameters
}

/** The union of what WebCrypto takes for these algorithms; members that one has no use for are ignored. */
interface WebCryptoParameters {
  readonly name: string
  readonly hash?: string
  readonly namedCurve?: string
  readonly saltLength?: number
}

type Hash = 256 | 384 | 512

/** HMAC with SHA-2: RFC 7518 section 3.2. */
function hmac(bits: Hash): SignatureAlgorithm {
  const hash = `SHA-${bits}` as const
  return {
    alg: `HS${bits}`,
    kty: 'oct',
    crv: null,
    hash,
    signatureLength: bits / 8,
    leastBits: bits,
    webCrypto: { name: 'HMAC', hash },
  }
}

/** RSASSA-PKCS1-v1_5: RFC 7518 section 3.3. */
function rsaPkcs1(bits: Hash): SignatureAlgorithm {
  const hash = `SHA-${bits}` as const
  const webCrypto = { name: 'RSASSA-PKCS1-v1_5', hash }
  return { alg: `RS${bits}`, kty: 'RSA', crv: null, hash, signatureLength: null, leastBits: 2048, webCrypto }
}

/** RSASSA-PSS, the salt as long as the hash: RFC 7518 section 3.5. */
function rsaPss(bits: Hash): SignatureAlgorithm {
  const hash = `SHA-${bits}` as const
  const webCrypto = { name: 'RSA-PSS', hash, saltLength: bits / 8 }
  return { alg: `PS${bits}`, kty: 'RSA', crv: null, hash, signatureLength: null, leastBits: 2048, webCrypto }
}

/** ECDSA, the signature being r ‖ s: RFC 7518 section 3.4. */
function ecdsa(bits: Hash, crv: string, signatureLength: number): SignatureAlgorithm {
  const hash = `SHA-${bits}` as const
  const webCrypto = { name: 'ECDSA', hash, namedCurve: crv }
  return { alg: `ES${bits}`, kty: 'EC', crv, hash, signatureLength, leastBits: 0, webCrypto }
}

/** Ed25519 by its own name (RFC 9864) and as EdDSA (RFC 8037), which leaves the curve to the key. */
function ed25519(alg: string): SignatureAlgorithm {
  const webCrypto = { name: 'Ed25519' }
  return { alg, kty: 'OKP', crv: 'Ed25519', hash: null, signatureLength: 64, leastBits: 0, webCrypto }
}

/** ML-DSA: RFC 9964; lengths from FIPS 204 table 2. */
function mlDsa(alg: string, signatureLength: number): SignatureAlgorithm {
  const webCrypto = { name: alg }
  return { alg, kty: 'AKP', crv: null, hash: null, signatureLength, leastBits: 0, webCrypto }
}

/** Every signature algorithm that can be checked, in the order of the registry. `none` is no algorithm. */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [
  hmac(256),
  hmac(384),
  hmac(512),
  rsaPkcs1(256),
  rsaPkcs1(384),
  rsaPkcs1(512),
  ecdsa(256, 'P-256', 64),
  ecdsa(384, 'P-384', 96),
  ecdsa(512, 'P-521', 132),
  rsaPss(256),
  rsaPss(384),
  rsaPss(512),
  ed25519('EdDSA'),
  ed25519('Ed25519'),
  mlDsa('ML-DSA-44', 2420),
  mlDsa('ML-DSA-65', 3309),
  mlDsa('ML-DSA-87', 4627),
]

const byName = new Map(signatureAlgorithms.map((algorithm) => [algorithm.alg, algorithm]))

export function algorithmOf(alg: string): SignatureAlgorithm | null {
  return byName.get(alg) ?? null
}

/** Registered signature algorithms that are not available here. */
const unavailable: readonly string[] = ['ES256K', 'Ed448']

/** Key management algorithms of JWE (RFC 7518 section 4.1), found in tokens by people who mix the two up. */
const encryption =
  /^(?:RSA1_5|RSA-OAEP(?:-\d+)?|A\d+(?:GCM)?KW|dir|ECDH-ES(?:\+A\d+KW)?|PBES2-HS\d+\+A\d+KW)$/

/** What is to be said of an `alg` that {@link algorithmOf} does not have. */
export function classifyUnknown(
  alg: string,
):
  | { readonly kind: 'unavailable' | 'encryption' | 'unknown' }
  | { readonly kind: 'case'; readonly meant: string } {
  if (unavailable.includes(alg)) return { kind: 'unavailable' }
  if (encryption.test(alg)) return { kind: 'encryption' }
  const lower = alg.toLowerCase()
  const meant = ['none', ...byName.keys()].find((name) => name.toLowerCase() === lower)
  return meant === undefined ? { kind: 'unknown' } : { kind: 'case', meant }
}
