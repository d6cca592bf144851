import { memberValue } from '../json/read.ts'
import { jsonParts } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** The header brings its own key, or an address for one: whoever made the token chose it (RFC 8725 section 3.10). */
export function embeddedKey(subject: Subject): Finding[] {
  const header = jsonParts(subject).find(({ name }) => name === 'protected')
  if (header === undefined) return []
  return subject.token.header.embeddedKeys.map((name): Finding => {
    const at = [header.at(memberValue(header.document, 0, name)!)]
    return { rule: 'header-jwk', severity: name === 'jwk' ? 'error' : 'warning', at, values: { name } }
  })
}
