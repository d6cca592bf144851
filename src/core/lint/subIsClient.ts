import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/**
 * `sub` is the client itself: where users and clients share names, one can pass for the other (RFC 9700 section 4.15). A
 * service that is known gives them names of different shapes.
 */
export function subIsClient(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  const [sub, client] = [claims.text('sub'), claims.text('client_id')]
  return sub !== null && sub === client && !subject.issuerKnown
    ? [found('sub-is-client', 'warning', claims.at('sub', 'client_id'))]
    : []
}
