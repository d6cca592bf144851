import { checkDpop } from '../validate/dpop.ts'
import { checkKeyBinding } from '../validate/keyBinding.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/** The checks that compare a hash, and the claim it stands in. */
const hashes: Readonly<Record<string, string>> = {
  at_hash: 'at_hash',
  c_hash: 'c_hash',
  s_hash: 's_hash',
  'dpop-ath': 'ath',
  'kb-sd-hash': 'sd_hash',
}

/** A hash that is not that of what stands beside it in the input (OpenID Connect Core, RFC 9449 section 4.3, RFC 9901 section 4.3.1). */
export function hashMismatch(subject: Subject): Finding[] {
  const { proofs, now, skew } = subject
  if (proofs === null) return []
  const { together, possession, presented } = proofs
  const circumstances = { audience: '', nonce: '', now, skew }
  const checks = [
    ...together,
    ...(possession === null ? [] : checkDpop(possession.proof, possession.around, now, skew)),
    ...(presented === null || presented.binding === null
      ? []
      : checkKeyBinding(presented.binding, circumstances)),
  ]
  return checks.flatMap(({ name, outcome, values }) => {
    const claim = hashes[name]
    if (claim === undefined || outcome !== 'broken' || values.expected === undefined) return []
    return [found('hash-mismatch', 'error', claimsOf(subject).at(claim), { name: claim })]
  })
}
