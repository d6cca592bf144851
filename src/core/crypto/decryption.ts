import type { KeyFault } from '../keys/fault.ts'
import { type Fault, fail } from '../text/result.ts'

type Octets = Uint8Array<ArrayBuffer>

/** What came of opening a JWE. */
export type Decryption =
  | { readonly state: 'needs-key' }
  /** `plaintext` is what was encrypted, inflated where it was compressed; `recipient` is who the key belongs to. */
  | { readonly state: 'decrypted'; readonly plaintext: Octets; readonly recipient: number }
  /** A key was tried and the token does not open; `note` names the step at which it stopped. */
  | { readonly state: 'failed'; readonly note: Fault<OpeningFault> }
  /** No key could be tried, and why. */
  | { readonly state: 'impossible'; readonly reason: Fault<DecryptFault | DecryptFitFault | KeyFault> }

/** What the person has allowed for this token beyond what is done unasked. */
export interface Permits {
  /** More rounds of PBKDF2 than are run unasked. */
  readonly rounds: boolean
  /** More octets than are inflated unasked. */
  readonly inflation: boolean
}

/** At which step a JWE does not open. Spans are empty: they are about a part of the token as a whole. */
export type OpeningFault =
  /** A part has a length that it cannot have (`part`, `alg` or `enc` as `by`, `expected`, `found`, in octets). */
  | 'open-length'
  /** A header parameter is missing or not what the algorithm asks for (`name`, `expected`). */
  | 'open-parameter'
  /** `epk` is not on its curve, or of an order so small that anybody knows the shared secret (`crv`). */
  | 'open-epk-point'
  /** `epk` is on another curve than the key (`needs`, `has`). */
  | 'open-epk-curve'
  /** The encrypted key does not unwrap with the key: it is another key, or the encrypted key was altered (`alg`). */
  | 'open-unwrap'
  /** It does unwrap, to a content key of a wrong length (`enc`, `expected`, `found`, in octets). */
  | 'open-content-key'
  /** The authentication tag does not match (`enc`, `direct` 1 where the key itself encrypts or is agreed upon). */
  | 'open-tag'
  /** The tag matches and the padding of AES-CBC is wrong: whoever made the token padded it wrongly (`enc`). */
  | 'open-padding'
  /** The content does not inflate (RFC 1951). */
  | 'open-inflate'

/** Why a JWE cannot be opened at all. */
export type DecryptFault =
  | 'crypto-alg-missing'
  | 'crypto-enc-missing'
  /** Not a value that is known here (`alg`). */
  | 'crypto-alg-unknown'
  /** Not a value that is known here (`enc`). */
  | 'crypto-enc-unknown'
  /** As a known value but for the case of letters, which counts (`name`, `value`, `meant`). */
  | 'crypto-encryption-case'
  /** A signature algorithm (`alg`). */
  | 'crypto-alg-signature'
  | 'crypto-crit-malformed'
  | 'crypto-crit-unknown'
  /** `zip` is not DEF (`zip`; RFC 7516 section 4.1.3). */
  | 'crypto-zip-unknown'
  | 'crypto-no-webcrypto'
  /** The platform refuses the key (`alg`, `kty`, `bits`). */
  | 'crypto-key-rejected'
  /** More rounds than are run unasked (`p2c`). */
  | 'crypto-rounds-ask'
  /** More rounds than are run at all (`p2c`, `most`). */
  | 'crypto-rounds-refused'
  /** The content inflates to more than is done unasked (`most`, in octets). */
  | 'crypto-inflation-ask'
  /** The content inflates to more than is done at all (`most`, in octets). */
  | 'crypto-inflation-refused'
  /** Too large a modulus for the arithmetic that RSA1_5 needs (`bits`, `most`). */
  | 'crypto-modulus-refused'

/** Why a key cannot open a JWE, though it is sound. Spans count in the key text. */
export type DecryptFitFault =
  | 'fit-key-type'
  | 'fit-key-alg'
  | 'fit-key-parameters'
  /** A curve on which no key is agreed upon (`alg`, `has`). */
  | 'fit-agreement-curve'
  /** Only the public half was given (`alg`). */
  | 'fit-private-missing'
  /** A secret of another length (`alg`, `expected`, `found`, in octets). */
  | 'fit-secret-length'
  /** The JWK's use is not enc (`use`). */
  | 'fit-encryption-use'
  /** The JWK's key_ops are not for decrypting (`operations`). */
  | 'fit-encryption-operations'
  /** None of several keys fits (`alg`, `count`). */
  | 'fit-none'

const NOWHERE = { from: 0, to: 0 }

export function stopped<Code extends OpeningFault | DecryptFault>(code: Code, values: Fault['values'] = {}) {
  return fail(code, NOWHERE, values)
}
