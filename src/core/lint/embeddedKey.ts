import { memberValue } from '../json/read.ts'
import { isDpopProof } from '../validate/proofKind.ts'
import { jsonParts } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

/** The header brings its own key, or an address for one: whoever made the token chose it (RFC 8725 section 3.10). */
export function embeddedKey(subject: Subject): Finding[] {
  const header = jsonParts(subject).find(({ name }) => name === 'protected')
  if (header === undefined) return []
  // A DPoP proof must bring its key: it is made to show that somebody holds it (RFC 9449 section 4.2).
  const asked = isDpopProof(subject.token) ? ['jwk'] : []
  const found = subject.token.header.embeddedKeys.filter((name) => !asked.includes(name))
  return found.map((name): Finding => {
    const at = [header.at(memberValue(header.document, 0, name)!)]
    return { rule: 'header-jwk', severity: name === 'jwk' ? 'error' : 'warning', at, values: { name } }
  })
}
