import { type Finding, found, type Subject } from './finding.ts'
import { secretOf } from './hmacSecret.ts'

/** Below this a secret of letters and digits alone is short, in characters. */
const SHORT = 32
/** Fewer bits for each character than random text of any usual alphabet has. */
const BITS = 3.5

/** A secret that people make up rather than machines: it can be guessed away from the server, with no one noticing (RFC 8725 section 3.5). */
export function hmacKeyGuessable(subject: Subject): Finding[] {
  const text = secretOf(subject)?.text
  if (text == null || text === '' || !/^[\x20-\x7e]+$/.test(text)) return []
  const bits = entropy(text)
  if (/^[A-Za-z\d]+$/.test(text) && text.length < SHORT)
    return [found('hmac-key-guessable', 'warning', [], { why: 'short' })]
  return bits < BITS ? [found('hmac-key-guessable', 'warning', [], { why: 'uniform' })] : []
}

/** Bits for each character, by how often each occurs in the text (Shannon). */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
