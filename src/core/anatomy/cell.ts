import type { Fault } from '../text/result.ts'

type Octets = Uint8Array<ArrayBuffer>

/** What stands in a cell of the chain from what is signed to the signature. The words are in `content/messages/anatomy`. */
export type CellId =
  | 'signing-input'
  | 'digest'
  | 'signature'
  // HMAC: RFC 2104 section 2
  | 'key'
  | 'key-digest'
  | 'key-block'
  | 'inner-pad'
  | 'inner-digest'
  | 'outer-pad'
  | 'mac'
  // RSA: RFC 8017 sections 8 and 9
  | 'modulus'
  | 'exponent'
  | 'encoded-message'
  | 'pss-message'
  | 'pss-mask'
  | 'pss-db'
  | 'pss-again'
  // ECDSA: SEC 1 section 4.1.4, FIPS 186-5 section 6.4.2
  | 'u1'
  | 'u2'
  | 'point'
  | 'v'
  // EdDSA: RFC 8032 section 3.4
  | 'challenge'
  | 'left'
  | 'right'
  // JWE: RFC 7516 section 5.1
  | 'aad'
  | 'encrypted-key'
  | 'iv'
  | 'ciphertext'
  | 'tag'

/** A stretch of a cell's octets that has a meaning of its own. */
export type PartId =
  | 'header'
  | 'dot'
  | 'payload'
  | 'key'
  | 'zeros'
  | 'start'
  | 'filling'
  | 'separator'
  | 'digest-info'
  | 'hash'
  | 'masked-db'
  | 'h'
  | 'trailer'
  | 'one'
  | 'salt'
  | 'r'
  | 's'
  | 'big-r'
  | 'big-s'

export interface Part {
  readonly id: PartId
  /** Octets of the cell, `to` not included. */
  readonly from: number
  readonly to: number
}

export interface Cell {
  readonly id: CellId
  readonly octets: Octets
  /** Together they are all of the octets, in their order; none where the cell is one thing. */
  readonly parts?: readonly Part[]
  /** What must hold the same octets, another cell or a stretch of one, if the signature matches, and whether it does. */
  readonly equals?: {
    /** Which stretch of this cell; all of it where none is named. */
    readonly part?: PartId
    readonly id: CellId | PartId
    readonly same: boolean
  }
}

/** Why a chain ends early, beside what a check of the signature finds. */
export type GapId =
  /** No one key was given that the signature is to be checked with. */
  | 'no-key'
  /** No such algorithm is known, or the header has none. */
  | 'no-algorithm'
  /** The payload is sent apart, and was not given. */
  | 'no-payload'
  /** An RSA signature that shows no padding under this key. */
  | 'not-opened'
  /** The padding names another hash than `alg`. */
  | 'other-hash'
  /** The public key or R is no point of the curve, or the sum is none. */
  | 'no-point'
  /** The arithmetic is too long to be shown: ML-DSA. */
  | 'too-long'
  /** The page has no WebCrypto, or it refuses. */
  | 'no-hash'

export type AnatomyKind =
  | 'hmac'
  | 'pkcs1'
  | 'pss'
  | 'ecdsa'
  | 'eddsa'
  | 'ml-dsa'
  | 'none'
  | 'unsigned'
  | 'unknown'
  | 'jwe'

/** How a signature comes about, computed from a token and a key. */
export interface Anatomy {
  readonly kind: AnatomyKind
  /** The value of `alg`; '' where there is none. */
  readonly alg: string
  /** The hash function by its name; null where none is computed here. */
  readonly hash: string | null
  readonly cells: readonly Cell[]
  /** Why there are not more cells, or why they cannot agree: null where the chain is whole. */
  readonly gap: GapId | Fault | null
}

/** What an algorithm adds to the signing input and its hash. */
export type Chain = Pick<Anatomy, 'cells' | 'gap'>

/** Names the stretches of a cell by their lengths, one after the other; those without octets are left out. */
export function partsOf(...lengths: readonly (readonly [id: PartId, length: number])[]): Part[] {
  let at = 0
  const parts: Part[] = []
  for (const [id, length] of lengths) {
    if (length > 0) parts.push({ id, from: at, to: at + length })
    at += length
  }
  return parts
}
