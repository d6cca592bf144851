import type { Fault } from '../text/result.ts'

/** What a signature check found. Claims never change it: an expired token with a good signature is verified and expired. */
export type Verification =
  | { readonly state: 'needs-key' }
  | { readonly state: 'verified' }
  /** The key and algorithm fit and the signature does not match. */
  | { readonly state: 'failed' }
  /** The check could not be made, and why. */
  | { readonly state: 'impossible'; readonly reason: Fault }
  /** `alg` is `none`: nothing protects the token. */
  | { readonly state: 'unsecured' }
