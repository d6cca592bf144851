import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** A SHA-1 thumbprint alone, for which collisions can be made, or one that is not the given certificate’s (RFC 7515 section 4.1.7). */
export function headerX5t(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const certificate = subject.key?.certificates[0]
  const mismatched = (['x5t', 'x5t#S256'] as const).filter((name) => {
    const print = header.text(name)
    const own = name === 'x5t' ? certificate?.sha1 : certificate?.sha256
    return print !== null && own != null && print !== own
  })
  if (mismatched.length > 0)
    return [found('header-x5t', 'error', header.at(...mismatched), { why: 'mismatch' })]
  if (!header.has('x5t') || header.has('x5t#S256')) return []
  return [found('header-x5t', 'warning', header.at('x5t'), { why: 'sha1' })]
}
