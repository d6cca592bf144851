import { commonClaims } from './claimsCommon.ts'
import { identityClaims } from './claimsIdentity.ts'
import type { ClaimTable, ValueType } from './claimsRow.ts'
import { pendingClaims, specialClaims } from './claimsSpecial.ts'
import type { SpecId } from './spec.ts'

export type { ValueType } from './claimsRow.ts'

/** What is known of a claim of the IANA registry “JSON Web Token Claims” (as of 2026-07-20). */
export interface Claim {
  readonly name: string
  readonly fullName: string
  readonly valueType: ValueType
  readonly spec: SpecId
  /** What the claim says, in a sentence or two. */
  readonly explanation: string
  /** How a recipient checks it; null where there is nothing to check. */
  readonly check: string | null
  /** Defined in a draft and not registered yet. */
  readonly pending: boolean
}

const claimsOf = (table: ClaimTable, pending: boolean): Claim[] =>
  Object.entries(table).map(([name, [fullName, valueType, spec, explanation, check]]) => ({
    name,
    fullName,
    valueType,
    spec,
    explanation,
    check: check ?? null,
    pending,
  }))

/** Every registered claim, the common ones first, and then those to come. */
export const claims: readonly Claim[] = [
  ...claimsOf(commonClaims, false),
  ...claimsOf(identityClaims, false),
  ...claimsOf(specialClaims, false),
  ...claimsOf(pendingClaims, true),
]

const byName: ReadonlyMap<string, Claim> = new Map(claims.map((claim) => [claim.name, claim]))

/** The claim of that exact name (case counts), or undefined; names such as `__proto__` are names like any other. */
export function claimOf(name: string): Claim | undefined {
  return byName.get(name)
}

/** Whether the name is in the registry by now. */
export function isRegistered(name: string): boolean {
  return claimOf(name)?.pending === false
}
