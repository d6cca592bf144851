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

/** ECDSA, the signature being r ‖ s: RFC 7518 section 3.4, RFC 8812 section 3. */
function ecdsa(alg: string, bits: Hash, crv: string, signatureLength: number): SignatureAlgorithm {
  const hash = `SHA-${bits}` as const
  const webCrypto = { name: 'ECDSA', hash, namedCurve: crv }
  return { alg, kty: 'EC', crv, hash, signatureLength, leastBits: 0, webCrypto }
}

/** An Edwards curve by its own name (RFC 9864) or as EdDSA (RFC 8037), which leaves the curve to the key. */
function edwards(alg: string, crv: string, signatureLength: number): SignatureAlgorithm {
  const webCrypto = { name: crv }
  return { alg, kty: 'OKP', crv, hash: null, signatureLength, leastBits: 0, webCrypto }
}

/** ML-DSA: RFC 9964; lengths from FIPS 204 table 2. */
function mlDsa(alg: string, signatureLength: number): SignatureAlgorithm {
  const webCrypto = { name: alg }
  return { alg, kty: 'AKP', crv: null, hash: null, signatureLength, leastBits: 0, webCrypto }
}

/**
 * Every signature algorithm, in the order of the registry; EdDSA stands once for each curve that a key may have. `none`
 * is no algorithm.
 */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [
  hmac(256),
  hmac(384),
  hmac(512),
  rsaPkcs1(256),
  rsaPkcs1(384),
  rsaPkcs1(512),
  ecdsa('ES256', 256, 'P-256', 64),
  ecdsa('ES384', 384, 'P-384', 96),
  ecdsa('ES512', 512, 'P-521', 132),
  rsaPss(256),
  rsaPss(384),
  rsaPss(512),
  edwards('EdDSA', 'Ed25519', 64),
  edwards('EdDSA', 'Ed448', 114),
  ecdsa('ES256K', 256, 'secp256k1', 64),
  mlDsa('ML-DSA-44', 2420),
  mlDsa('ML-DSA-65', 3309),
  mlDsa('ML-DSA-87', 4627),
  edwards('Ed25519', 'Ed25519', 64),
  edwards('Ed448', 'Ed448', 114),
]

const byName = new Map<string, SignatureAlgorithm[]>()
for (const algorithm of signatureAlgorithms) {
  const same = byName.get(algorithm.alg)
  if (same === undefined) byName.set(algorithm.alg, [algorithm])
  else same.push(algorithm)
}

/** All algorithms of that name: EdDSA has two. */
export function algorithmsOf(alg: string): readonly SignatureAlgorithm[] {
  return byName.get(alg) ?? []
}

/** The algorithm of that name; of two that differ in the curve, the one on the key's curve `crv`, else the first. */
export function algorithmOf(alg: string, crv?: string): SignatureAlgorithm | null {
  const named = byName.get(alg)
  return named?.find((algorithm) => algorithm.crv === crv) ?? named?.[0] ?? null
}

/** The curves of which a key for that algorithm has one; empty where keys have none. */
export function curvesOf(alg: string): string[] {
  return (byName.get(alg) ?? []).flatMap(({ crv }) => crv ?? [])
}

/** Algorithms of JWE (RFC 7518 sections 4.1 and 5.1), found in tokens by people who mix the two up. */
const encryption =
  /^(?:RSA1_5|RSA-OAEP(?:-\d+)?|A\d+(?:GCM)?KW|dir|ECDH-ES(?:\+A\d+KW)?|PBES2-HS\d+\+A\d+KW|A\d+GCM|A\d+CBC-HS\d+|HPKE-\d)$/

/** Registered for JWKs that browsers export, and for no token: “Prohibited” in the registry. */
const prohibited = /^(?:RS1|HS1|A(?:128|192|256)(?:CBC|CTR))$/

/** Names of COSE (RFC 9864 section 2.1), where JOSE has others for the same, or none. */
const ofCose: Readonly<Record<string, string>> = {
  ESP256: 'ES256',
  ESP384: 'ES384',
  ESP512: 'ES512',
  ESB256: '',
  ESB320: '',
  ESB384: '',
  ESB512: '',
}

/** What is to be said of an `alg` that {@link algorithmOf} does not have; `meant` is the name that JOSE has for it, or ''. */
export function classifyUnknown(
  alg: string,
):
  | { readonly kind: 'encryption' | 'prohibited' | 'unknown' }
  | { readonly kind: 'case' | 'cose'; readonly meant: string } {
  if (encryption.test(alg)) return { kind: 'encryption' }
  if (prohibited.test(alg)) return { kind: 'prohibited' }
  if (Object.hasOwn(ofCose, alg)) return { kind: 'cose', meant: ofCose[alg]! }
  const lower = alg.toLowerCase()
  const meant = ['none', ...byName.keys()].find((name) => name.toLowerCase() === lower)
  return meant === undefined ? { kind: 'unknown' } : { kind: 'case', meant }
}
