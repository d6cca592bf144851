import { readBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

const IV = 12
const TAG = 16

/** An IV that is not 96 bits or a tag that is not 128 under AES-GCM, of the content or of the key (RFC 7518 sections 4.7 and 5.3). */
export function gcmSizes(subject: Subject): Finding[] {
  const { token } = subject
  if (token.kind !== 'jwe') return []
  const check = (name: string, octets: number, expected: number, at: readonly Span[]) =>
    octets === expected ? [] : [found('gcm-sizes', 'error', at, { name, octets, expected })]
  const findings: Finding[] = []
  if (token.header.enc?.endsWith('GCM')) {
    for (const [name, expected] of [
      ['iv', IV],
      ['tag', TAG],
    ] as const) {
      const segment = token.segments.find((candidate) => candidate.name === name)
      if (segment !== undefined)
        findings.push(...check(name, segment.octets.length, expected, [segment.span]))
    }
  }
  if (token.header.alg?.endsWith('GCMKW')) {
    const header = headerOf(subject)
    for (const [name, expected] of [
      ['iv', IV],
      ['tag', TAG],
    ] as const) {
      const text = header.text(name)
      if (text === null) continue
      const { octets } = readBase64url(text, { from: 0, to: text.length })
      findings.push(...check(name, octets.length, expected, header.at(name)))
    }
  }
  return findings
}
