import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Certificate } from './certificate.ts'
import type { KeyNotice } from './fault.ts'

export interface Chain {
  /** The certificate of the key first, each one's issuer after it. */
  readonly certificates: readonly Certificate[]
  readonly notices: readonly Fault<KeyNotice>[]
}

/** More certificates than this in a row are no chain but a circle. */
const LONGEST = 20

/**
 * Puts certificates in order by the names of subject and issuer: one chain for each that issued none of the others, in
 * the order of the text. A chain that stands there in another order is read and said.
 */
export function chainsOf(certificates: readonly Certificate[]): readonly Chain[] {
  const bySubject = new Map<string, Certificate>()
  for (const certificate of certificates) {
    if (!bySubject.has(certificate.subjectId)) bySubject.set(certificate.subjectId, certificate)
  }
  const issuers = new Set(
    certificates.filter(({ subjectId, issuerId }) => subjectId !== issuerId).map(({ issuerId }) => issuerId),
  )
  const leaves = certificates.filter(({ subjectId }) => !issuers.has(subjectId))
  // Two that issued each other have no first; then the text's order stands.
  return (leaves.length > 0 ? leaves : certificates.slice(0, 1)).map((leaf) => {
    const chain = [leaf]
    for (let last = leaf; last.issuerId !== last.subjectId && chain.length < LONGEST; ) {
      const issuer = bySubject.get(last.issuerId)
      if (issuer === undefined || chain.includes(issuer)) break
      chain.push(issuer)
      last = issuer
    }
    const ordered = chain.every(({ span }, i) => i === 0 || span.from > chain[i - 1]!.span.from)
    return { certificates: chain, notices: ordered ? [] : [fault('certificate-order', leaf.span)] }
  })
}
