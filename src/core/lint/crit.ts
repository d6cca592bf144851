import type { Finding, Subject } from './finding.ts'

/** `crit` that breaks RFC 7515 section 4.1.11 or names what no check here understands. */
export function crit(subject: Subject): Finding[] {
  const { header, segments } = subject.token
  const whole = [segments[0]!.span]
  if (header.crit === 'malformed')
    return [{ rule: 'crit-malformed', severity: 'error', at: whole, values: {} }]
  const unknown = (header.crit ?? []).filter((name) => name !== 'b64' || subject.token.kind !== 'jws')
  if (unknown.length > 0)
    return [{ rule: 'crit-unknown', severity: 'error', at: whole, values: { names: unknown.join(', ') } }]
  return []
}
