import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** RSA1_5, by which a recipient that tells errors apart gives the content away (RFC 8725 section 3.2). */
export function rsa15(subject: Subject): Finding[] {
  return subject.token.header.alg === 'RSA1_5'
    ? [found('jwe-rsa1-5', 'error', headerOf(subject).at('alg'))]
    : []
}
