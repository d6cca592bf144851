import type { SpecId } from './spec.ts'

/**
 * What is known of a value of `alg` or `enc`, from the IANA registry “JSON Web Signature and Encryption Algorithms”.
 * These are words only; what the product computes with is in `core/crypto`.
 */
export interface Algorithm {
  readonly name: string
  /** The same in technical terms, such as “HMAC with SHA-256”. */
  readonly description: string
  /** How it works and what follows from that, in a sentence or two. */
  readonly explanation: string
  readonly use: AlgorithmUse
  /** Which key it needs; null where it needs none. */
  readonly key: string | null
  readonly spec: SpecId
  /** `pending` is defined in a draft and not registered yet. */
  readonly status: AlgorithmStatus
}

/** `keyManagement` is a value of `alg` in a JWE, `contentEncryption` one of `enc`, `jwkOnly` one of no token. */
export type AlgorithmUse = 'signature' | 'mac' | 'none' | 'keyManagement' | 'contentEncryption' | 'jwkOnly'
export type AlgorithmStatus = 'current' | 'discouraged' | 'deprecated' | 'prohibited' | 'pending'

/** Algorithms that share all but a few words. */
interface Family {
  readonly use: AlgorithmUse
  readonly spec: SpecId
  readonly explanation: string
  readonly status?: AlgorithmStatus
  /** The key of all, where it is the same for all. */
  readonly key?: string
  readonly members: Readonly<Record<string, string | readonly [description: string, key: string]>>
}

const rsaKey = 'RSA key of at least 2048 bits'
const agreementKey = 'EC key on P-256, P-384 or P-521, or OKP key on X25519 or X448'
const oaep = 'Encrypts the content key to the recipient’s RSA key, with OAEP padding.'

const families: readonly Family[] = [
  {
    use: 'mac',
    spec: 'rfc7518-3.2',
    explanation:
      'A keyed hash: one secret both makes and checks it. Every service that can check tokens could also issue them.',
    members: {
      HS256: ['HMAC with SHA-256', 'Secret of at least 32 octets'],
      HS384: ['HMAC with SHA-384', 'Secret of at least 48 octets'],
      HS512: ['HMAC with SHA-512', 'Secret of at least 64 octets'],
    },
  },
  {
    use: 'signature',
    spec: 'rfc7518-3.3',
    explanation:
      'The most widespread kind of signature. The private key signs, the public key verifies, so services that check tokens cannot issue them.',
    key: rsaKey,
    members: {
      RS256: 'RSASSA-PKCS1-v1_5 with SHA-256',
      RS384: 'RSASSA-PKCS1-v1_5 with SHA-384',
      RS512: 'RSASSA-PKCS1-v1_5 with SHA-512',
    },
  },
  {
    use: 'signature',
    spec: 'rfc7518-3.5',
    explanation:
      'RSA signature with the newer PSS padding, which is random: signing twice gives two signatures. The private key signs, the public key verifies.',
    key: rsaKey,
    members: {
      PS256: 'RSASSA-PSS with SHA-256',
      PS384: 'RSASSA-PSS with SHA-384',
      PS512: 'RSASSA-PSS with SHA-512',
    },
  },
  {
    use: 'signature',
    spec: 'rfc7518-3.4',
    explanation:
      'Elliptic-curve signature with short keys: the numbers r and s side by side, not in DER. The private key signs, the public key verifies.',
    members: {
      ES256: ['ECDSA on P-256 with SHA-256', 'EC key on P-256'],
      ES384: ['ECDSA on P-384 with SHA-384', 'EC key on P-384'],
      ES512: ['ECDSA on P-521 with SHA-512', 'EC key on P-521 (the 512 in the name is the hash)'],
    },
  },
  {
    use: 'signature',
    spec: 'rfc8812-3.2',
    explanation:
      'Elliptic-curve signature on the curve of Bitcoin: the numbers r and s side by side, not in DER. The private key signs, the public key verifies.',
    members: { ES256K: ['ECDSA on secp256k1 with SHA-256', 'EC key on secp256k1'] },
  },
  {
    use: 'signature',
    spec: 'rfc9864-2.2',
    explanation:
      'Signature on an Edwards curve, short and fast. The private key signs, the public key verifies.',
    members: {
      Ed25519: ['EdDSA on Ed25519', 'OKP key on Ed25519'],
      Ed448: ['EdDSA on Ed448', 'OKP key on Ed448'],
    },
  },
  {
    use: 'signature',
    spec: 'rfc9864-2.2',
    status: 'deprecated',
    explanation:
      'The older name for signatures on an Edwards curve, still common. It leaves the curve to the key, so Ed25519 and Ed448 replace it.',
    members: { EdDSA: ['EdDSA on the curve of the key', 'OKP key on Ed25519 or Ed448'] },
  },
  {
    use: 'signature',
    spec: 'rfc9964',
    explanation:
      'Signature that should withstand quantum computers. It is kilobytes long: mind the limits for HTTP headers.',
    key: 'AKP key for this very algorithm',
    members: {
      'ML-DSA-44': 'ML-DSA-44 (FIPS 204), signatures of 2420 octets',
      'ML-DSA-65': 'ML-DSA-65 (FIPS 204), signatures of 3309 octets',
      'ML-DSA-87': 'ML-DSA-87 (FIPS 204), signatures of 4627 octets',
    },
  },
  {
    use: 'none',
    spec: 'rfc7518-3.6',
    status: 'discouraged',
    explanation: 'Nothing protects the token: anybody can have written it. A verifier must not accept it.',
    members: { none: 'No signature and no MAC' },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.2',
    status: 'discouraged',
    explanation:
      'Encrypts the content key to the recipient’s RSA key, with an old padding that was broken again and again. RFC 8725 §3.2 says to avoid it.',
    key: rsaKey,
    members: { RSA1_5: 'RSAES-PKCS1-v1_5' },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.3',
    explanation: oaep,
    key: rsaKey,
    members: {
      'RSA-OAEP': 'RSAES-OAEP with SHA-1',
      'RSA-OAEP-256': 'RSAES-OAEP with SHA-256',
    },
  },
  {
    use: 'keyManagement',
    spec: 'w3c-webcrypto',
    explanation: oaep,
    key: rsaKey,
    members: {
      'RSA-OAEP-384': 'RSAES-OAEP with SHA-384',
      'RSA-OAEP-512': 'RSAES-OAEP with SHA-512',
    },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.4',
    explanation: 'Encrypts the content key with a secret that sender and recipient share.',
    members: {
      A128KW: ['AES-128 Key Wrap', 'Secret of 16 octets'],
      A192KW: ['AES-192 Key Wrap', 'Secret of 24 octets'],
      A256KW: ['AES-256 Key Wrap', 'Secret of 32 octets'],
    },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.5',
    explanation:
      'The secret that sender and recipient share encrypts the content itself, so the second part of the token is empty.',
    members: { dir: ['Direct use of a shared key', 'Secret of exactly the length that enc needs'] },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.6',
    explanation:
      'The sender’s one-time key and the recipient’s key give the content key, so the second part of the token is empty.',
    key: agreementKey,
    members: { 'ECDH-ES': 'ECDH-ES with Concat KDF' },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.6',
    explanation:
      'The sender’s one-time key and the recipient’s key give a secret, which encrypts the content key.',
    key: agreementKey,
    members: {
      'ECDH-ES+A128KW': 'ECDH-ES, then AES-128 Key Wrap',
      'ECDH-ES+A192KW': 'ECDH-ES, then AES-192 Key Wrap',
      'ECDH-ES+A256KW': 'ECDH-ES, then AES-256 Key Wrap',
    },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.7',
    explanation:
      'Encrypts the content key with a secret that sender and recipient share; adds iv and tag to the header.',
    members: {
      A128GCMKW: ['Key wrap with AES-128-GCM', 'Secret of 16 octets'],
      A192GCMKW: ['Key wrap with AES-192-GCM', 'Secret of 24 octets'],
      A256GCMKW: ['Key wrap with AES-256-GCM', 'Secret of 32 octets'],
    },
  },
  {
    use: 'keyManagement',
    spec: 'rfc7518-4.8',
    explanation:
      'Encrypts the content key with a password, made into a key by p2s and p2c in the header. A weak password can be guessed at leisure.',
    key: 'Password',
    members: {
      'PBES2-HS256+A128KW': 'PBES2 with HMAC-SHA-256, then AES-128 Key Wrap',
      'PBES2-HS384+A192KW': 'PBES2 with HMAC-SHA-384, then AES-192 Key Wrap',
      'PBES2-HS512+A256KW': 'PBES2 with HMAC-SHA-512, then AES-256 Key Wrap',
    },
  },
  {
    use: 'contentEncryption',
    spec: 'rfc7518-5.2',
    explanation:
      'Encrypts the content, and adds a MAC so that any change is noticed. Half of the key is for each.',
    members: {
      'A128CBC-HS256': ['AES-128-CBC with HMAC-SHA-256', 'Content key of 32 octets'],
      'A192CBC-HS384': ['AES-192-CBC with HMAC-SHA-384', 'Content key of 48 octets'],
      'A256CBC-HS512': ['AES-256-CBC with HMAC-SHA-512', 'Content key of 64 octets'],
    },
  },
  {
    use: 'contentEncryption',
    spec: 'rfc7518-5.3',
    explanation: 'Encrypts the content and notices any change to it, in one step.',
    members: {
      A128GCM: ['AES-128-GCM', 'Content key of 16 octets'],
      A192GCM: ['AES-192-GCM', 'Content key of 24 octets'],
      A256GCM: ['AES-256-GCM', 'Content key of 32 octets'],
    },
  },
  {
    use: 'jwkOnly',
    spec: 'w3c-webcrypto',
    status: 'prohibited',
    explanation: 'Registered only as a label for keys that browsers export. No token may use it.',
    members: {
      RS1: ['RSASSA-PKCS1-v1_5 with SHA-1', 'RSA key'],
      HS1: ['HMAC with SHA-1', 'Secret'],
      A128CBC: ['AES-128-CBC', 'Secret of 16 octets'],
      A192CBC: ['AES-192-CBC', 'Secret of 24 octets'],
      A256CBC: ['AES-256-CBC', 'Secret of 32 octets'],
      A128CTR: ['AES-128-CTR', 'Secret of 16 octets'],
      A192CTR: ['AES-192-CTR', 'Secret of 24 octets'],
      A256CTR: ['AES-256-CTR', 'Secret of 32 octets'],
    },
  },
  {
    use: 'keyManagement',
    spec: 'jose-hpke',
    status: 'pending',
    explanation:
      'Hybrid public key encryption: one scheme from the recipient’s public key to the encrypted content. Defined in a draft.',
    members: {
      'HPKE-0': ['HPKE with P-256, HKDF-SHA256, AES-128-GCM', 'EC key on P-256'],
      'HPKE-1': ['HPKE with P-384, HKDF-SHA384, AES-256-GCM', 'EC key on P-384'],
      'HPKE-2': ['HPKE with P-521, HKDF-SHA512, AES-256-GCM', 'EC key on P-521'],
      'HPKE-3': ['HPKE with X25519, HKDF-SHA256, AES-128-GCM', 'OKP key on X25519'],
      'HPKE-4': ['HPKE with X25519, HKDF-SHA256, ChaCha20-Poly1305', 'OKP key on X25519'],
      'HPKE-5': ['HPKE with X448, HKDF-SHA512, AES-256-GCM', 'OKP key on X448'],
      'HPKE-6': ['HPKE with X448, HKDF-SHA512, ChaCha20-Poly1305', 'OKP key on X448'],
      'HPKE-7': ['HPKE with P-256, HKDF-SHA256, AES-256-GCM', 'EC key on P-256'],
    },
  },
]

/** Every algorithm, family by family: signatures first, then encryption. */
export const algorithms: readonly Algorithm[] = families.flatMap(
  ({ members, key, status = 'current', ...family }) =>
    Object.entries(members).map(([name, member]): Algorithm => {
      const [description, ownKey] = typeof member === 'string' ? [member] : member
      return { name, description, ...family, key: ownKey ?? key ?? null, status }
    }),
)

const byName: ReadonlyMap<string, Algorithm> = new Map(
  algorithms.map((algorithm) => [algorithm.name, algorithm]),
)

/** The algorithm of that exact name (case counts), or undefined. */
export function algorithmOf(name: string): Algorithm | undefined {
  return byName.get(name)
}
