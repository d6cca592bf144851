import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** A SHA-1 thumbprint alone (RFC 7515 section 4.1.7): collisions can be made. */
export function headerX5t(subject: Subject): Finding[] {
  const header = headerOf(subject)
  if (!header.has('x5t') || header.has('x5t#S256')) return []
  return [found('header-x5t', 'warning', header.at('x5t'), { why: 'sha1' })]
}
