import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'
import { isRegistered, registeredAs } from './registered.ts'

/** `alg` is a registered name but for the case of its letters, which counts: filters that compare otherwise were tricked (RFC 8725bis section 2.10). */
export function algCase(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const alg = header.text('alg')
  if (alg === null || isRegistered(alg)) return []
  const meant = registeredAs(alg)
  return meant === null ? [] : [found('alg-case', 'error', header.at('alg'), { alg, meant })]
}
