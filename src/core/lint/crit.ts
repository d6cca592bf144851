import type { Finding, Subject } from './finding.ts'

/** `crit` that breaks RFC 7515 section 4.1.11. */
export function crit({ token }: Subject): Finding[] {
  if (token.header.crit !== 'malformed') return []
  return [{ rule: 'crit-malformed', severity: 'error', at: [token.segments[0]!.span], values: {} }]
}
