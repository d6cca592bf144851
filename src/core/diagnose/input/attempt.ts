import { pairsOf } from '../algorithms.ts'
import { type Diagnosis, diagnosis } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Attempt } from '../hypothesis.ts'

const encoder = new TextEncoder()

/** A check over another signing input, with each key that comes into question. No fix: what was signed is the issuer's. */
export function* overInput(
  evidence: Evidence,
  input: string | Uint8Array<ArrayBuffer>,
  id: Diagnosis['id'],
  values: Diagnosis['values'] = {},
): Generator<Attempt> {
  const signingInput = typeof input === 'string' ? encoder.encode(input) : input
  for (const pair of pairsOf(evidence)) yield { ...pair, signingInput, told: [diagnosis(id, values)] }
}

/** The text of a part, where it is text; null where the part is none, or is over this many characters. */
export function textOf(content: Evidence['payloadContent'], longest: number): string | null {
  const isText = content?.kind === 'json' || content?.kind === 'text'
  return isText && content.text.length <= longest ? content.text : null
}

export function toBase64url(text: string): string {
  let octets = ''
  for (const octet of encoder.encode(text)) octets += String.fromCharCode(octet)
  return btoa(octets).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
