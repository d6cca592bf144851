/** How the content key of a JWE reaches the recipient (RFC 7518 section 4.1). */
export interface KeyManagement {
  /** The value of `alg`. */
  readonly alg: string
  readonly way: 'rsa-oaep' | 'rsa1_5' | 'wrap' | 'gcm-wrap' | 'direct' | 'agree' | 'password'
  /** The key type that it takes; ECDH-ES takes two. */
  readonly kty: readonly string[]
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512' | null
  /** Octets of the key that wraps the content key; null where none does. */
  readonly wrapping: 16 | 24 | 32 | null
}

/** How the content of a JWE is encrypted (RFC 7518 section 5.1). */
export interface ContentEncryption {
  /** The value of `enc`. */
  readonly enc: string
  readonly way: 'gcm' | 'cbc'
  /** Octets of the content encryption key: for AES-CBC with HMAC the MAC key and the AES key, a half each. */
  readonly key: number
  readonly iv: number
  readonly tag: number
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512' | null
}

const management = (
  alg: string,
  way: KeyManagement['way'],
  kty: string,
  hash: KeyManagement['hash'] = null,
  wrapping: KeyManagement['wrapping'] = null,
): KeyManagement => ({ alg, way, kty: kty.split(' '), hash, wrapping })

const sizes = [16, 24, 32] as const

/** Every key management algorithm that can be undone here, in the order of the registry. */
export const keyManagements: readonly KeyManagement[] = [
  management('RSA1_5', 'rsa1_5', 'RSA'),
  management('RSA-OAEP', 'rsa-oaep', 'RSA', 'SHA-1'),
  ...([256, 384, 512] as const).map((bits) =>
    management(`RSA-OAEP-${bits}`, 'rsa-oaep', 'RSA', `SHA-${bits}`),
  ),
  ...sizes.map((size) => management(`A${8 * size}KW`, 'wrap', 'oct', null, size)),
  management('dir', 'direct', 'oct'),
  management('ECDH-ES', 'agree', 'EC OKP'),
  ...sizes.map((size) => management(`ECDH-ES+A${8 * size}KW`, 'agree', 'EC OKP', null, size)),
  ...sizes.map((size) => management(`A${8 * size}GCMKW`, 'gcm-wrap', 'oct', null, size)),
  management('PBES2-HS256+A128KW', 'password', 'oct', 'SHA-256', 16),
  management('PBES2-HS384+A192KW', 'password', 'oct', 'SHA-384', 24),
  management('PBES2-HS512+A256KW', 'password', 'oct', 'SHA-512', 32),
]

/** Every content encryption algorithm. */
export const contentEncryptions: readonly ContentEncryption[] = [
  ...sizes.map((size): ContentEncryption => {
    const hash = `SHA-${(16 * size) as 256 | 384 | 512}` as const
    return { enc: `A${8 * size}CBC-HS${16 * size}`, way: 'cbc', key: 2 * size, iv: 16, tag: size, hash }
  }),
  ...sizes.map(
    (size): ContentEncryption => ({
      enc: `A${8 * size}GCM`,
      way: 'gcm',
      key: size,
      iv: 12,
      tag: 16,
      hash: null,
    }),
  ),
]

/** Curves on which keys can be agreed upon (RFC 7518 section 4.6, RFC 8037 section 3.2). */
export const agreementCurves: readonly string[] = ['P-256', 'P-384', 'P-521', 'X25519', 'X448']

export function keyManagementOf(alg: string): KeyManagement | null {
  return keyManagements.find((known) => known.alg === alg) ?? null
}

export function contentEncryptionOf(enc: string): ContentEncryption | null {
  return contentEncryptions.find((known) => known.enc === enc) ?? null
}

/** Octets of the secret that opens a JWE with this `alg` and `enc`; null where that is no secret of one size. */
export function secretSize(alg: string, enc: string | null): number | null {
  const management = keyManagementOf(alg)
  if (management?.way === 'direct') return contentEncryptionOf(enc ?? '')?.key ?? null
  return management?.kty[0] === 'oct' ? management.wrapping : null
}
