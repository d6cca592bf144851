import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** `kid` is no string (RFC 7515 section 4.1.4). */
export function kidNotString(subject: Subject): Finding[] {
  const header = headerOf(subject)
  return header.has('kid') && header.text('kid') === null
    ? [found('kid-not-string', 'error', header.at('kid'))]
    : []
}
