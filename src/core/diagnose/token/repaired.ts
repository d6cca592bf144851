import { decodeCompact } from '../../decode/compact.ts'
import { pairsOf } from '../algorithms.ts'
import { type Diagnosis, diagnosis } from '../diagnosis.ts'
import { type Evidence, evidenceOf } from '../evidence.ts'
import type { Suggestion } from '../hypothesis.ts'

/** What is said of a repair, and whether it is worth offering where the signature does not match even then. */
interface Told {
  readonly id: Diagnosis['id']
  readonly values?: Diagnosis['values']
  readonly at?: Diagnosis['at']
  readonly offer?: boolean
}

/** Other characters in place of the token’s, if they make a sound token. */
export function* repaired(evidence: Evidence, token: string, told: Told): Generator<Suggestion> {
  const { text, span } = evidence
  if (token === text.slice(span.from, span.to)) return
  const decoded = decodeCompact(token, { from: 0, to: token.length })
  if (decoded.kind !== 'jws' || decoded.faults.length > 0) return
  const whole = text.slice(0, span.from) + token + text.slice(span.to)
  const mended = evidenceOf(decoded, { ...evidence, text: token })
  const said = diagnosis(told.id, told.values ?? {}, { at: told.at ?? null, fix: { text: whole } })
  const { signingInput, signature } = mended.jws!
  for (const pair of pairsOf(mended)) yield { ...pair, signingInput, signature, told: [said] }
  if (told.offer === true) yield { hint: said }
}

/** The characters of the token as they were pasted. */
export function tokenText({ text, span }: Evidence): string {
  return text.slice(span.from, span.to)
}

/** Longer tokens are not searched for what is wrong with them. */
export const LONGEST = 100_000
