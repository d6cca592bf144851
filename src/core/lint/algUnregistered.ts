import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'
import { isRegistered, registeredAs } from './registered.ts'

/** `alg` or `enc` is in no registry (RFC 7515 section 4.1.1). */
export function algUnregistered(subject: Subject): Finding[] {
  const header = headerOf(subject)
  return (['alg', 'enc'] as const).flatMap((name) => {
    const value = header.text(name)
    if (value === null || isRegistered(value) || registeredAs(value) !== null) return []
    return [found('alg-unregistered', 'error', header.at(name), { name, value })]
  })
}
