import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** Compressed before it was encrypted: its length may betray what is in it, and it may unpack into much (RFC 8725 section 3.6). */
export function jweZip(subject: Subject): Finding[] {
  const header = headerOf(subject)
  return subject.token.kind === 'jwe' && header.has('zip')
    ? [found('jwe-zip', 'warning', header.at('zip'))]
    : []
}
