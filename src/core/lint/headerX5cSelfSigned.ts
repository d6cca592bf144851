import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'
import { certificatesIn } from './x5c.ts'

/** One certificate alone, issued by its own subject: it vouches for nobody. */
export function headerX5cSelfSigned(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const certificates = certificatesIn(header)
  const [own] = certificates ?? []
  if (certificates?.length !== 1 || own === undefined || own.subjectId !== own.issuerId) return []
  return [found('header-x5c-self-signed', 'warning', header.at('x5c'))]
}
