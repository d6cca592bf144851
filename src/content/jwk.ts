import type { SpecId } from './spec.ts'

/** What is known of a member of a JSON Web Key. */
export interface KeyMember {
  readonly name: string
  readonly fullName: string
  /** Values of `kty` that have it; empty where all do. */
  readonly kty: string
  readonly spec: SpecId
  readonly explanation: string
}

type Row = readonly [name: string, kty: string, fullName: string, spec: SpecId, explanation: string]

const secret = 'Private: it must stay with its owner.'

// biome-ignore format: a member is one line
const rows: readonly Row[] = [
  ['kty', '', 'Key Type', 'rfc7517-4.1', 'The family of the key: RSA, EC, OKP, oct or AKP. The one member that every key has.'],
  ['use', '', 'Public Key Use', 'rfc7517-4.2', 'sig for signatures, enc for encryption. Not to be combined with key_ops.'],
  ['key_ops', '', 'Key Operations', 'rfc7517-4.3', 'What the key may do: sign, verify, encrypt, decrypt, wrapKey, unwrapKey, deriveKey, deriveBits.'],
  ['alg', '', 'Algorithm', 'rfc7517-4.4', 'The one algorithm that the key is for. A verifier that goes by it cannot be talked into another.'],
  ['kid', '', 'Key ID', 'rfc7517-4.5', 'The name by which a token’s header picks the key out of a set.'],
  ['x5u', '', 'X.509 URL', 'rfc7517-4.6', 'Address of a certificate chain for the key.'],
  ['x5c', '', 'X.509 Certificate Chain', 'rfc7517-4.7', 'Certificates in standard base64, not base64url; the first is the key’s own.'],
  ['x5t', '', 'X.509 Certificate SHA-1 Thumbprint', 'rfc7517-4.8', 'The SHA-1 hash of the key’s certificate.'],
  ['x5t#S256', '', 'X.509 Certificate SHA-256 Thumbprint', 'rfc7517-4.9', 'The SHA-256 hash of the key’s certificate.'],
  ['crv', 'EC, OKP', 'Curve', 'rfc7518-6.2.1.1', 'P-256, P-384, P-521 or secp256k1 for EC; Ed25519, Ed448, X25519 or X448 for OKP.'],
  ['x', 'EC', 'X Coordinate', 'rfc7518-6.2.1.2', 'Always as long as the curve’s field, zeros in front included.'],
  ['y', 'EC', 'Y Coordinate', 'rfc7518-6.2.1.3', 'As long as x.'],
  ['d', 'EC', 'ECC Private Key', 'rfc7518-6.2.2.1', secret],
  ['n', 'RSA', 'Modulus', 'rfc7518-6.3.1.1', 'The large number; its length is the key’s size. No zeros in front.'],
  ['e', 'RSA', 'Exponent', 'rfc7518-6.3.1.2', 'Nearly always AQAB, which is 65537.'],
  ['d', 'RSA', 'Private Exponent', 'rfc7518-6.3.2.1', secret],
  ['p', 'RSA', 'First Prime Factor', 'rfc7518-6.3.2.2', secret],
  ['q', 'RSA', 'Second Prime Factor', 'rfc7518-6.3.2.3', secret],
  ['dp', 'RSA', 'First Factor CRT Exponent', 'rfc7518-6.3.2.4', secret],
  ['dq', 'RSA', 'Second Factor CRT Exponent', 'rfc7518-6.3.2.5', secret],
  ['qi', 'RSA', 'First CRT Coefficient', 'rfc7518-6.3.2.6', secret],
  ['oth', 'RSA', 'Other Primes Info', 'rfc7518-6.3.2.7', secret],
  ['k', 'oct', 'Key Value', 'rfc7518-6.4.1', 'The secret’s octets in base64url, not the text of a passphrase. Whoever has it can sign.'],
  ['x', 'OKP', 'The public key', 'rfc8037-2', '32 octets for Ed25519 and X25519, 57 for Ed448, 56 for X448.'],
  ['d', 'OKP', 'The private key', 'rfc8037-2', secret],
  ['pub', 'AKP', 'Public key', 'rfc9964', 'The public key of an algorithm such as ML-DSA-44; alg must say which.'],
  ['priv', 'AKP', 'Private key', 'rfc9964', `The seed. ${secret}`],
  ['ext', '', 'Extractable', 'w3c-webcrypto', 'Left there by a browser that exported the key.'],
  ['iat', '', 'Issued At', 'federation-8.7.2', 'When the key was issued.'],
  ['nbf', '', 'Not Before', 'federation-8.7.2', 'From when on the key may be used.'],
  ['exp', '', 'Expiration Time', 'federation-8.7.2', 'Until when the key may be used.'],
  ['revoked', '', 'Revoked Key Properties', 'federation-8.7.2', 'When and why the key was withdrawn.'],
  ['keys', '', 'Array of JWKs', 'rfc7517-5.1', 'The one member of a JWK Set that is needed.'],
]

/** Every registered member of a JWK and of a JWK Set (IANA registry, as of 2026-02-05). */
export const keyMembers: readonly KeyMember[] = rows.map(([name, kty, fullName, spec, explanation]) => ({
  name,
  kty,
  fullName,
  spec,
  explanation,
}))
