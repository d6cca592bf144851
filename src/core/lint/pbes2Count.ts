import { readBase64url } from '../text/base64url.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** Fewest rounds that RFC 7518 section 4.8.1.2 recommends, and more than any recipient should do. */
const FEWEST = 1000
const MOST = 1_200_000
/** Least salt, in octets (RFC 7518 section 4.8.1.1). */
const SALT = 8

/** Too few or too many rounds, or too little salt, in a token encrypted with a password. */
export function pbes2Count(subject: Subject): Finding[] {
  const header = headerOf(subject)
  if (!subject.token.header.alg?.startsWith('PBES2-')) return []
  const findings: Finding[] = []
  const rounds = header.number('p2c')
  if (rounds !== null && (rounds < FEWEST || rounds > MOST)) {
    const why = rounds < FEWEST ? 'few' : 'many'
    findings.push(found('pbes2-count', 'error', header.at('p2c'), { why, rounds }))
  }
  const salt = header.text('p2s')
  const octets = salt === null ? null : readBase64url(salt, { from: 0, to: salt.length }).octets.length
  if (octets !== null && octets < SALT) {
    findings.push(found('pbes2-count', 'error', header.at('p2s'), { why: 'salt', octets }))
  }
  return findings
}
