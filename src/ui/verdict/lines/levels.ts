import { withSignature } from '../../../core/decode/signingInput.ts'
import type { AnsweredLevel } from '../../../state/verification.ts'
import { encryptionLine, openingKeyLine } from './encryption.ts'
import { keyLine } from './key.ts'
import type { Line } from './line.ts'
import { signatureLine } from './signature.ts'
import { structureLine } from './structure.ts'

/** What is said of each level of nesting, outermost first: whether it opens or its signatures hold, and the key. */
export function levelLines(levels: readonly AnsweredLevel[], now: number): Line[] {
  return levels.flatMap((level, i): Line[] => {
    const { token, outcome, key } = level
    // The structure of the outermost has a line of its own, as it needs no answer.
    const broken = i > 0 && token.faults.length > 0 ? [structureLine(token)] : []
    if (token.kind === 'jwe') return [...broken, encryptionLine(token, level), openingKeyLine(token, level)]
    if (token.kind !== 'jws' || outcome.kind !== 'signed' || outcome.choices.length === 1) {
      const verification = outcome.kind === 'signed' ? outcome.verification : null
      return [
        ...broken,
        signatureLine(token, { key, verification }),
        keyLine(token, { key, verification }, now),
      ]
    }
    const signatures = outcome.choices.map(({ verification }, n): Line => {
      const one = withSignature(token, n)
      const line = signatureLine(one, { key, verification })
      const { kid } = one.header
      return {
        ...line,
        name: `Signature ${n + 1}`,
        detail: [one.header.alg, kid].filter(Boolean).join(' · '),
      }
    })
    const { verification, choice, choices } = outcome
    const decisive = withSignature(token, choices.indexOf(choice))
    return [...broken, ...signatures, keyLine(decisive, { key, verification }, now)]
  })
}
