import { type Finding, found, type Subject } from './finding.ts'
import { signedWith } from './signature.ts'

/** No signature under an algorithm that makes one: some verifiers have let it pass (CVE-2020-28042). */
export function signatureEmpty({ token }: Subject): Finding[] {
  const signed = signedWith(token)
  if (signed === null || signed.segment.span.from < signed.segment.span.to) return []
  return [found('signature-empty', 'error', [], { alg: signed.algorithm.alg })]
}
