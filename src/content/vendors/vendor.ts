import type { IssuerSigns } from '../../core/validate/issuer.ts'

/** A service or framework that issues tokens, and what its own claims mean. Not from a registry: names may clash. */
export interface Vendor extends IssuerSigns {
  readonly id: string
  readonly name: string
  /** Where it is documented. */
  readonly reference: string
  /** What surprises people about its tokens; may be empty. */
  readonly note: string
  /** Registered claims that its tokens do without by design. */
  readonly lacks?: readonly string[]
  /** By name, in which `<…>` stands for anything. */
  readonly claims: Readonly<Record<string, string>>
}
