import type { JWK } from 'jose'
import type { SignatureAlgorithm } from '../algorithms.ts'

type Octets = Uint8Array<ArrayBuffer>

/** What computes signatures: WebCrypto (`native`), or a library or arithmetic that stands in where WebCrypto stops. */
export interface Engine {
  /**
   * Whether `signature` is the key's over `data`. The key is public (or a secret), fits the algorithm, and the signature
   * has the algorithm's length. Rejects where the engine has no answer: it lacks the algorithm or refuses the key.
   */
  readonly verify: (
    algorithm: SignatureAlgorithm,
    jwk: JWK,
    signature: Octets,
    data: Octets,
  ) => Promise<boolean>
  /** The signature of `data` with a private key (or a secret). Rejects as `verify` does. */
  readonly sign: (algorithm: SignatureAlgorithm, jwk: JWK, data: Octets) => Promise<Octets>
}
