import { type Finding, found, type Subject } from './finding.ts'

const codes = ['disclosure-unreferenced', 'disclosure-repeated', 'digest-repeated']

/** A disclosure whose digest stands nowhere in what the issuer signed, or more than once (RFC 9901 section 7.1). */
export function disclosureUnreferenced({ proofs }: Subject): Finding[] {
  const faults = proofs?.presented?.seen.faults ?? []
  return faults
    .filter(({ code }) => codes.includes(code))
    .map(({ span }) => found('disclosure-unreferenced', 'error', [span]))
}
