import type { KeyFormat } from '../core/keys/material.ts'

/** A token to try the page with, and the key that it is checked with. */
export interface Sample {
  /** Stable; the name of the algorithm where the sample is there for it. */
  readonly id: string
  readonly label: string
  /** The `alg` of its header. */
  readonly alg: string
  /** Its signature is empty where there is a `seed`. */
  readonly token: string
  /** As a person would paste it; empty where no key belongs to it. */
  readonly key: string
  /** The payload, where the token is sent without it. */
  readonly detached?: string
  readonly keyFormat: KeyFormat | 'detect'
  /**
   * What ML-DSA signs and makes the key of, in base64url, once the sample is chosen: all keys and signatures of ML-DSA
   * would take more room in the document than the library does.
   */
  readonly seed?: string
}
