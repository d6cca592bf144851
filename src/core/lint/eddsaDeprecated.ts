import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** `EdDSA` leaves the curve to the key; RFC 9864 has a name for each. */
export function eddsaDeprecated(subject: Subject): Finding[] {
  const header = headerOf(subject)
  return header.text('alg') === 'EdDSA' ? [found('alg-eddsa-deprecated', 'info', header.at('alg'))] : []
}
