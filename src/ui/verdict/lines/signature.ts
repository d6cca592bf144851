import { faultText } from '../../../content/messages/faults.ts'
import { keyTextSecret, keyWanted, weakKeyText } from '../../../content/messages/verdict.ts'
import type { Token } from '../../../core/decode/token.ts'
import { isDpopProof } from '../../../core/validate/proofKind.ts'
import { isKeyText, weaknessesOf } from '../../../state/verification.ts'
import type { Checked, Line } from './line.ts'

export function signatureLine(token: Token, answer: Checked): Line {
  const name = 'Signature'
  if (token.kind === 'undecodable')
    return { name, tone: 'none', text: 'Not checked: this is no whole signed token.' }
  const alg = token.header.alg ?? ''
  if (answer === null || answer.verification === null) return { name, tone: 'none', text: 'Checking…' }
  const { verification } = answer
  switch (verification.state) {
    case 'verified': {
      if (token.faults.length > 0) {
        return {
          name,
          tone: 'warning',
          text: 'Matches the key over these exact characters, yet a strict verifier refuses the token for its structure.',
        }
      }
      if (isKeyText(answer)) return { name, tone: 'warning', text: keyTextSecret, detail: alg }
      if (weaknessesOf(answer).length > 0) return { name, tone: 'warning', text: weakKeyText, detail: alg }
      return { name, tone: 'good', text: 'Matches the key you supplied', detail: alg }
    }
    case 'failed':
      return {
        name,
        tone: 'bad',
        text:
          verification.note === undefined
            ? `Does not match the key you supplied`
            : faultText(verification.note),
        detail: alg,
      }
    case 'needs-key':
      if (isDpopProof(token))
        return { name, tone: 'none', text: 'Not checked with a key of yours: none is given.' }
      return { name, tone: 'none', text: `Not checked: ${alg} needs ${keyWanted(alg)}.` }
    case 'unsecured':
      return { name, tone: 'bad', text: 'None: alg is none, so there is nothing to check.' }
    case 'impossible': {
      const { reason } = verification
      // What is wrong with the key itself is on the line below.
      if (reason.code.startsWith('crypto-')) return { name, tone: 'warning', text: faultText(reason) }
      const what = answer.key.kind === 'unreadable' ? 'cannot be read' : 'does not fit the algorithm'
      return { name, tone: 'warning', text: `Not checked: the key ${what}.` }
    }
  }
}
