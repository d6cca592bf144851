import { vendors } from '../../content/vendors/index.ts'
import type { JsonDocument } from '../../core/json/document.ts'
import { entryFor, knownIssuers } from '../../core/validate/issuer.ts'

/** An issuer that a token seems to be of. */
export interface Origin {
  readonly name: string
  /** The claims that told it. */
  readonly by: readonly string[]
  readonly note: string
  /** What its documentation says of a claim: nothing, or one text. */
  explain(claim: string): readonly string[]
}

export function originsOf(claims: JsonDocument | null): readonly Origin[] {
  return knownIssuers(vendors, claims).map(({ vendor: { name, note, claims: table }, by }) => ({
    name,
    by,
    note,
    explain(claim) {
      const words = entryFor(table, claim)
      return words === null ? [] : [`${name}: ${words}`]
    },
  }))
}
