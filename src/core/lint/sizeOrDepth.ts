import { jsonParts } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** Common limit of a web server for all header fields together. */
const MAX_CHARACTERS = 8192
const MAX_DEPTH = 64

/** A token too long for an HTTP header, or JSON nested deeper than parsers take. */
export function sizeOrDepth(subject: Subject): Finding[] {
  const findings: Finding[] = []
  const { from, to } = subject.token.span
  if (to - from > MAX_CHARACTERS) {
    findings.push({
      rule: 'size-or-depth',
      severity: 'warning',
      at: [],
      values: { why: 'size', characters: to - from },
    })
  }
  for (const { name, document } of jsonParts(subject)) {
    if (document.depth <= MAX_DEPTH) continue
    findings.push({
      rule: 'size-or-depth',
      severity: 'warning',
      at: [],
      values: { why: 'depth', part: name, depth: document.depth },
    })
  }
  return findings
}
