import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** A token inside without `cty` saying so, or one that nothing protects (RFC 7519 section 5.2). */
export function nestedCty(subject: Subject): Finding[] {
  const { inner } = subject
  if (inner === null || inner.kind === 'undecodable') return []
  if (inner.header.alg === 'none') return [found('nested-cty', 'error', [], { why: 'none' })]
  const header = headerOf(subject)
  return header.text('cty')?.toUpperCase() === 'JWT'
    ? []
    : [found('nested-cty', 'error', header.at('cty'), { why: 'cty' })]
}
