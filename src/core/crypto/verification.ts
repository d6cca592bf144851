import type { ChoiceFault, FitFault, KeyFault } from '../keys/fault.ts'
import type { Fault } from '../text/result.ts'

/** What a signature check found. Claims never change it: an expired token with a good signature is verified and expired. */
export type Verification =
  | { readonly state: 'needs-key' }
  | { readonly state: 'verified' }
  /** The key and algorithm fit and the signature does not match; `note` says what alone rules it out, if that is known. */
  | { readonly state: 'failed'; readonly note?: Fault<SignatureFault> }
  /** The check could not be made, and why. */
  | { readonly state: 'impossible'; readonly reason: Fault<CryptoFault | FitFault | ChoiceFault | KeyFault> }
  /** `alg` is `none`: nothing protects the token. */
  | { readonly state: 'unsecured' }

/** What is wrong with a signature before any arithmetic. */
export type SignatureFault =
  /** A signature under `alg: none`, which has none (`found`, in octets; RFC 7518 section 3.6). */
  | 'crypto-none-signature'
  /** No signature under an algorithm that makes one (`alg`, `expected`, in octets). */
  | 'crypto-signature-empty'
  /** A length no signature of this algorithm and key has (`alg`, `expected`, `found`, in octets). */
  | 'crypto-signature-length'
  /**
   * A number in it is out of range (`alg`; `part`: r, s or S, or '' where it is the whole; `why`: zero, or large for one
   * that is not below the order of the curve or the modulus).
   */
  | 'crypto-signature-number'
  /** A point of an Edwards curve that no verifier may take (`alg`; `part`: key or R; `why`: small-order or not-canonical). */
  | 'crypto-signature-point'
  /** An RSA modulus into which the encoded hash does not go (`alg`, `bits`, `least`). */
  | 'crypto-rsa-no-room'

/** Why a signature cannot be checked. Spans are empty: these are about the token's header or the platform as a whole. */
export type CryptoFault =
  /** The header has no `alg`, or it is not a string (`isThere`: 1; RFC 7515 section 4.1.1). */
  | 'crypto-alg-missing'
  /** Not an algorithm that is known here (`alg`). */
  | 'crypto-alg-unknown'
  /** As the name of an algorithm but for the case of letters, which counts (`alg`, `meant`; RFC 7515 section 4.1.1). */
  | 'crypto-alg-case'
  /** An algorithm for encryption (`alg`). */
  | 'crypto-alg-encryption'
  /** Registered, but for no token: a label of keys that browsers export (`alg`). */
  | 'crypto-alg-prohibited'
  /** The name that COSE has for an algorithm (`alg`, `meant`: the one that JOSE has, or ''). */
  | 'crypto-alg-cose'
  /** `crit` breaks RFC 7515 section 4.1.11. */
  | 'crypto-crit-malformed'
  /** `crit` names extensions that are not processed here (`names`, joined with commas): the token must be refused. */
  | 'crypto-crit-unknown'
  /** No payload stands in the token, and the signature is not one over nothing: the payload is wanted (RFC 7515 appendix F). */
  | 'crypto-payload-missing'
  /** This platform's WebCrypto does not have the algorithm, and nothing stands in for it (`alg`). */
  | 'crypto-unsupported'
  /** The page has no WebCrypto, as when it did not come over https or from this machine. */
  | 'crypto-no-webcrypto'
  /** WebCrypto refuses the key (`alg`, `kty`, `bits`). */
  | 'crypto-key-rejected'
  /** An RSA key so large that the page would stand still (`alg`, `bits`). */
  | 'crypto-key-cost'
