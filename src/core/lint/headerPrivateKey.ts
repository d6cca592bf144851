import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv', 'k']

/** The key in the header has private members: it is no secret any more (RFC 7517 section 9.2). */
export function headerPrivateKey(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const key = header.node('jwk')
  if (key === null) return []
  const members = PRIVATE.filter((name) => header.memberOf(key, name) !== null)
  return members.length === 0
    ? []
    : [found('header-private-key', 'error', header.at(key), { members: members.join(', ') })]
}
